using Modular.GraphQL.CodeFirst;
using Modular.Members.Memberships;
using Modular.Members.Proposals;

namespace Modular.Members.ChangeRequests;

/// <summary>What a member asks to have changed in their own record.</summary>
internal sealed record RequestRecordChangeInput
{
    /// <summary>The version of the own record that was read.</summary>
    public required int ExpectedVersion { get; init; }

    /// <summary>What is to be changed.</summary>
    public required ProposedChangesInput Changes { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }
}

/// <summary>A request that the member takes back.</summary>
internal sealed record WithdrawRecordChangeInput
{
    /// <summary>The request.</summary>
    [ID("RecordChangeRequest")]
    public required Guid Id { get; init; }

    /// <summary>The version that was read.</summary>
    public required int ExpectedVersion { get; init; }
}

/// <summary>The decision on a request.</summary>
internal sealed record DecideRecordChangeInput
{
    /// <summary>The request.</summary>
    [ID("RecordChangeRequest")]
    public required Guid Id { get; init; }

    /// <summary>The version that was read.</summary>
    public required int ExpectedVersion { get; init; }

    /// <summary>Whether it is approved, and written into the record.</summary>
    public required bool IsApproved { get; init; }

    /// <summary>Why it is refused; or why corrections of names, birth dates and numbers are made (MEM-08).</summary>
    public string? Ground { get; init; }

    /// <summary>The document on which corrections rest (MEM-08).</summary>
    public MemberDecisionInput? Document { get; init; }
}
