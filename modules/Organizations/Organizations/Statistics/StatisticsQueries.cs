using Modular.Kernel.Access;
using Modular.Kernel.GraphQL;
using Modular.Organizations.Contracts;

namespace Modular.Organizations.Statistics;

internal sealed class StatisticsQueries : QueryFields
{
    protected override void Define(QueryBuilder query)
    {
        query.StatementList<OrganizationFigure>(
            "organizationStatistics",
            "How many organizations there are below the province's root or another organization on a day, by kind, field or superior (thống kê tổ chức đảng); the organization itself is not counted.",
            DataClass.Internal,
            OrganizationFigures.Define).Requires(OrganizationsPermissions.Read);
        query.StatementList<OrganizationMovement>(
            "organizationMovement",
            "How the number of organizations of each kind below the province's root or another organization changed between two days (biến động tổ chức đảng): opening, what came, what went, closing.",
            DataClass.Internal,
            OrganizationMovements.Define).Requires(OrganizationsPermissions.Read);
    }
}
