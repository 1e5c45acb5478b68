using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text.Json;
using Modular.Kernel.Postgres.History;

namespace Modular.Kernel.Postgres.AccessLog;

/// <summary>
/// The form of an archive: gzip of lines of JSON, each with the place of a read in the chain, its seal and all its columns as PostgreSQL writes them
/// (<c>{"position":1,"hash":"…","read":{…}}</c>), so that it can be searched and checked without the product.
/// </summary>
internal static class ReadArchiveFile
{
    /// <summary>Writes a file and waits until the disk has it.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static async Task WriteAsync(string path, IAsyncEnumerable<string> lines, CancellationToken cancellationToken)
    {
        await using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None);
        // Whose data somebody looked at is nobody else's business on the machine.
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        await using (var gzip = new GZipStream(file, CompressionLevel.Optimal, leaveOpen: true))
        await using (var text = new StreamWriter(gzip))
        {
            await foreach (var line in lines.WithCancellation(cancellationToken))
                await text.WriteLineAsync(line.AsMemory(), cancellationToken);
        }

        file.Flush(flushToDisk: true);
    }

    /// <summary>Writes the digest of a file beside it, as <c>sha256sum --check</c> reads it.</summary>
    /// <returns>The digest.</returns>
    public static async Task<string> WriteDigestAsync(string path, CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(path);
        var digest = Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellationToken));
        await File.WriteAllTextAsync($"{path}.sha256", $"{digest}  {Path.GetFileName(path)}\n", cancellationToken);
        return digest;
    }

    /// <summary>Reads the lines of a file.</summary>
    /// <exception cref="ReadArchiveException">It is no archive of reads.</exception>
    public static async IAsyncEnumerable<ArchivedRead> ReadAsync(string path, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(path);
        await using var gzip = new GZipStream(file, CompressionMode.Decompress);
        using var text = new StreamReader(gzip);
        while (await NextAsync(text, cancellationToken) is { } line)
            yield return ParsedFrom(line);
    }

    private static async Task<string?> NextAsync(StreamReader text, CancellationToken cancellationToken)
    {
        try
        {
            return await text.ReadLineAsync(cancellationToken);
        }
        catch (InvalidDataException)
        {
            throw new ReadArchiveException("The file is no gzip file, or its end is missing.");
        }
    }

    private static ArchivedRead ParsedFrom(string line)
    {
        try
        {
            using var parsed = JsonDocument.Parse(line);
            var root = parsed.RootElement;
            return new ArchivedRead(NotedSeal.Parse($"{root.GetProperty("position").GetInt64()}:{root.GetProperty("hash").GetString()}"), root.GetProperty("read").GetRawText());
        }
        catch (Exception malformed) when (malformed is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new ReadArchiveException("A line of the file is no archived read.");
        }
    }
}

/// <summary>A line of an archive.</summary>
/// <param name="Seal">The read's seal.</param>
/// <param name="Columns">The read's columns, as a JSON object.</param>
internal sealed record ArchivedRead(NotedSeal Seal, string Columns);
