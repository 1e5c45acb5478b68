using Modular.GraphQL.CodeFirst;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Policies;
using Modular.Organizations.Contracts;
using Modular.ResidenceLiaison.Contracts;
using Modular.ResidenceLiaison.Data;

namespace Modular.ResidenceLiaison.Introductions;

/// <summary>What of an introduction its receiver is suggested by.</summary>
internal sealed record LivingPlace(Guid Id, string? CommuneCode, Guid? ReceiverId);

[ExtendObjectType("ResidenceIntroduction")]
internal static class SuggestedReceivers
{
    /// <summary>
    /// The commune or ward committee to which the letter would be addressed, by the commune where the member lives or what became of it; null where the letter has its receiver, the commune is not
    /// known, or has no committee of its own or several.
    /// </summary>
    /// <param name="introductions">The introductions.</param>
    /// <param name="organizations">The organizations.</param>
    /// <param name="policies">Which organizations are those of communes.</param>
    /// <param name="db">The day.</param>
    /// <param name="cancellationToken">Cancels.</param>
    [Requires(ResidenceLiaisonPermissions.Read)]
    [References("Organization")]
    public static async Task<IReadOnlyList<Guid?>> SuggestedReceiverAsync(
        [Parents] IReadOnlyList<LivingPlace> introductions,
        IOrganizationDirectory organizations,
        IPolicies policies,
        LiaisonDbContext db,
        CancellationToken cancellationToken)
    {
        string[] codes = [.. introductions.Where(place => place.ReceiverId is null).Select(place => place.CommuneCode).OfType<string>().Distinct()];
        var policy = await policies.InForceOnAsync<LiaisonCategoryPolicy>(db.Today, cancellationToken);
        var found = await organizations.FindByCommuneAsync(codes, db.Today, cancellationToken);
        return [.. introductions.Select(place => place is { ReceiverId: null, CommuneCode: { } code } ? OnlyOf(found[code], policy, db.Today) : null)];
    }

    private static Guid? OnlyOf(IEnumerable<OrganizationSummary> organizations, LiaisonCategoryPolicy policy, DateOnly today)
    {
        var committees = organizations
            .Where(found => OrganizationKinds.IsGrassroots(found.Kind) && found.ExistedOn(today) && policy.ResidentialWhereUnsaid.Contains(found.FieldType ?? "")).ToList();
        return committees.Count == 1 ? committees[0].Id : null;
    }
}
