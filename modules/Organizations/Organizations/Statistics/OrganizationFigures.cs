using Modular.GraphQL.CodeFirst;
using Modular.Kernel.Access;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Postgres.Reads;
using Modular.Organizations.Register;

namespace Modular.Organizations.Statistics;

/// <summary>By what organizations are counted.</summary>
internal enum OrganizationGrouping
{
    /// <summary>By kind (loại hình).</summary>
    Kind,

    /// <summary>By the field in which they work (lĩnh vực, loại hình đơn vị), as the register says today.</summary>
    FieldType,

    /// <summary>By the organization directly above (cấp trên trực tiếp).</summary>
    Parent,

    /// <summary>By the organization below the beginning under which they stand: for the province its directly superior committees.</summary>
    Branch,
}

/// <summary>How many organizations of a group there are.</summary>
/// <param name="Key">The kind's code or the field; null where the group is an organization, or the field is not recorded.</param>
/// <param name="OrganizationId">The organization that makes the group, where organizations are counted by parent or branch.</param>
/// <param name="Count">How many.</param>
[GraphQLName("OrganizationFigure")]
internal sealed record OrganizationFigure(
    [Classified(DataClass.Internal)] string? Key,
    [References("Organization")][Classified(DataClass.Internal)] Guid? OrganizationId,
    [Classified(DataClass.Internal)] int Count);

/// <summary>Counts over the tree of a day, so that figures of the past stay what they were whatever was moved, merged or ended since.</summary>
internal static class OrganizationFigures
{
    public static void Define(StatementBuilder figures)
    {
        var root = figures.OptionalId("organization", "Organization", "Below which organization; the root of the province where it is left out.");
        var grouping = figures.Argument<OrganizationGrouping>("groupBy", "By what.");
        var kind = figures.OptionalArgument<string>("kind", "Only organizations of this kind (loại hình).");
        var day = figures.AsOf();
        figures.Sql(sql =>
        {
            var organization = sql.Table<Organization>("organization");
            var start = sql.Given(root) ? (Sql)$"top.organization_id = {root}" : Sql.Text("top.parent_id is null");
            var ofKind = sql.Given(kind) ? (Sql)$"node.kind = {kind}" : Sql.Text("true");
            var below = (Sql)$"{sql.Tree("top", day)} join {sql.Tree("node", day)} on {sql.IsBelow("node", "top")} and node.depth > top.depth";
            if (sql.Is(grouping, OrganizationGrouping.Kind))
                return $"select node.kind as key, null::uuid as organization_id, count(*)::int as count from {below} where {start} and {ofKind} group by node.kind order by min(node.depth), 1";
            if (sql.Is(grouping, OrganizationGrouping.FieldType))
            {
                return $"""
                    select {organization[o => o.FieldType]} as key, null::uuid as organization_id, count(*)::int as count
                    from {below} join {organization} on {organization[o => o.Id]} = node.organization_id
                    where {start} and {ofKind} group by 1 order by 3 desc, 1
                    """;
            }

            if (sql.Is(grouping, OrganizationGrouping.Parent))
                return $"select null::text as key, node.parent_id as organization_id, count(*)::int as count from {below} where {start} and {ofKind} group by node.parent_id order by 3 desc, 2";
            return $"""
                select null::text as key, branch.organization_id, count(*)::int as count
                from {below} join {sql.Tree("branch", day)} on branch.parent_id = top.organization_id and {sql.IsBelow("node", "branch")}
                where {start} and {ofKind} and node.depth > branch.depth
                group by branch.organization_id order by 3 desc, 2
                """;
        });
    }
}
