using Modular.Kernel.Results;
using Modular.Organizations.Contracts;

namespace Modular.Organizations.Committees;

/// <summary>How large a committee of an organization of a kind may be (ORG-07, ORG-09).</summary>
internal sealed record CommitteeSizeRules(string Kind, CommitteeSizingPolicy Policy)
{
    /// <summary>All that stands against a committee of this size.</summary>
    /// <param name="committeeSize">How many members it has; 0 for a cell without a committee.</param>
    /// <param name="standingSize">How many of them form the standing committee.</param>
    /// <param name="officialMembers">How many official members a cell has; null where it is not known.</param>
    public IEnumerable<Problem> Against(int committeeSize, int standingSize, int? officialMembers)
    {
        if (Kind == OrganizationKinds.PartyGroup)
            return [new KindHasNoCommittee(Kind) { Field = "input.organizationId" }];
        if (committeeSize is < 0 or > 200 || standingSize < 0)
            return [OutOfRange()];
        return OrganizationKinds.HoldsMembers(Kind)
            ? AgainstCell(committeeSize, standingSize, officialMembers)
            : AgainstCommittee(committeeSize, standingSize);
    }

    private IEnumerable<Problem> AgainstCell(int committeeSize, int standingSize, int? officialMembers)
    {
        if (standingSize > 0)
            yield return TooSmallForStanding(committeeSize);
        if (committeeSize == 0)
            yield break;
        if (committeeSize > Policy.CellCommitteeMaximum)
            yield return new CellCommitteeIsTooLarge(committeeSize, Policy.CellCommitteeMaximum) { Field = "input.committeeSize" };
        if (officialMembers is { } officials && officials < Policy.CellCommitteeFromOfficialMembers)
        {
            yield return new CellIsTooSmallForACommittee(officials, Policy.CellCommitteeFromOfficialMembers)
            {
                Field = "input.committeeSize",
            };
        }
    }

    private IEnumerable<Problem> AgainstCommittee(int committeeSize, int standingSize)
    {
        if (committeeSize == 0)
            yield return OutOfRange();
        if (standingSize == 0)
            yield break;
        if (committeeSize < Policy.StandingCommitteeFromCommitteeMembers)
            yield return TooSmallForStanding(committeeSize);
        var maximum = committeeSize / Policy.StandingCommitteeShareOf;
        if (standingSize > maximum)
            yield return new StandingCommitteeIsTooLarge(standingSize, maximum) { Field = "input.standingSize" };
    }

    private CommitteeIsTooSmallForAStandingCommittee TooSmallForStanding(int committeeSize) =>
        new(committeeSize, Policy.StandingCommitteeFromCommitteeMembers) { Field = "input.standingSize" };

    private static InvalidInput OutOfRange() => new(new LocalizedText(
        "Số lượng cấp ủy viên phải từ 1 đến 200 (0 chỉ dành cho chi bộ không có chi ủy).",
        "The size of a committee is from 1 to 200 (0 only for a cell without a committee)."))
    {
        Field = "input.committeeSize",
    };
}
