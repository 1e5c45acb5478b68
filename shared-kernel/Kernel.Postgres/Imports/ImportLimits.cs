namespace Modular.Kernel.Postgres.Imports;

/// <summary>How much one import may hold; settings <c>Imports:*</c>.</summary>
public sealed record ImportLimits
{
    /// <summary>The largest file, in bytes: 100 MiB unless set.</summary>
    public long FileBytes { get; init; } = 100L << 20;

    /// <summary>The most rows of a file: 1,000,000 unless set.</summary>
    public int Rows { get; init; } = 1_000_000;

    /// <summary>The most parts of a workbook's archive.</summary>
    public int WorkbookParts { get; init; } = 1_000;

    /// <summary>The most bytes that a workbook may unfold to: 1 GiB unless set.</summary>
    public long WorkbookBytes { get; init; } = 1L << 30;

    /// <summary>How many times larger than its file a workbook may become when it unfolds; real ones stay below 50.</summary>
    public int WorkbookRatio { get; init; } = 100;

    /// <summary>The most bytes of one cell of a text file.</summary>
    public int CellBytes { get; init; } = 1 << 16;

    /// <summary>The most verdicts that are kept of a batch; those beyond are counted only.</summary>
    public int Verdicts { get; init; } = 200_000;
}
