namespace Modular.Kernel.Postgres.Reads;

/// <summary>A comparison of a column with a value.</summary>
internal sealed class ColumnCondition(RowColumn column, Comparison comparison, int slot) : RowCondition
{
    public override string Shape { get; } = $"{column.Name}:{comparison};";

    public override void Write(SqlWriter writer, string alias)
    {
        column.Write(writer, alias);
        switch (comparison)
        {
            case Comparison.In:
                writer.Text(" = any(").Parameter(new SlotParameter(slot)).Text(")");
                break;
            case Comparison.IsNull:
                writer.Text(" is null");
                break;
            case Comparison.IsNotNull:
                writer.Text(" is not null");
                break;
            default:
                writer.Text($" {OperatorOf(comparison)} ").Parameter(new SlotParameter(slot));
                break;
        }
    }

    private static string OperatorOf(Comparison comparison) => comparison switch
    {
        Comparison.Equal => "=",
        Comparison.Less => "<",
        Comparison.LessOrEqual => "<=",
        Comparison.Greater => ">",
        Comparison.GreaterOrEqual => ">=",
        _ => "like",
    };
}

/// <summary>How a column is compared.</summary>
internal enum Comparison
{
    Equal,
    In,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Like,
    IsNull,
    IsNotNull,
}
