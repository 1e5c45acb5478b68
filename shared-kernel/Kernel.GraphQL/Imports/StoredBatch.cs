using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Postgres.Imports;
using Modular.Kernel.Provinces;

namespace Modular.Kernel.GraphQL.Imports;

/// <summary>A row of <c>kernel.import_batches</c>.</summary>
internal sealed class StoredBatch : IProvinceOwned
{
    public ProvinceId ProvinceId { get; private set; }

    public Guid Id { get; private set; }

    /// <summary>The identifier of the format, for instance <c>members</c>.</summary>
    public string Format { get; private set; } = "";

    /// <summary>What was to be done with the rows.</summary>
    public ImportMode Mode { get; private set; }

    public ImportState State { get; private set; }

    /// <summary>The name under which the file came.</summary>
    public string FileName { get; private set; } = "";

    /// <summary>The size of the file in bytes; null where a program made the rows.</summary>
    public long? FileBytes { get; private set; }

    /// <summary>The name of who took it in.</summary>
    public string UserName { get; private set; } = "";

    /// <summary>When it started.</summary>
    public DateTimeOffset StartedAt { get; private set; }

    public DateTimeOffset AliveAt { get; private set; }

    /// <summary>When it was over; null while it runs.</summary>
    public DateTimeOffset? FinishedAt { get; private set; }

    /// <summary>What it is doing.</summary>
    public ImportStage Stage { get; private set; }

    /// <summary>How much of it is done, from 0 to 1.</summary>
    public float Progress { get; private set; }

    /// <summary>The rows of the file, without headers and blank rows.</summary>
    public int RowsRead { get; private set; }

    /// <summary>The rows that have at least one error.</summary>
    public int RowsWithErrors { get; private set; }

    /// <summary>The rows that have a warning and no error.</summary>
    public int RowsWithWarnings { get; private set; }

    /// <summary>The rows that became objects of the register.</summary>
    public int RowsApplied { get; private set; }

    /// <summary>The rows that an earlier import of the same content had applied already, and that were left out.</summary>
    public int RowsAppliedBefore { get; private set; }

    /// <summary>Headers of the file that the format does not know; their cells were left out.</summary>
    public string[] UnknownHeaders { get; private set; } = [];

    /// <summary>The code of what is wrong with the file as a whole; null where nothing is.</summary>
    public string? ProblemCode { get; private set; }

    public string? ProblemVietnamese { get; private set; }

    public string? ProblemEnglish { get; private set; }

    /// <summary>When it was undone; null where it was not.</summary>
    public DateTimeOffset? UndoneAt { get; private set; }

    /// <summary>Who undid it.</summary>
    public string? UndoneByName { get; private set; }

    /// <summary>Why it was undone.</summary>
    public string? UndoneBecause { get; private set; }
}
