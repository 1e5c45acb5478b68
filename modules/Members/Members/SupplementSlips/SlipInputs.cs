using Modular.GraphQL.CodeFirst;
using Modular.Members.Memberships;
using Modular.Members.Proposals;

namespace Modular.Members.SupplementSlips;

/// <summary>A supplement slip as it comes in.</summary>
internal sealed record SubmitSupplementSlipInput
{
    /// <summary>The member.</summary>
    [ID("Member")]
    public required Guid MemberId { get; init; }

    /// <summary>The version of the member that was read.</summary>
    public required int ExpectedVersion { get; init; }

    /// <summary>The year of which it tells.</summary>
    public required int Year { get; init; }

    /// <summary>What changed; left out where nothing did.</summary>
    public ProposedChangesInput? Changes { get; init; }

    /// <summary>The day on which it came in; today where left out.</summary>
    public DateOnly? SubmittedOn { get; init; }

    /// <summary>What there is to say beside the changes.</summary>
    public string? Remark { get; init; }
}

/// <summary>Slips that are accepted, all or none.</summary>
internal sealed record AcceptSupplementSlipsInput
{
    /// <summary>How many slips can be accepted at once.</summary>
    public const int Most = 200;

    /// <summary>The slips, each once, at most 200.</summary>
    public required IReadOnlyList<AcceptedSlipInput> Slips { get; init; }

    /// <summary>Why corrections of names, birth dates and numbers are made; needed where a slip has some (MEM-08).</summary>
    public string? Reason { get; init; }

    /// <summary>The document on which corrections rest; needed where a slip has some (MEM-08).</summary>
    public MemberDecisionInput? Document { get; init; }
}

/// <summary>A slip that is accepted.</summary>
internal sealed record AcceptedSlipInput
{
    /// <summary>The slip.</summary>
    [ID("SupplementSlip")]
    public required Guid Id { get; init; }

    /// <summary>The version that was read.</summary>
    public required int ExpectedVersion { get; init; }
}

/// <summary>A slip that is sent back.</summary>
internal sealed record ReturnSupplementSlipInput
{
    /// <summary>The slip.</summary>
    [ID("SupplementSlip")]
    public required Guid Id { get; init; }

    /// <summary>The version that was read.</summary>
    public required int ExpectedVersion { get; init; }

    /// <summary>What is wrong with it.</summary>
    public required string Ground { get; init; }
}
