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

    /// <summary>Makes the expression of a value, on a day, for the keys of the rows that can fit where they are few, and for null where they are many; null where the module gives none.</summary>
    public Func<SqlPart, SqlPart, Sql>? FewKeys { get; init; }

    public override SqlCondition? Few => FewKeys is null ? null : this;

    /// <summary>Writes the expression for the keys of the few rows.</summary>
    public void WriteFewKeys(SqlWriter writer) => FewKeys!(value, SqlDay.Today).Write(writer);

    public override void Write(SqlWriter writer, string alias)
    {
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
