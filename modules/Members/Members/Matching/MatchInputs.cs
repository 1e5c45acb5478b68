using Modular.GraphQL.CodeFirst;
using Modular.Kernel.Access;
using Modular.Kernel.GraphQL;
using Modular.Members.Memberships;

namespace Modular.Members.Matching;

/// <summary>A field of a person that the register can take over from a list. Numbers of cards and CVs, dates of membership and cells follow procedures of their own.</summary>
internal enum MatchField
{
    /// <summary>The full name.</summary>
    FullName,

    /// <summary>The sex.</summary>
    Sex,

    /// <summary>The birth date.</summary>
    BirthDate,

    /// <summary>The citizen identity number.</summary>
    CitizenId,

    /// <summary>The ethnic group.</summary>
    EthnicGroup,

    /// <summary>The native place.</summary>
    NativePlace,
}

/// <summary>What is decided about rows of a match run that are open.</summary>
internal sealed record DecideMatchRowsInput
{
    /// <summary>How many rows are decided at once; of more, the outcome says how many remain.</summary>
    public const int Most = 500;

    /// <summary>The match run: the import that brought the list.</summary>
    public required Guid BatchId { get; init; }

    /// <summary>The decision.</summary>
    public required MatchDecision Decision { get; init; }

    /// <summary>The rows by their positions, at most 500; all rows of a class where left out.</summary>
    public IReadOnlyList<int>? Positions { get; init; }

    /// <summary>The class whose rows are decided; needed where no positions are given.</summary>
    public MatchClass? Class { get; init; }

    /// <summary>Only rows of the class that rest on this.</summary>
    public MatchReason? Reason { get; init; }

    /// <summary>Only rows of the class of which this field, and no other, differs.</summary>
    public MatchField? DiffersOnlyIn { get; init; }

    /// <summary>The fields that are taken over, for <c>TAKE_THEIRS</c>.</summary>
    public IReadOnlyList<MatchField>? Fields { get; init; }

    /// <summary>Why; needed where something is corrected (MEM-08).</summary>
    public string? Because { get; init; }

    /// <summary>The document on which corrections rest (MEM-08).</summary>
    public MemberDecisionInput? Document { get; init; }

    /// <summary>Only tell what would come of it; nothing is changed.</summary>
    public bool TryOut { get; init; }
}

/// <summary>Says who is meant by a probable or ambiguous row.</summary>
internal sealed record ConfirmMatchInput
{
    /// <summary>The match run: the import that brought the list.</summary>
    public required Guid BatchId { get; init; }

    /// <summary>The row by its position.</summary>
    public required int Position { get; init; }

    /// <summary>The person: one of the row's candidates.</summary>
    [ID("Member")]
    public required Guid MemberId { get; init; }
}

/// <summary>A match run that is over.</summary>
internal sealed record CloseMatchRunInput
{
    /// <summary>The match run: the import that brought the list.</summary>
    public required Guid BatchId { get; init; }

    /// <summary>The version that was read.</summary>
    public required int ExpectedVersion { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }
}

/// <summary>How many records a field was changed of.</summary>
/// <param name="Field">The field.</param>
/// <param name="Count">How many.</param>
[Classified(DataClass.Internal)]
internal sealed record MatchFieldChange(MatchField Field, int Count);

/// <summary>What came of deciding rows, or would come of it.</summary>
/// <param name="Count">How many rows are decided.</param>
/// <param name="Remaining">How many rows of the same kind are open still.</param>
/// <param name="Changes">What is changed in the register.</param>
[Classified(DataClass.Internal)]
internal sealed record MatchDecisionOutcome(int Count, int Remaining, IReadOnlyList<MatchFieldChange> Changes);

/// <summary>What came of saying who is meant.</summary>
/// <param name="Position">The row.</param>
/// <param name="Class">Its class now.</param>
/// <param name="Differing">The fields of which it says something else than the register.</param>
[Classified(DataClass.Basic)]
internal sealed record MatchConfirmation(int Position, MatchClass Class, IReadOnlyList<string> Differing);
