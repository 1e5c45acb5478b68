using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Provinces;
using Modular.Members.Memberships;

namespace Modular.Members.Badges;

/// <summary>A member who is proposed for a badge in a round (đề nghị tặng Huy hiệu Đảng).</summary>
internal sealed class BadgeProposal : IMemberFact, IVersioned
{
    /// <inheritdoc />
    public ProvinceId ProvinceId { get; private set; }

    /// <inheritdoc />
    public Guid Id { get; init; }

    /// <inheritdoc />
    public int Version { get; private set; }

    /// <summary>The round.</summary>
    public Guid RoundId { get; init; }

    /// <inheritdoc />
    public Guid MemberId { get; init; }

    /// <summary>The cell of the member when they were proposed.</summary>
    public Guid OrganizationId { get; init; }

    /// <summary>The step: years of Party age.</summary>
    public int Years { get; init; }

    /// <summary>How it is to be awarded.</summary>
    public BadgeAward Award { get; init; }

    /// <summary>The day on which the step is, or would have been, reached.</summary>
    public DateOnly ReachedOn { get; init; }

    /// <summary>Why it is to be awarded early: the illness.</summary>
    public string? Reason { get; init; }

    /// <summary>Where it stands.</summary>
    public BadgeProposalState State { get; private set; }

    /// <summary>Why it was declined.</summary>
    public string? Remark { get; private set; }

    /// <summary>The gift as a multiple of base pay, from the decision on; null where no text fixes it.</summary>
    public decimal? GiftMultiple { get; private set; }

    /// <summary>The gift in đồng, from the decision on.</summary>
    public long? GiftAmount { get; private set; }

    /// <summary>Notes what the check came to.</summary>
    public void Review(bool isRight, string? remark)
    {
        State = isRight ? BadgeProposalState.Checked : BadgeProposalState.Declined;
        Remark = remark;
    }

    /// <summary>The province awards the badge, with the gift of the policy.</summary>
    public void Decide(BadgePolicy policy)
    {
        State = BadgeProposalState.Decided;
        GiftMultiple = policy.Find(Years)?.GiftMultiple;
        GiftAmount = (long?)(GiftMultiple * policy.BasePay);
    }

    /// <summary>The badge was handed over.</summary>
    public void HandOver() => State = BadgeProposalState.Awarded;
}

/// <summary>Where a proposal stands.</summary>
internal enum BadgeProposalState
{
    /// <summary>Proposed by the grassroots organization (đã đề nghị).</summary>
    Proposed,

    /// <summary>Checked and found right (đã thẩm định).</summary>
    Checked,

    /// <summary>Not taken up (không đủ điều kiện).</summary>
    Declined,

    /// <summary>Decided by the province (đã quyết định).</summary>
    Decided,

    /// <summary>Handed over (đã trao tặng).</summary>
    Awarded,
}
