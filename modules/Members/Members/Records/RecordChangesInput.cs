using Modular.GraphQL.CodeFirst;

namespace Modular.Members.Records;

/// <summary>What is to be changed in a member sheet (2-HSĐV). A section that is left out stays.</summary>
internal sealed record RecordChangesInput
{
    /// <summary>The single facts of the sheet.</summary>
    public RecordParticularsInput? Particulars { get; init; }

    /// <summary>Where memberships began and who introduced; one entry a membership, which replaces what is there.</summary>
    public IReadOnlyList<AdmissionDetailInput>? Admissions { get; init; }

    /// <summary>Changes of the work history.</summary>
    public CareerChangesInput? Career { get; init; }

    /// <summary>Changes of courses and studies.</summary>
    public TrainingChangesInput? Trainings { get; init; }

    /// <summary>Changes of rewards and honours.</summary>
    public HonourChangesInput? Honours { get; init; }

    /// <summary>Changes of stays abroad.</summary>
    public TripChangesInput? TripsAbroad { get; init; }

    /// <summary>Changes of ties to abroad.</summary>
    public ForeignTieChangesInput? ForeignTies { get; init; }

    /// <summary>Changes of the family.</summary>
    public FamilyChangesInput? Family { get; init; }
}

/// <summary>Changes of one table of the sheet.</summary>
/// <typeparam name="TInput">What describes a line.</typeparam>
internal interface IEntryChanges<out TInput>
{
    /// <summary>The most lines that a table holds.</summary>
    const int Most = 100;

    /// <summary>Lines to be added, and lines that replace those whose ids they name.</summary>
    IReadOnlyList<TInput>? Put { get; }

    /// <summary>Lines to be taken out.</summary>
    IReadOnlyList<Guid>? Remove { get; }
}

/// <summary>Changes of the work history.</summary>
internal sealed record CareerChangesInput : IEntryChanges<CareerEntryInput>
{
    /// <summary>Lines to be added, and lines that replace those whose ids they name.</summary>
    public IReadOnlyList<CareerEntryInput>? Put { get; init; }

    /// <summary>Lines to be taken out.</summary>
    [ID("CareerEntry")]
    public IReadOnlyList<Guid>? Remove { get; init; }
}

/// <summary>Changes of courses and studies.</summary>
internal sealed record TrainingChangesInput : IEntryChanges<TrainingEntryInput>
{
    /// <summary>Lines to be added, and lines that replace those whose ids they name.</summary>
    public IReadOnlyList<TrainingEntryInput>? Put { get; init; }

    /// <summary>Lines to be taken out.</summary>
    [ID("TrainingEntry")]
    public IReadOnlyList<Guid>? Remove { get; init; }
}

/// <summary>Changes of rewards and honours.</summary>
internal sealed record HonourChangesInput : IEntryChanges<HonourEntryInput>
{
    /// <summary>Lines to be added, and lines that replace those whose ids they name.</summary>
    public IReadOnlyList<HonourEntryInput>? Put { get; init; }

    /// <summary>Lines to be taken out.</summary>
    [ID("HonourEntry")]
    public IReadOnlyList<Guid>? Remove { get; init; }
}

/// <summary>Changes of stays abroad.</summary>
internal sealed record TripChangesInput : IEntryChanges<TripAbroadInput>
{
    /// <summary>Lines to be added, and lines that replace those whose ids they name.</summary>
    public IReadOnlyList<TripAbroadInput>? Put { get; init; }

    /// <summary>Lines to be taken out.</summary>
    [ID("TripAbroad")]
    public IReadOnlyList<Guid>? Remove { get; init; }
}

/// <summary>Changes of ties to abroad.</summary>
internal sealed record ForeignTieChangesInput : IEntryChanges<ForeignTieInput>
{
    /// <summary>Lines to be added, and lines that replace those whose ids they name.</summary>
    public IReadOnlyList<ForeignTieInput>? Put { get; init; }

    /// <summary>Lines to be taken out.</summary>
    [ID("ForeignTie")]
    public IReadOnlyList<Guid>? Remove { get; init; }
}

/// <summary>Changes of the family.</summary>
internal sealed record FamilyChangesInput : IEntryChanges<FamilyMemberInput>
{
    /// <summary>Lines to be added, and lines that replace those whose ids they name.</summary>
    public IReadOnlyList<FamilyMemberInput>? Put { get; init; }

    /// <summary>Lines to be taken out.</summary>
    [ID("FamilyMember")]
    public IReadOnlyList<Guid>? Remove { get; init; }
}
