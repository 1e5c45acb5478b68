using Modular.Organizations.Contracts;

namespace Modular.ResidenceLiaison.Documents;

/// <summary>The names of organizations, and of those above them, as papers of a day write them.</summary>
internal sealed class PaperNames
{
    private readonly IReadOnlyDictionary<Guid, OrganizationSummary> known;

    private PaperNames(IReadOnlyDictionary<Guid, OrganizationSummary> known) => this.known = known;

    /// <summary>Finds them in two looks.</summary>
    public static async Task<PaperNames> FindAsync(IOrganizationDirectory organizations, IEnumerable<Guid> ids, DateOnly day, CancellationToken cancellationToken)
    {
        var named = await organizations.FindAsync([.. ids.Distinct()], day, cancellationToken);
        var above = await organizations.FindAsync([.. named.Values.Select(found => found.ParentId).OfType<Guid>().Where(id => !named.ContainsKey(id)).Distinct()], day, cancellationToken);
        return new PaperNames(named.Concat(above).ToDictionary(found => found.Key, found => found.Value));
    }

    /// <summary>The name of an organization; nothing where there is none.</summary>
    public string Of(Guid? id) => id is { } key && known.TryGetValue(key, out var found) ? found.Name : "";

    /// <summary>The name of the organization above.</summary>
    public string AboveOf(Guid? id) => id is { } key && known.TryGetValue(key, out var found) ? Of(found.ParentId) : "";
}
