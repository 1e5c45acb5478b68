using Modular.Members.Memberships;

namespace Modular.Members.Editing;

/// <summary>What is to be changed about several persons, all or none.</summary>
internal sealed record UpdateMembersInput
{
    /// <summary>How many members can be changed at once.</summary>
    public const int Most = 200;

    /// <summary>The members, each once, at most 200.</summary>
    public required IReadOnlyList<MemberChangeInput> Members { get; init; }

    /// <summary>Why they are changed; needed for corrections (MEM-08).</summary>
    public string? Reason { get; init; }

    /// <summary>The document on which the corrections rest; needed for corrections (MEM-08).</summary>
    public MemberDecisionInput? Document { get; init; }
}
