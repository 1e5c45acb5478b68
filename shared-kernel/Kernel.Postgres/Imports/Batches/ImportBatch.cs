using Modular.Kernel.Results;

namespace Modular.Kernel.Postgres.Imports;

/// <summary>A file that was taken in, and what came out.</summary>
public sealed record ImportBatch
{
    /// <summary>The identifier.</summary>
    public required Guid Id { get; init; }

    /// <summary>The identifier of the format.</summary>
    public required string Format { get; init; }

    /// <summary>What was to be done with the rows.</summary>
    public required ImportMode Mode { get; init; }

    /// <summary>What has become of it.</summary>
    public required ImportState State { get; init; }

    /// <summary>The name under which the file came.</summary>
    public required string FileName { get; init; }

    /// <summary>Who took it in, or null where the system did.</summary>
    public required Guid? UserId { get; init; }

    /// <summary>The name of who took it in.</summary>
    public required string UserName { get; init; }

    /// <summary>When it started.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When it was over.</summary>
    public required DateTimeOffset? FinishedAt { get; init; }

    /// <summary>What it is doing.</summary>
    public required ImportStage Stage { get; init; }

    /// <summary>How much of it is done, from 0 to 1.</summary>
    public required double Progress { get; init; }

    /// <summary>The rows of the file, without headers and blank rows.</summary>
    public required int RowsRead { get; init; }

    /// <summary>The rows that have at least one error.</summary>
    public required int RowsWithErrors { get; init; }

    /// <summary>The rows that have a warning and no error.</summary>
    public required int RowsWithWarnings { get; init; }

    /// <summary>The rows that became objects of the register.</summary>
    public required int RowsApplied { get; init; }

    /// <summary>The rows that an earlier import of the same content had already applied, and that were left out.</summary>
    public required int RowsAppliedBefore { get; init; }

    /// <summary>How many verdicts were given; of very many, only the first are kept.</summary>
    public required int Verdicts { get; init; }

    /// <summary>Headers of the file that the format does not know; their cells were left out.</summary>
    public required IReadOnlyList<string> UnknownHeaders { get; init; }

    /// <summary>The code of what is wrong with the file as a whole, or null.</summary>
    public required string? ProblemCode { get; init; }

    /// <summary>What is wrong with the file as a whole, or null.</summary>
    public required LocalizedText? Problem { get; init; }

    /// <summary>When it was undone, or null.</summary>
    public required DateTimeOffset? UndoneAt { get; init; }

    /// <summary>Who undid it, or null.</summary>
    public required string? UndoneByName { get; init; }

    /// <summary>Why it was undone, or null.</summary>
    public required string? UndoneBecause { get; init; }
}

/// <summary>What has become of an import.</summary>
public enum ImportState
{
    /// <summary>It is being read, checked or applied.</summary>
    Running,

    /// <summary>It was a dry run: the verdicts are there, nothing was applied.</summary>
    Checked,

    /// <summary>Its good rows are in the register.</summary>
    Applied,

    /// <summary>Rows had errors, so that nothing was applied.</summary>
    Refused,

    /// <summary>The file could not be read or the rows not be applied; nothing was.</summary>
    Failed,

    /// <summary>The host stopped before it was over; nothing was applied.</summary>
    Interrupted,

    /// <summary>What it had applied was taken out of the register again.</summary>
    Undone,
}
