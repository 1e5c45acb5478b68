using Modular.Kernel.Policies;
using Modular.Kernel.Results;
using Modular.Organizations.Contracts;
using Modular.Organizations.Register;

namespace Modular.Organizations.Committees;

/// <summary>Finds what the rules of sizes need to know of an organization (ORG-07, ORG-09).</summary>
internal sealed class CommitteeSizing(IPolicies policies, IEnumerable<IOrganizationMembership> membership)
{
    /// <summary>All that stands against a committee of this size.</summary>
    public async Task<List<Problem>> CheckAsync(
        Organization organization, int committeeSize, int standingSize, DateOnly day, CancellationToken cancellationToken)
    {
        var policy = await policies.InForceOnAsync<CommitteeSizingPolicy>(day, cancellationToken);
        int? official = null;
        if (committeeSize > 0 && OrganizationKinds.HoldsMembers(organization.Kind))
        {
            foreach (var members in membership)
            {
                var counts = await members.CountOfficialMembersAsync([organization.Id], day, cancellationToken);
                official = counts.GetValueOrDefault(organization.Id);
            }
        }

        return [.. new CommitteeSizeRules(organization.Kind, policy).Against(committeeSize, standingSize, official)];
    }
}
