namespace Modular.Kernel.Postgres.Reads;

/// <summary>A condition that a request puts on rows. Its values are bound apart, so that requests of one shape share one statement.</summary>
internal abstract class RowCondition
{
    /// <summary>What the condition's text depends on.</summary>
    public abstract string Shape { get; }

    /// <summary>The organization at or below which every row has to be for the condition to hold; null where there is none.</summary>
    public virtual OrganizationCondition? Subtree => null;

    /// <summary>The condition that can tell the few rows for which it holds, if they are few, and without which none is kept; null where there is none.</summary>
    public virtual SqlCondition? Few => null;

    /// <summary>Writes the condition over a row of this alias.</summary>
    public abstract void Write(SqlWriter writer, string alias);
}

/// <summary>The value of a slot in a hole of SQL.</summary>
internal sealed class SqlSlot(int index) : SqlPart
{
    internal override void Write(SqlWriter writer) => writer.Parameter(new SlotParameter(index));
}

/// <summary>Gathers the values of a request's conditions.</summary>
internal sealed class SlotValues
{
    private readonly List<object?> values = [];

    /// <summary>All values, by slot.</summary>
    public IReadOnlyList<object?> All => values;

    /// <summary>Keeps a value and gives the number of its slot.</summary>
    public int Add(object? value)
    {
        values.Add(value);
        return values.Count - 1;
    }
}
