using Modular.GraphQL.CodeFirst;
using Modular.Members.Contracts;
using Modular.Members.Memberships;

namespace Modular.Members.Flags;

/// <summary>A flag that is set for a period.</summary>
internal sealed record SetMemberFlagInput
{
    /// <summary>The member.</summary>
    [ID("Member")]
    public required Guid MemberId { get; init; }

    /// <summary>The version that was read.</summary>
    public required int ExpectedVersion { get; init; }

    /// <summary>The flag.</summary>
    public required MembershipFlag Flag { get; init; }

    /// <summary>The first day.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The last day; open where left out.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>The decision or the cell's resolution; needed for exemption, suspension and screening.</summary>
    public MemberDecisionInput? Decision { get; init; }

    /// <summary>Why, in short.</summary>
    public string? Reason { get; init; }

    /// <summary>
    /// Records without its procedure what has one: papers that lie elsewhere, or a mistake that is put right. Takes the permission to correct status, and a reason.
    /// </summary>
    public bool AsCorrection { get; init; }
}

/// <summary>A flag that ends.</summary>
internal sealed record ClearMemberFlagInput
{
    /// <summary>The member.</summary>
    [ID("Member")]
    public required Guid MemberId { get; init; }

    /// <summary>The version that was read.</summary>
    public required int ExpectedVersion { get; init; }

    /// <summary>The flag.</summary>
    public required MembershipFlag Flag { get; init; }

    /// <summary>The first day without it.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The decision, where there is one.</summary>
    public MemberDecisionInput? Decision { get; init; }

    /// <summary>Why, in short.</summary>
    public string? Reason { get; init; }

    /// <summary>
    /// Records without its procedure what has one: papers that lie elsewhere, or a mistake that is put right. Takes the permission to correct status, and a reason.
    /// </summary>
    public bool AsCorrection { get; init; }
}
