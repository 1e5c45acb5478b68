using Modular.Kernel.Access;

namespace Modular.Kernel.Postgres.Reads;

/// <summary>
/// The condition that an organization stands in one of the subtrees that a permission reaches today. It says the same in three ways, because no
/// single one is good for all: PostgreSQL cannot know from a kept plan how much a user reaches (decision 30).
/// </summary>
/// <param name="permission">The permission.</param>
/// <param name="scope">A reach of the shape for which the statement is written.</param>
internal sealed class SubtreeCondition(string permission, PermissionScope scope)
{
    // Most users reach one subtree, and to each row two texts are compared faster than what is taken out of arrays.
    private readonly bool isSingle = scope.Subtrees.Count == 1;

    /// <summary>What the text of <see cref="Write"/> depends on.</summary>
    public static string ShapeOf(PermissionScope scope) => (scope.Subtrees.Count == 1, scope.IsBroad) switch
    {
        _ when scope.CoversTree => "a",
        (true, false) => "t",
        (true, true) => "b",
        (false, false) => "tt",
        _ => "bb",
    };

    /// <summary>Writes the condition over a column that holds organizations.</summary>
    public void Write(SqlWriter writer, string column)
    {
        // Whoever reaches the whole tree reaches whatever names an organization, and no place is looked up for them (decision 47).
        if (scope.CoversTree)
            writer.Text($"{column} is not null");
        else if (writer.ReachedRows == ReachedRows.Few || (scope.IsBroad && writer.ReachedRows != ReachedRows.All))
            WriteLookUp(writer, column);
        else if (scope.IsBroad)
            WriteOrganizations(writer.Text($"{column} in (")).Text(")");
        else
            WriteOrganizations(writer.Text($"{column} = any(array(")).Text("))");
    }

    /// <summary>The organizations of the subtrees, found by their paths.</summary>
    private SqlWriter WriteOrganizations(SqlWriter writer)
    {
        if (isSingle)
        {
            WriteStanding(writer.Text("select place.organization_id from kernel.organization_tree as place where "), "place");
            WriteIsReached(writer.Text(" and "), "place");
            return writer;
        }

        // Without the barrier the planner reads the whole tree of the province and compares the paths afterwards.
        writer.Text("select place.organization_id from unnest(").Parameter(Of(ScopePart.SubtreesFrom)).Text(", ").Parameter(Of(ScopePart.SubtreesTo))
            .Text(") as reach(low, high) cross join lateral (select organization_id from kernel.organization_tree as place where ");
        WriteStanding(writer, "place");
        return writer.Text(" and place.path >= reach.low and place.path < reach.high offset 0) as place");
    }

    /// <summary>One look-up for each row: a page ends as soon as it is full.</summary>
    private void WriteLookUp(SqlWriter writer, string column)
    {
        writer.Text("coalesce((select ");
        WriteIsReached(writer, "place");
        writer.Text(" from kernel.organization_tree as place where ");
        WriteStanding(writer, "place");
        writer.Text($" and place.organization_id = {column}), false)");
    }

    private void WriteIsReached(SqlWriter writer, string alias)
    {
        if (isSingle)
        {
            writer.Text($"({alias}.path >= ").Parameter(Of(ScopePart.OnlySubtreeFrom)).Text($" and {alias}.path < ").Parameter(Of(ScopePart.OnlySubtreeTo)).Text(")");
            return;
        }

        writer.Text("exists (select from unnest(").Parameter(Of(ScopePart.SubtreesFrom)).Text(", ").Parameter(Of(ScopePart.SubtreesTo))
            .Text($") as reach(low, high) where {alias}.path >= reach.low and {alias}.path < reach.high)");
    }

    private ScopeParameter Of(ScopePart part) => new(permission, part);

    private static void WriteStanding(SqlWriter writer, string alias) =>
        writer.OfProvince($"{alias}.province_id").Text($" and {alias}.standing @> ").Parameter(TodayParameter.Instance);
}
