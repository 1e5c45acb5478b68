namespace Modular.Kernel.Postgres.Reads;

/// <summary>One column of an order. PostgreSQL's own place for nulls is kept (greatest of all), so that plain indexes serve both directions.</summary>
/// <param name="Column">The column.</param>
/// <param name="Descending">Whether the greatest comes first.</param>
internal readonly record struct SortTerm(RowColumn Column, bool Descending)
{
    /// <summary>The same column from the other end.</summary>
    public SortTerm Reversed() => this with { Descending = !Descending };

    /// <summary>How a shape names the term.</summary>
    public override string ToString() => Descending ? $"{Column.Name}-" : $"{Column.Name}+";
}
