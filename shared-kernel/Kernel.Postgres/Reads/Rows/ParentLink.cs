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

        if (writer.LooksUpPlaces)
        {
            OrganizationTreeSql.WriteLookUp(writer, row => row.Text($"{alias}.{Column}"), WriteParent, treeDay);
            return;
        }

        OrganizationTreeSql.WriteBelow(writer.Text($"{alias}.{Column} in ("), WriteParent, treeDay);
        writer.Text(")");
    }

    /// <summary>Writes the query for whether few organizations stand at or below the parent, as <c>is_narrow</c>.</summary>
    public static void WriteSize(SqlWriter writer, SqlPart treeDay) => OrganizationTreeSql.WriteSize(writer, WriteParent, treeDay);

    private static void WriteParent(SqlWriter writer) => writer.Text("parent.key");
}
