namespace Modular.Kernel.Postgres.Reads;

/// <summary>A condition that the module wrote, over one value.</summary>
/// <param name="name">What it is, for the shape.</param>
/// <param name="compose">Makes the condition over a row of this alias.</param>
/// <param name="value">The value.</param>
internal sealed class SqlCondition(string name, Func<string, SqlPart, Sql> compose, SqlPart value) : RowCondition
{
    public override string Shape { get; } = $"{name}:{value.GetType().Name};";

    /// <summary>What must be true of the row besides; null for nothing.</summary>
    public RowColumn? Gate { get; init; }

    /// <summary>Whether the right plan depends on how many rows fit.</summary>
    public bool NeedsFreshPlan { get; init; }

    public override void Write(SqlWriter writer, string alias)
    {
        writer.NeedsFreshPlan |= NeedsFreshPlan;
        writer.Text("(");
        if (Gate is not null)
        {
            Gate.Write(writer, alias);
            writer.Text(" and ");
        }

        compose(alias, value).Write(writer);
        writer.Text(")");
    }
}
