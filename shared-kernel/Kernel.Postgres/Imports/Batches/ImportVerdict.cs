using Modular.Kernel.Results;

namespace Modular.Kernel.Postgres.Imports;

/// <summary>What is to be said about a row or a cell.</summary>
/// <param name="Position">Its place among the verdicts of the batch, in the order of rows.</param>
/// <param name="Row">The row of the file, as a person counts: the first line is 1.</param>
/// <param name="Column">The column at fault by its name in the format, or null where the row as a whole is.</param>
/// <param name="Severity">Whether the row can be applied.</param>
/// <param name="Code">The problem, for programs.</param>
/// <param name="Message">The sentence for people.</param>
/// <param name="Rule">The rule of the domain, or null where the matter is technical.</param>
public sealed record ImportVerdict(
    int Position, int Row, string? Column, ImportSeverity Severity, string Code, LocalizedText Message, RuleReference? Rule);
