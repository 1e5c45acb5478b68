using Modular.Kernel.Results;

namespace Modular.Kernel.Postgres.Imports;

/// <summary>Finds, by code, what is wrong with the staged rows.</summary>
/// <param name="run">The import.</param>
/// <param name="cancellationToken">Stops the search.</param>
public delegate Task<IReadOnlyList<RowFault>> FaultSearch(ImportRun run, CancellationToken cancellationToken);

/// <summary>What code found wrong with a staged row.</summary>
/// <param name="Row">The number of the row.</param>
/// <param name="Column">The column at fault, or null where the row as a whole is.</param>
/// <param name="Problem">What is wrong.</param>
public sealed record RowFault(int Row, string? Column, Problem Problem)
{
    /// <summary>Whether the row is refused, which it is unless said otherwise, or taken in with a warning.</summary>
    public ImportSeverity Severity { get; init; } = ImportSeverity.Error;
}
