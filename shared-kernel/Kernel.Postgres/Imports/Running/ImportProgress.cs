namespace Modular.Kernel.Postgres.Imports;

/// <summary>How far an import has come.</summary>
/// <param name="Stage">What it is doing.</param>
/// <param name="Rows">The rows read so far.</param>
/// <param name="Share">How much of the stage is done, from 0 to 1.</param>
public sealed record ImportProgress(ImportStage Stage, int Rows, double Share)
{
    // Of 100,000 members, reading took a third of the time, checking a sixth and applying the rest.
    private const double ReadingShare = 0.35;
    private const double CheckingShare = 0.15;

    /// <summary>How much of the whole import is done, from 0 to 1.</summary>
    public double Overall => Stage switch
    {
        ImportStage.Reading => ReadingShare * Share,
        ImportStage.Checking => ReadingShare + (CheckingShare * Share),
        ImportStage.Applying => ReadingShare + CheckingShare + ((1 - ReadingShare - CheckingShare) * Share),
        _ => 1,
    };
}

/// <summary>The stages of an import.</summary>
public enum ImportStage
{
    /// <summary>Rows are read from the file.</summary>
    Reading,

    /// <summary>The rows are compared with each other and with the register.</summary>
    Checking,

    /// <summary>The rows are written into the register.</summary>
    Applying,

    /// <summary>It is over.</summary>
    Done,
}
