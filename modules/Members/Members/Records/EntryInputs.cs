using Modular.GraphQL.CodeFirst;
using Modular.Kernel.Results;

namespace Modular.Members.Records;

/// <summary>A line of one of the tables of the sheet as it is to be.</summary>
/// <typeparam name="TEntry">The line.</typeparam>
internal interface IEntryInput<in TEntry>
{
    /// <summary>The line that is replaced; null where one is added.</summary>
    Guid? Id { get; }

    /// <summary>What is wrong with it.</summary>
    IEnumerable<Problem> Check(EntryFrame frame, string path);

    /// <summary>Writes it into a line.</summary>
    void WriteTo(TEntry entry);
}

/// <summary>What all lines are held against.</summary>
/// <param name="BirthDate">The member's birth date.</param>
/// <param name="Today">The Vietnam day.</param>
/// <param name="LeastMonthsAbroad">From how many months on a stay abroad is listed.</param>
internal sealed record EntryFrame(DateOnly BirthDate, DateOnly Today, int LeastMonthsAbroad);

/// <summary>A line of the work history.</summary>
internal sealed record CareerEntryInput : IEntryInput<CareerEntry>
{
    /// <summary>The line that is replaced; left out where one is added.</summary>
    [ID("CareerEntry")]
    public Guid? Id { get; init; }

    /// <summary>The first day; of the month where only that is known.</summary>
    public required DateOnly BeganOn { get; init; }

    /// <summary>The last day; left out while it goes on.</summary>
    public DateOnly? EndedOn { get; init; }

    /// <summary>What was done, where, in which posts.</summary>
    public required string Work { get; init; }

    /// <inheritdoc />
    public IEnumerable<Problem> Check(EntryFrame frame, string path) =>
        [.. EntryRules.CheckPeriod(BeganOn, EndedOn, frame, path), .. EntryRules.CheckText(Work, EntryRules.LongLength, $"{path}.work")];

    /// <inheritdoc />
    public void WriteTo(CareerEntry entry)
    {
        entry.BeganOn = BeganOn;
        entry.EndedOn = EndedOn;
        entry.Work = Wording.Clean(Work)!;
    }
}

/// <summary>A course of training.</summary>
internal sealed record TrainingEntryInput : IEntryInput<TrainingEntry>
{
    /// <summary>The line that is replaced; left out where one is added.</summary>
    [ID("TrainingEntry")]
    public Guid? Id { get; init; }

    /// <summary>What about.</summary>
    public required TrainingKind Kind { get; init; }

    /// <summary>The school.</summary>
    public required string School { get; init; }

    /// <summary>The field of study, or the course.</summary>
    public required string Subject { get; init; }

    /// <summary>The first day; of the month where only that is known.</summary>
    public required DateOnly BeganOn { get; init; }

    /// <summary>The last day; left out while it goes on.</summary>
    public DateOnly? EndedOn { get; init; }

    /// <summary>The form of study.</summary>
    public required StudyForm Form { get; init; }

    /// <summary>The degree or certificate.</summary>
    public string? Certificate { get; init; }

    /// <inheritdoc />
    public IEnumerable<Problem> Check(EntryFrame frame, string path) =>
    [
        .. EntryRules.CheckPeriod(BeganOn, EndedOn, frame, path),
        .. EntryRules.CheckText(School, EntryRules.ShortLength, $"{path}.school"),
        .. EntryRules.CheckText(Subject, EntryRules.ShortLength, $"{path}.subject"),
        .. Wording.CheckLength(Certificate, EntryRules.ShortLength, $"{path}.certificate"),
    ];

    /// <inheritdoc />
    public void WriteTo(TrainingEntry entry)
    {
        entry.Kind = Kind;
        entry.School = Wording.Clean(School)!;
        entry.Subject = Wording.Clean(Subject)!;
        entry.BeganOn = BeganOn;
        entry.EndedOn = EndedOn;
        entry.Form = Form;
        entry.Certificate = Wording.Clean(Certificate);
    }
}

/// <summary>A reward or honour of the State.</summary>
internal sealed record HonourEntryInput : IEntryInput<HonourEntry>
{
    /// <summary>The line that is replaced; left out where one is added.</summary>
    [ID("HonourEntry")]
    public Guid? Id { get; init; }

    /// <summary>Which it is.</summary>
    public required HonourKind Kind { get; init; }

    /// <summary>Its name.</summary>
    public required string Title { get; init; }

    /// <summary>The day of the decision.</summary>
    public required DateOnly AwardedOn { get; init; }

    /// <summary>Who awarded it.</summary>
    public string? AwardedBy { get; init; }

    /// <summary>Number and symbol of the decision.</summary>
    public string? DecisionNumber { get; init; }

    /// <inheritdoc />
    public IEnumerable<Problem> Check(EntryFrame frame, string path) =>
    [
        .. EntryRules.CheckText(Title, EntryRules.ShortLength, $"{path}.title"),
        .. EntryRules.CheckDay(AwardedOn, frame.BirthDate, frame.Today, $"{path}.awardedOn"),
        .. Wording.CheckLength(AwardedBy, EntryRules.ShortLength, $"{path}.awardedBy"),
        .. Wording.CheckLength(DecisionNumber, EntryRules.NumberLength, $"{path}.decisionNumber"),
    ];

    /// <inheritdoc />
    public void WriteTo(HonourEntry entry)
    {
        entry.Kind = Kind;
        entry.Title = Wording.Clean(Title)!;
        entry.AwardedOn = AwardedOn;
        entry.AwardedBy = Wording.Clean(AwardedBy);
        entry.DecisionNumber = Wording.Clean(DecisionNumber);
    }
}
