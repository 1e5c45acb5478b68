using Modular.Kernel.Results;

namespace Modular.Kernel.Postgres.Imports.Columns;

/// <summary>A row on its way from the file into <c>staged</c>: the values so far, and what is wrong with its cells. Used again for every row.</summary>
/// <param name="width">The number of staged columns that the file fills.</param>
/// <param name="today">The Vietnam day of the import; cells are compared with it.</param>
internal sealed class StagedRow(int width, DateOnly today)
{
    private readonly object?[] values = new object?[width];
    private readonly List<CellVerdict> verdicts = [];
    private int filled;

    public int Number { get; private set; }

    public Guid Id { get; private set; }

    public int Width => values.Length;

    public DateOnly Today => today;

    public IReadOnlyList<CellVerdict> Verdicts => verdicts;

    public object? Value(int index) => values[index];

    public void Begin(int number, Guid id)
    {
        Number = number;
        Id = id;
        verdicts.Clear();
        filled = 0;
    }

    public void Put(object? value) => values[filled++] = value;

    public void Report(ImportColumn column, ImportSeverity severity, Problem problem) =>
        verdicts.Add(new CellVerdict(column.Name, severity, problem));
}

/// <summary>What is wrong with a cell.</summary>
internal readonly record struct CellVerdict(string Column, ImportSeverity Severity, Problem Problem);
