using Modular.GraphQL.CodeFirst;
using Modular.Kernel.Access;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Postgres.Reads;

namespace Modular.Organizations.Register;

/// <summary>How many organizations of one kind there are.</summary>
/// <param name="Kind">The kind's code (loại hình).</param>
/// <param name="Count">How many.</param>
[GraphQLName("OrganizationKindCount")]
internal sealed record KindCount([Classified(DataClass.Internal)] string Kind, [Classified(DataClass.Internal)] int Count);

/// <summary>Figures over the tree of a day; the tree carries the kind, so no other table is read.</summary>
internal static class OrganizationCounts
{
    private const string AsOf = "The day; today where it is left out.";

    public static void Children(StatementBuilder count)
    {
        var day = count.AsOf(AsOf);
        count.Sql(sql => $"""
            select child.parent_id as key, count(*)::int as value
            from {sql.Tree("child", day)} where child.parent_id = any({sql.Keys}) group by 1
            """);
    }

    public static void Below(StatementBuilder count)
    {
        var kind = count.OptionalArgument<string>("kind", "Only organizations of this kind (loại hình).");
        var day = count.AsOf(AsOf);
        count.Sql(sql =>
        {
            var ofKind = Sql.Text("true");
            if (sql.Given(kind))
                ofKind = $"below.kind = {kind}";
            return $"""
                select top.organization_id as key, count(*)::int as value
                from {sql.Tree("top", day)} join {sql.Tree("below", day)} on {sql.IsBelow("below", "top")} and below.depth > top.depth
                where top.organization_id = any({sql.Keys}) and {ofKind} group by 1
                """;
        });
    }

    public static void BelowByKind(StatementBuilder count)
    {
        var day = count.AsOf(AsOf);
        count.Sql(sql => $"""
            select top.organization_id as key, below.kind as kind, count(*)::int as count
            from {sql.Tree("top", day)} join {sql.Tree("below", day)} on {sql.IsBelow("below", "top")} and below.depth > top.depth
            where top.organization_id = any({sql.Keys}) group by 1, 2 order by min(below.depth), 2
            """);
    }
}
