namespace Modular.Kernel.Postgres.Reads;

/// <summary>The condition that a column holds an organization, or one below it by today's tree.</summary>
internal sealed class OrganizationCondition(RowColumn column, bool includesSubtree, int slot) : RowCondition
{
    public override string Shape { get; } = $"{column.Name}:{(includesSubtree ? "below" : "at")};";

    public override OrganizationCondition? Subtree => includesSubtree ? this : null;

    public override void Write(SqlWriter writer, string alias)
    {
        if (!includesSubtree)
        {
            column.Write(writer, alias);
            WriteOrganization(writer.Text(" = "));
        }
        else if (writer.LooksUpPlaces)
        {
            OrganizationTreeSql.WriteLookUp(writer, row => column.Write(row, alias), WriteOrganization, SqlDay.Today);
        }
        else
        {
            column.Write(writer, alias);
            OrganizationTreeSql.WriteBelow(writer.Text(" in ("), WriteOrganization, SqlDay.Today);
            writer.Text(")");
        }
    }

    /// <summary>Writes the query for whether few organizations stand at or below it, as <c>is_narrow</c>.</summary>
    public void WriteSize(SqlWriter writer) => OrganizationTreeSql.WriteSize(writer, WriteOrganization, SqlDay.Today);

    private void WriteOrganization(SqlWriter writer) => writer.Parameter(new SlotParameter(slot));
}
