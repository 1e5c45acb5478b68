using Modular.Kernel.Policies;
using Modular.Kernel.Results;
using Modular.Organizations.Contracts;
using Modular.Organizations.Register;

namespace Modular.Organizations.Committees;

/// <summary>How large a committee may be (ORG-07, ORG-09).</summary>
internal sealed class CommitteeSizing(IPolicies policies, IEnumerable<IOrganizationMembership> membership)
{
    /// <summary>All that stands against a committee of this size.</summary>
    public async Task<List<Problem>> CheckAsync(
        Organization organization, int committeeSize, int standingSize, DateOnly day, CancellationToken cancellationToken)
    {
        if (organization.Kind == OrganizationKinds.PartyGroup)
            return [new KindHasNoCommittee(organization.Kind) { Field = "input.organizationId" }];
        if (committeeSize is < 0 or > 200 || standingSize < 0)
            return [OutOfRange()];
        var policy = await policies.InForceOnAsync<CommitteeSizingPolicy>(day, cancellationToken);
        return OrganizationKinds.HoldsMembers(organization.Kind)
            ? await OfCellAsync(organization, policy, committeeSize, standingSize, day, cancellationToken)
            : [.. OfCommittee(policy, committeeSize, standingSize)];
    }

    private async Task<List<Problem>> OfCellAsync(
        Organization cell, CommitteeSizingPolicy policy, int committeeSize, int standingSize, DateOnly day, CancellationToken cancellationToken)
    {
        var problems = new List<Problem>();
        if (standingSize > 0)
        {
            problems.Add(new CommitteeIsTooSmallForAStandingCommittee(committeeSize, policy.StandingCommitteeFromCommitteeMembers)
            {
                Field = "input.standingSize",
            });
        }

        if (committeeSize == 0)
            return problems;
        if (committeeSize > policy.CellCommitteeMaximum)
            problems.Add(new CellCommitteeIsTooLarge(committeeSize, policy.CellCommitteeMaximum) { Field = "input.committeeSize" });
        foreach (var members in membership)
        {
            var counts = await members.CountOfficialMembersAsync([cell.Id], day, cancellationToken);
            var officials = counts.GetValueOrDefault(cell.Id);
            if (officials < policy.CellCommitteeFromOfficialMembers)
            {
                problems.Add(new CellIsTooSmallForACommittee(officials, policy.CellCommitteeFromOfficialMembers)
                {
                    Field = "input.committeeSize",
                });
            }
        }

        return problems;
    }

    private static IEnumerable<Problem> OfCommittee(CommitteeSizingPolicy policy, int committeeSize, int standingSize)
    {
        if (committeeSize == 0)
            yield return OutOfRange();
        if (standingSize == 0)
            yield break;
        if (committeeSize < policy.StandingCommitteeFromCommitteeMembers)
        {
            yield return new CommitteeIsTooSmallForAStandingCommittee(committeeSize, policy.StandingCommitteeFromCommitteeMembers)
            {
                Field = "input.standingSize",
            };
        }

        var maximum = committeeSize / policy.StandingCommitteeShareOf;
        if (standingSize > maximum)
            yield return new StandingCommitteeIsTooLarge(standingSize, maximum) { Field = "input.standingSize" };
    }

    private static InvalidInput OutOfRange() => new(new LocalizedText(
        "Số lượng cấp ủy viên phải từ 1 đến 200 (0 chỉ dành cho chi bộ không có chi ủy).",
        "The size of a committee is from 1 to 200 (0 only for a cell without a committee)."))
    {
        Field = "input.committeeSize",
    };
}
