using Modular.Kernel.GraphQL;

namespace Modular.Organizations.Reorganizing;

internal sealed class ReorganizationQueries : QueryFields
{
    protected override void Define(QueryBuilder query)
    {
        query.ById<Reorganization>("reorganization", "One reorganization (sắp xếp tổ chức) by its id.");
        query.Connection<Reorganization>("reorganizations", "Schemes and decided reorganizations at the committees that the user's right reaches, the latest effective day first.");
    }
}
