using Modular.GraphQL.CodeFirst;
using Modular.Members.Contracts;

namespace Modular.Members.Memberships;

/// <summary>A step of a person's way: admission, recognition, removal, death, restoration, re-admission.</summary>
internal sealed record ChangeMemberStatusInput
{
    /// <summary>The person.</summary>
    [ID("Member")]
    public required Guid MemberId { get; init; }

    /// <summary>The version that was read.</summary>
    public required int ExpectedVersion { get; init; }

    /// <summary>The new status.</summary>
    public required MembershipStatus Status { get; init; }

    /// <summary>
    /// The first day of the new status. For an admission this is the day of the ceremony; for a recognition the official date, which
    /// follows from the ceremony where it is left out; it is needed for everything else.
    /// </summary>
    public DateOnly? EffectiveOn { get; init; }

    /// <summary>The decision; needed for all but an application and a death.</summary>
    public MemberDecisionInput? Decision { get; init; }

    /// <summary>Why a recognition takes effect on another day than the end of probation.</summary>
    public string? OfficialOnReason { get; init; }

    /// <summary>Grounds, in short (lý do).</summary>
    public string? Reason { get; init; }

    /// <summary>
    /// Records without its procedure what has one: papers that lie elsewhere, or a mistake that is put right. Takes the permission to correct status, and a reason.
    /// </summary>
    public bool AsCorrection { get; init; }

    /// <summary>The cell that takes the person in, for a restoration or re-admission; the last one where left out.</summary>
    [ID("Organization")]
    public Guid? OrganizationId { get; init; }
}
