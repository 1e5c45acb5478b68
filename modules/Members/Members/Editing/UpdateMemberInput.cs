using Modular.Members.Memberships;

namespace Modular.Members.Editing;

/// <summary>What is to be changed about a person. A field that is left out stays; null clears a field that may be empty.</summary>
internal sealed record UpdateMemberInput : MemberChangeInput
{
    /// <summary>Why it is changed; needed for corrections (MEM-08).</summary>
    public string? Reason { get; init; }

    /// <summary>The document on which a correction rests; needed for corrections (MEM-08).</summary>
    public MemberDecisionInput? Document { get; init; }
}
