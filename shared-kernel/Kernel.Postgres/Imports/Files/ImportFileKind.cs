namespace Modular.Kernel.Postgres.Imports.Files;

/// <summary>What a file is, by its first bytes; names lie.</summary>
internal enum ImportFileKind
{
    Text,
    Workbook,
}

/// <summary>Tells the kinds apart.</summary>
internal static class ImportFileKinds
{
    private static ReadOnlySpan<byte> ArchiveStart => "PK\u0003\u0004"u8;

    private static ReadOnlySpan<byte> CompoundDocumentStart => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    /// <exception cref="UnreadableFileException">The file is empty or of a kind that is not taken.</exception>
    public static ImportFileKind Of(Stream file)
    {
        Span<byte> start = stackalloc byte[512];
        file.Position = 0;
        start = start[..file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
        file.Position = 0;
        if (start.IsEmpty)
            throw new UnreadableFileException(new ImportFileIsEmpty());
        if (start.StartsWith(ArchiveStart))
            return ImportFileKind.Workbook;
        if (start.StartsWith(CompoundDocumentStart))
            throw new UnreadableFileException(new WorkbookIsOldOrLocked());
        if (start.Contains((byte)0) && !TextFileEncoding.HasUtf16Mark(start))
            throw new UnreadableFileException(new ImportFileIsNotATable());
        return ImportFileKind.Text;
    }
}
