namespace Modular.Kernel.Postgres.Reads;

/// <summary>All of several conditions; true where there are none.</summary>
internal sealed class AllOf(IReadOnlyList<RowCondition> conditions) : RowCondition
{
    public override string Shape { get; } = $"({string.Concat(conditions.Select(condition => condition.Shape))})";

    public override OrganizationCondition? Subtree => conditions.Select(condition => condition.Subtree).FirstOrDefault(subtree => subtree is not null);

    public override SqlCondition? Few => conditions.Select(condition => condition.Few).FirstOrDefault(few => few is not null);

    public override void Write(SqlWriter writer, string alias) => WriteJoined(writer, alias, conditions, " and ", "true");

    internal static void WriteJoined(
        SqlWriter writer, string alias, IReadOnlyList<RowCondition> conditions, string separator, string whenEmpty)
    {
        if (conditions.Count == 0)
        {
            writer.Text(whenEmpty);
            return;
        }

        writer.Text("(");
        for (var index = 0; index < conditions.Count; index++)
        {
            if (index > 0)
                writer.Text(separator);
            conditions[index].Write(writer, alias);
        }

        writer.Text(")");
    }
}

/// <summary>Any of several conditions; false where there are none.</summary>
internal sealed class AnyOf(IReadOnlyList<RowCondition> conditions) : RowCondition
{
    public override string Shape { get; } = $"[{string.Join('|', conditions.Select(condition => condition.Shape))}]";

    public override void Write(SqlWriter writer, string alias) => AllOf.WriteJoined(writer, alias, conditions, " or ", "false");
}

/// <summary>The contrary of a condition; a row of which it cannot be told (null) is kept.</summary>
internal sealed class Not(RowCondition condition) : RowCondition
{
    public override string Shape { get; } = $"!{condition.Shape}";

    public override void Write(SqlWriter writer, string alias)
    {
        condition.Write(writer.Text("("), alias);
        writer.Text(") is not true");
    }
}
