using System.Security.Cryptography;
using System.Text;
using Modular.GraphQL.Sdl;

namespace Modular.Host.Provinces.Planning;

/// <summary>What enabling or disabling a module does to clients.</summary>
/// <param name="ChangesAnything">Whether the module is not yet as it is to be.</param>
/// <param name="OthersFirst">The modules that must be enabled, or disabled, before it, in this order.</param>
/// <param name="Conflict">Why the modules that would serve do not go together; null where they do.</param>
/// <param name="SchemaChanges">What changes in the province's schema once the others and the module have been enabled, or disabled.</param>
/// <param name="Documents">The trusted documents that break, or become valid.</param>
internal sealed record ModuleChangeEffect(
    bool ChangesAnything,
    IReadOnlyList<string> OthersFirst,
    string? Conflict,
    IReadOnlyList<SchemaChange> SchemaChanges,
    IReadOnlyList<ChangedDocument> Documents)
{
    /// <summary>Stands for all of this: the same as long as the change would do the same.</summary>
    public string Digest { get; } = DigestOf(
    [
        $"{ChangesAnything}",
        .. OthersFirst.Select(other => $"module {other}"),
        $"conflict {Conflict}",
        .. SchemaChanges.Select(change => $"schema {change}"),
        .. Documents.Select(document => $"document {document.Hash} {document.Error}"),
    ]);

    private static string DigestOf(IEnumerable<string> lines) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines))))[..32];
}

/// <summary>A trusted document that a change breaks, or makes valid.</summary>
/// <param name="Hash">The identifier by which clients name it, a SHA-256 hash as a rule.</param>
/// <param name="Operations">The names of its operations.</param>
/// <param name="Error">The first thing that would be wrong with it; null where it becomes valid.</param>
internal sealed record ChangedDocument(string Hash, IReadOnlyList<string> Operations, string? Error);
