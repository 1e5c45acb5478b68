using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;

namespace Modular.Kernel.Postgres.Embedded;

/// <summary>The random passwords of the two roles, in a file that only the host's user may read.</summary>
internal sealed record ClusterCredentials(string OwnerPassword, string ApplicationPassword)
{
    private const string FileName = "postgres-credentials.json";

    public static async Task<ClusterCredentials?> ReadAsync(string dataFolder, CancellationToken cancellationToken)
    {
        var path = Path.Combine(dataFolder, FileName);
        if (!File.Exists(path))
            return null;
        await using var file = File.OpenRead(path);
        return await JsonSerializer.DeserializeAsync<ClusterCredentials>(file, cancellationToken: cancellationToken);
    }

    public static async Task<ClusterCredentials> MakeAsync(string dataFolder, CancellationToken cancellationToken)
    {
        var made = new ClusterCredentials(RandomPassword(), RandomPassword());
        var path = Path.Combine(dataFolder, FileName);
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using var file = new FileStream(path, options);
        await JsonSerializer.SerializeAsync(file, made, cancellationToken: cancellationToken);
        return made;
    }

    private static string RandomPassword() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(24));
}
