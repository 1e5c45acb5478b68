using Modular.Kernel.Access;

namespace Modular.Kernel.Postgres.Reads;

/// <summary>How rows belong to the parents of a level.</summary>
/// <param name="Column">The column that holds the parent's key, as SQL writes it.</param>
internal sealed record ParentLink(string Column)
{
    /// <summary>
    /// Whether whoever sees a parent sees its rows, and nobody else does: the parents of a level were read for the viewer, so that their rows need not ask for the same reach again.
    /// </summary>
    public bool IsTheScope { get; init; }

    /// <summary>Writes the condition that a row belongs to the parent <c>parent.key</c>.</summary>
    /// <param name="writer">The statement.</param>
    /// <param name="alias">The alias of the row.</param>
    /// <param name="treeDay">For parents that are organizations: the day of the tree by which rows of those below belong too; else null.</param>
    public void Write(SqlWriter writer, string alias, SqlPart? treeDay)
    {
        if (treeDay is null)
        {
            writer.Text($"{alias}.{Column} = parent.key");
            return;
        }

        WriteBelow(writer.Text($"{alias}.{Column} in ("), treeDay).Text(")");
    }

    /// <summary>
    /// Writes the same condition as one look-up for each row, for a page that is full after a few of them. Only where many organizations stand below (<see cref="WriteSize"/>) that is sooner
    /// done than to fetch the rows of all of them.
    /// </summary>
    public void WriteLookUp(SqlWriter writer, string alias, SqlPart treeDay)
    {
        writer.Text($"coalesce((select {OrganizationTreeSql.IsBelow("place", "top")} from kernel.organization_tree as place, kernel.organization_tree as top where ")
            .OfProvince("place.province_id").Text($" and place.organization_id = {alias}.{Column} and place.valid @> ");
        treeDay.Write(writer);
        writer.Text(" and ").OfProvince("top.province_id").Text(" and top.organization_id = parent.key and top.valid @> ");
        treeDay.Write(writer);
        writer.Text("), false)");
    }

    /// <summary>Writes the query for whether few organizations stand at or below the parent, as <c>is_narrow</c>.</summary>
    public static SqlWriter WriteSize(SqlWriter writer, SqlPart treeDay) =>
        WriteBelow(writer.Text($"select count(*) <= {PermissionScope.NarrowOrganizations} as is_narrow from ("), treeDay)
            .Text($" limit {PermissionScope.NarrowOrganizations + 1}) as counted");

    private static SqlWriter WriteBelow(SqlWriter writer, SqlPart treeDay)
    {
        OrganizationTreeSql.WriteBelow(writer, part => part.Text("parent.key"), treeDay);
        return writer;
    }
}
