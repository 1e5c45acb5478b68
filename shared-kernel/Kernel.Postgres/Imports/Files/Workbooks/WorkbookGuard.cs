using System.Buffers;
using System.IO.Compression;

namespace Modular.Kernel.Postgres.Imports.Files.Workbooks;

/// <summary>
/// Refuses a workbook that would unfold to far more than its size, before anything parses it. What the archive says of its sizes is not
/// believed: every part is unfolded once and counted.
/// </summary>
internal static class WorkbookGuard
{
    // Small parts of one repeated byte compress far better than any sheet and harm nobody.
    private const long HarmlessBytes = 10L << 20;

    /// <exception cref="UnreadableFileException">The archive is damaged or unfolds too far.</exception>
    public static void Check(Stream file, ImportLimits limits)
    {
        var allowed = Math.Min(limits.WorkbookBytes, Math.Max(HarmlessBytes, file.Length * limits.WorkbookRatio));
        try
        {
            using var archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            if (archive.Entries.Count > limits.WorkbookParts)
                throw new UnreadableFileException(new WorkbookUnfoldsTooFar());
            foreach (var part in archive.Entries)
                allowed = Count(part, allowed);
        }
        catch (InvalidDataException)
        {
            throw new UnreadableFileException(new WorkbookIsDamaged());
        }

        file.Position = 0;
    }

    private static long Count(ZipArchiveEntry part, long allowed)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(1 << 16);
        try
        {
            using var content = part.Open();
            int read;
            while ((read = content.Read(buffer)) > 0)
            {
                allowed -= read;
                if (allowed < 0)
                    throw new UnreadableFileException(new WorkbookUnfoldsTooFar());
            }

            return allowed;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
