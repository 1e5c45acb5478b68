using System.Security.Cryptography;
using System.Text;
using Modular.Kernel.Postgres.Imports.Files;
using Modular.Kernel.Postgres.Imports.Files.Workbooks;

namespace Modular.Kernel.Postgres.Imports;

/// <summary>What is imported: a file, or rows that a program makes.</summary>
public abstract class ImportContent
{
    private protected ImportContent(string name)
    {
        Name = name;
    }

    /// <summary>The name under which people know it.</summary>
    public string Name { get; }

    /// <summary>The size in bytes, or null where there is no file.</summary>
    public abstract long? Bytes { get; }

    /// <summary>A CSV or XLSX file.</summary>
    /// <param name="path">Where it lies.</param>
    /// <param name="name">The name under which it came; the file's own name unless given.</param>
    public static ImportContent OfFile(string path, string? name = null) => new FileContent(path, name ?? Path.GetFileName(path));

    /// <summary>Rows that a program makes, one after the other.</summary>
    /// <param name="name">What they are, for people.</param>
    /// <param name="version">Tells one making of them from another; the same version is never applied twice.</param>
    /// <param name="headers">The headers of the columns.</param>
    /// <param name="rows">The rows.</param>
    public static ImportContent OfRows(string name, string version, IReadOnlyList<string> headers, IEnumerable<MadeRow> rows) =>
        new MadeContent(name, version, headers, rows);

    internal abstract Task<byte[]> HashAsync(CancellationToken cancellationToken);

    /// <exception cref="UnreadableFileException">The file is malformed, or bears a stamp of a state secret.</exception>
    internal abstract TableReader Open(ImportLimits limits);

    private sealed class FileContent(string path, string name) : ImportContent(name)
    {
        public override long? Bytes => new FileInfo(path).Length;

        internal override async Task<byte[]> HashAsync(CancellationToken cancellationToken)
        {
            await using var file = File.OpenRead(path);
            return await SHA256.HashDataAsync(file, cancellationToken);
        }

        internal override TableReader Open(ImportLimits limits)
        {
            var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
            try
            {
                StampWatch.Check(Name, row: null);
                return new WatchedTableReader(
                    ImportFileKinds.Of(file) == ImportFileKind.Workbook ? new WorkbookTableReader(file, limits) : new CsvTableReader(file, limits));
            }
            catch
            {
                file.Dispose();
                throw;
            }
        }
    }

    private sealed class MadeContent(string name, string version, IReadOnlyList<string> headers, IEnumerable<MadeRow> rows)
        : ImportContent(name)
    {
        public override long? Bytes => null;

        internal override Task<byte[]> HashAsync(CancellationToken cancellationToken) =>
            Task.FromResult(SHA256.HashData(Encoding.UTF8.GetBytes($"{Name}\n{version}")));

        internal override TableReader Open(ImportLimits limits) => new MadeTableReader(headers, rows);
    }
}

/// <summary>A row that a program makes.</summary>
/// <param name="Id">The identifier of the object that it becomes.</param>
/// <param name="Cells">The cells in the order of the headers; null for an empty one.</param>
public readonly record struct MadeRow(Guid Id, string?[] Cells);
