using Modular.GraphQL.CodeFirst;
using Modular.Members.Memberships;

namespace Modular.Members.Discipline;

/// <summary>A disciplinary measure with the vote on which it rests.</summary>
internal sealed record RecordDisciplinaryMeasureInput
{
    /// <summary>The member.</summary>
    [ID("Member")]
    public required Guid MemberId { get; init; }

    /// <summary>The version that was read.</summary>
    public required int ExpectedVersion { get; init; }

    /// <summary>The form.</summary>
    public required DisciplineForm Form { get; init; }

    /// <summary>The kind of fault.</summary>
    public required DisciplineGround Ground { get; init; }

    /// <summary>The fault in short.</summary>
    public required string Fault { get; init; }

    /// <summary>The day on which the fault ended; limitation counts from it (MEM-58).</summary>
    public required DateOnly FaultEndedOn { get; init; }

    /// <summary>The organization whose body decided: the member's cell or one above it (MEM-51).</summary>
    [ID("Organization")]
    public required Guid DecidedByOrganizationId { get; init; }

    /// <summary>The vote of that body.</summary>
    public required VoteInput Vote { get; init; }

    /// <summary>The vote of the cell that proposed an expulsion (REM-01).</summary>
    public VoteInput? Proposal { get; init; }

    /// <summary>How the member was heard (MEM-55).</summary>
    public required DisciplineHearing Hearing { get; init; }

    /// <summary>The day on which the body heard the member, before or on that of the vote; needed where the member was heard.</summary>
    public DateOnly? HeardOn { get; init; }

    /// <summary>The days on which the member was invited; needed where the member stayed away, as many as the policy `members.discipline` asks for.</summary>
    public IReadOnlyList<DateOnly>? InvitedOn { get; init; }

    /// <summary>What the member said, or how the member was invited, in short.</summary>
    public string? HearingNote { get; init; }

    /// <summary>What keeps the member from being judged for the time being (MEM-54); left out where nothing does.</summary>
    public DisciplineHindrance? Hindrance { get; init; }

    /// <summary>The day on which the result of the vote was announced: the measure takes effect (MEM-52).</summary>
    public required DateOnly AnnouncedOn { get; init; }

    /// <summary>The written decision; needed for removal from post and expulsion, and following later for the others.</summary>
    public MemberDecisionInput? Decision { get; init; }

    /// <summary>For a removal from post: the organization whose committee the member leaves; all where left out.</summary>
    [ID("Organization")]
    public Guid? RemovedFromOrganizationId { get; init; }
}

/// <summary>The result of a vote.</summary>
internal sealed record VoteInput
{
    /// <summary>How many official members, or members of the body, may vote, present or not.</summary>
    public required int Base { get; init; }

    /// <summary>How many voted for it.</summary>
    public required int InFavour { get; init; }
}
