using Modular.GraphQL.CodeFirst;
using Modular.Kernel.Access;
using Modular.Kernel.GraphQL;
using Modular.Members.Memberships;

namespace Modular.Members.Merging;

/// <summary>Two records that are of one person.</summary>
internal sealed record ProposeMemberMergeInput
{
    /// <summary>The record that stays: the one whose membership, statuses and cells are right.</summary>
    [ID("Member")]
    public required Guid KeptId { get; init; }

    /// <summary>The version of it that was read.</summary>
    public required int KeptVersion { get; init; }

    /// <summary>The record that goes.</summary>
    [ID("Member")]
    public required Guid DroppedId { get; init; }

    /// <summary>The version of it that was read.</summary>
    public required int DroppedVersion { get; init; }

    /// <summary>The fields that are right in the record that goes. What the other lacks is taken in any case.</summary>
    public IReadOnlyList<MergeField>? TakeFromDropped { get; init; }

    /// <summary>How it was found out that they are one.</summary>
    public required string Reason { get; init; }

    /// <summary>The document on which it rests (MEM-08).</summary>
    public required MemberDecisionInput Document { get; init; }
}

/// <summary>A merge that is approved.</summary>
internal sealed record MergeMembersInput
{
    /// <summary>The merge.</summary>
    public required Guid Key { get; init; }

    /// <summary>The version that was read.</summary>
    public required int ExpectedVersion { get; init; }

    /// <summary>The version of the record that stays that was read.</summary>
    public required int KeptVersion { get; init; }

    /// <summary>The version of the record that goes that was read.</summary>
    public required int DroppedVersion { get; init; }
}

/// <summary>A merge that is not to be.</summary>
internal sealed record RejectMemberMergeInput
{
    /// <summary>The merge.</summary>
    public required Guid Key { get; init; }

    /// <summary>The version that was read.</summary>
    public required int ExpectedVersion { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }
}

/// <summary>A merge that was wrong.</summary>
internal sealed record UndoMemberMergeInput
{
    /// <summary>The merge.</summary>
    public required Guid Key { get; init; }

    /// <summary>The version that was read.</summary>
    public required int ExpectedVersion { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }
}

/// <summary>What becomes of the rows of one table of a module.</summary>
/// <param name="Module">The module, or the part of the system.</param>
/// <param name="Fact">What a row is, for instance <c>Residence</c>.</param>
/// <param name="Moved">How many go to the record that stays.</param>
/// <param name="Ended">How many go to it and end, because it has one of its own.</param>
/// <param name="LeftOut">How many are left out: they are the course of the other record, or the record that stays has its own.</param>
[Classified(DataClass.Internal)]
internal sealed record MergedFacts(string Module, string Fact, int Moved, int Ended, int LeftOut);

/// <summary>What a merge would come to: it was tried out and taken back.</summary>
/// <param name="Conflicts">The fields of which the records say different things, and one must be chosen.</param>
/// <param name="Facts">What becomes of the facts, by module.</param>
/// <param name="Problems">What stands against the merge.</param>
[Classified(DataClass.Basic)]
internal sealed record MergePreview(IReadOnlyList<MergeField> Conflicts, IReadOnlyList<MergedFacts> Facts, IReadOnlyList<string> Problems);
