using System.Security.Cryptography;
using System.Text;

namespace Modular.Host.Archives;

/// <summary>Names an export in the history: a hash over the names and hashes of its tables.</summary>
internal static class ArchiveDigest
{
    public static string Of(ArchiveManifest manifest) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Join('\n', manifest.Tables.Select(table => $"{table.Name} {table.Sha256}")))));
}
