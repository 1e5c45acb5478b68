using Modular.Kernel.Texts;

namespace Modular.Kernel.Postgres.Imports.Files;

/// <summary>Refuses a file that bears a stamp of a state secret, wherever it stands in it (PD-24): a system within reach of the Internet does not keep such papers.</summary>
internal static class StampWatch
{
    /// <param name="text">A text of the file.</param>
    /// <param name="row">The row in which it stands, as a person finds it; null where it stands in none.</param>
    /// <exception cref="UnreadableFileException">The text bears a stamp.</exception>
    public static void Check(string text, int? row)
    {
        // A stamp is in capitals, or follows a colon; most cells are neither, and files are long.
        if (!text.Contains('M', StringComparison.Ordinal) && !text.Contains(':', StringComparison.Ordinal))
            return;
        if (StateSecretStamps.Find(text) is { } degree)
            throw new UnreadableFileException(new ImportFileBearsAStampOfSecrecy(degree, row));
    }
}
