using Modular.GraphQL.CodeFirst;
using Modular.Kernel.Access;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Postgres.Reads;
using Modular.Organizations.Contracts;
using Modular.Organizations.Decisions;
using Modular.Organizations.Renaming;

namespace Modular.Organizations.Register;

internal sealed class OrganizationQueries : QueryFields
{
    private const int TreeSize = 5_000;

    protected override void Define(QueryBuilder query)
    {
        query.ById<Organization>("organization", "One organization (tổ chức đảng) by its id.");
        query.Connection<Organization>("organizations", "The organizations (tổ chức đảng) that exist on `asOf`.");
        query.Connection<Organization>("organizationRegister", "All organizations that are or ever were, those that ended included.").AllPeriods();
        query.ById<DecisionDocument>("decision", "One decision (quyết định) by its id.");
        query.StatementList<TreeNode>(
            "organizationTree",
            $"The tree of organizations (cây tổ chức đảng) on a day, from the root of the province or another organization down to a depth, each before those below it; at most {TreeSize} nodes.",
            DataClass.Internal,
            Tree).Requires(OrganizationsPermissions.Read);
    }

    private static void Tree(StatementBuilder tree)
    {
        var root = tree.OptionalId("root", "Organization", "Where to begin; the root of the province where it is left out.");
        var depth = tree.OptionalArgument<int>("depth", "How many levels below the beginning; all where it is left out.");
        var day = tree.AsOf("The day on which the tree is told; today where it is left out.");
        tree.Sql(sql =>
        {
            var name = sql.Table<OrganizationName>("name");
            var start = Sql.Text("top.parent_id is null");
            if (sql.Given(root))
                start = $"top.organization_id = {root}";
            var deep = Sql.Text("true");
            if (sql.Given(depth))
                deep = $"node.depth - top.depth <= {depth}";
            return $"""
                select node.organization_id, node.parent_id, node.depth - top.depth as depth, node.kind as kind_code, {name[n => n.Name]} as name,
                    (select count(*)::int from {sql.Tree("child", day)} where child.parent_id = node.organization_id) as child_count
                from {sql.Tree("top", day)} join {sql.Tree("node", day)} on {sql.IsBelow("node", "top")} and {deep}
                join {name} on {name[n => n.OrganizationId]} = node.organization_id and {name[n => n.Valid]} @> {day}
                where {start}
                order by node.path limit {TreeSize}
                """;
        });
    }
}

/// <summary>An organization in the tree of a day.</summary>
/// <param name="OrganizationId">The organization (tổ chức đảng).</param>
/// <param name="ParentId">The organization directly above on that day (cấp trên trực tiếp).</param>
/// <param name="Depth">How many levels below the beginning; 0 for the beginning itself.</param>
/// <param name="KindCode">The code of its kind on that day (loại hình).</param>
/// <param name="Name">Its name on that day (tên gọi).</param>
/// <param name="ChildCount">How many organizations stood directly below it on that day, shown here or not.</param>
[GraphQLName("OrganizationTreeNode")]
internal sealed record TreeNode(
    [References("Organization")][Classified(DataClass.Internal)] Guid OrganizationId,
    [References("Organization")][Classified(DataClass.Internal)] Guid? ParentId,
    [Classified(DataClass.Internal)] int Depth,
    [Classified(DataClass.Internal)] string KindCode,
    [Classified(DataClass.Internal)] string Name,
    [Classified(DataClass.Internal)] int ChildCount);
