using System.Text.Json;
using System.Text.Json.Serialization;

namespace Modular.Host.Archives;

/// <summary>What an export holds: file <c>manifest.json</c> of its folder.</summary>
/// <param name="Format">The version of the format.</param>
/// <param name="Module">The module.</param>
/// <param name="Version">The version of the module that was installed.</param>
/// <param name="Migration">The number of the last migration of its schema.</param>
/// <param name="ProvinceId">The code of the province, which all rows carry.</param>
/// <param name="Province">The slug of the province.</param>
/// <param name="Database">Tells databases apart: places in the order of events mean something in the same one only.</param>
/// <param name="ExportedAt">When it was written.</param>
/// <param name="Tables">The tables, each after those that it refers to.</param>
internal sealed record ArchiveManifest(
    int Format,
    string Module,
    string Version,
    int Migration,
    short ProvinceId,
    string Province,
    string Database,
    DateTimeOffset ExportedAt,
    IReadOnlyList<ArchivedTable> Tables)
{
    /// <summary>The format that this host writes and reads.</summary>
    public const int CurrentFormat = 1;

    private const string FileName = "manifest.json";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>Writes the manifest, which makes the folder an export.</summary>
    public Task WriteAsync(string folder, CancellationToken cancellationToken) =>
        File.WriteAllTextAsync(Path.Combine(folder, FileName), JsonSerializer.Serialize(this, Json) + "\n", cancellationToken);

    /// <exception cref="ArchiveException">The folder is no export, or one of another format.</exception>
    public static async Task<ArchiveManifest> ReadAsync(string folder, CancellationToken cancellationToken)
    {
        var file = Path.Combine(folder, FileName);
        if (!File.Exists(file))
            throw new ArchiveException($"{folder} is no export of a module: it has no {FileName}. An export that was interrupted has none.");
        try
        {
            var manifest = JsonSerializer.Deserialize<ArchiveManifest>(await File.ReadAllTextAsync(file, cancellationToken), Json)!;
            return manifest.Format == CurrentFormat
                ? manifest
                : throw new ArchiveException($"{file} is of format {manifest.Format}; this host reads format {CurrentFormat}.");
        }
        catch (JsonException exception)
        {
            throw new ArchiveException($"{file} cannot be read: {exception.Message}");
        }
    }
}

/// <summary>A table of an export: file <c>NAME.csv</c> of its folder.</summary>
/// <param name="Name">Schema and name.</param>
/// <param name="Kept">What becomes of its rows when the module is removed and put back.</param>
/// <param name="Columns">Its columns, in the order of the file.</param>
/// <param name="Rows">How many rows it has.</param>
/// <param name="Sha256">The SHA-256 hash of the file, in hexadecimal digits.</param>
internal sealed record ArchivedTable(string Name, KeptRows Kept, IReadOnlyList<string> Columns, long Rows, string Sha256)
{
    /// <summary>The file in the folder.</summary>
    [JsonIgnore]
    public string FileName => $"{Name}.csv";
}

/// <summary>What becomes of rows when a module is removed and put back.</summary>
internal enum KeptRows
{
    /// <summary>They go with the module and come back with it.</summary>
    WithTheModule,

    /// <summary>They go with the module and come back where the database is the same, whose order of events they name.</summary>
    WithTheDatabase,

    /// <summary>They are in the export to be read; the province keeps them.</summary>
    InTheProvince,
}

/// <summary>An export, a removal or a return of a module's data is refused, for the reason in the message.</summary>
internal sealed class ArchiveException(string message) : Exception(message);
