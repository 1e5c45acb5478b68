using Modular.Kernel.Results;

namespace Modular.Kernel.Postgres.Imports.Columns;

/// <summary>A row on its way from the file into <c>staged</c>: the values so far, and what is wrong with its cells. Used again for every row.</summary>
internal sealed class StagedRow(int width)
{
    private readonly object?[] values = new object?[width];
    private readonly List<CellVerdict> verdicts = [];
    private int filled;

    public ReadOnlySpan<object?> Values => values;

    public IReadOnlyList<CellVerdict> Verdicts => verdicts;

    /// <summary>The Vietnam day of the import; cells are compared with it.</summary>
    public required DateOnly Today { get; init; }

    public void Clear()
    {
        verdicts.Clear();
        filled = 0;
    }

    public void Put(object? value) => values[filled++] = value;

    public void Report(ImportColumn column, ImportSeverity severity, Problem problem) =>
        verdicts.Add(new CellVerdict(column.Name, severity, problem));
}

/// <summary>What is wrong with a cell.</summary>
internal readonly record struct CellVerdict(string Column, ImportSeverity Severity, Problem Problem);
