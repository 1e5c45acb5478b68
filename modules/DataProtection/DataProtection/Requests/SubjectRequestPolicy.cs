using Modular.Kernel.Policies;
using Modular.Kernel.Results;
using Modular.Kernel.Time;

namespace Modular.DataProtection.Requests;

/// <summary>In which time requests of data subjects are answered (PD-09). Days are calendar days unless they are called working days.</summary>
internal sealed record SubjectRequestPolicy : IPolicy
{
    /// <inheritdoc />
    public static string Key => "data-protection.subject-requests";

    /// <inheritdoc />
    public static RuleReference Source => Rules.AnswerInTime;

    /// <summary>In how many working days the requester is told that the request came in (PD-09).</summary>
    public int AcknowledgeWorkingDays { get; init; } = 2;

    /// <summary>In how many days the requester is told how their data are processed, shown them, or given a copy (PD-09; the split of 10 and 20 days is to be confirmed).</summary>
    public int AccessDays { get; init; } = 10;

    /// <summary>In how many days data are corrected (PD-09; to be confirmed).</summary>
    public int CorrectionDays { get; init; } = 10;

    /// <summary>In how many days data are deleted (PD-09; to be confirmed).</summary>
    public int DeletionDays { get; init; } = 20;

    /// <summary>In how many days processing is restricted or stopped after an objection or a consent that was withdrawn (PD-09).</summary>
    public int RestrictionDays { get; init; } = 15;

    /// <summary>The same where a processor or another third party is involved (PD-09).</summary>
    public int RestrictionDaysWithThirdParty { get; init; } = 20;

    /// <summary>In how many days a complaint or a claim for compensation is answered; no instrument on personal data fixes it.</summary>
    public int ComplaintDays { get; init; } = 30;

    /// <summary>By how many days the time is extended at most, once (PD-09).</summary>
    public int MaximumExtensionDays { get; init; } = 15;

    /// <summary>Whether a last day that is no working day is moved to the next one (Bộ luật Dân sự 2015, Điều 148 khoản 5 / Civil Code 2015, Article 148(5)).</summary>
    public bool EndsOnWorkingDay { get; init; } = true;

    /// <summary>How many requests of a person may be open at the same time, so that nobody floods the register; no instrument fixes it.</summary>
    public int MostOpenRequests { get; init; } = 10;

    /// <summary>For how many hours a copy of the data may be fetched after it was prepared; no instrument fixes it.</summary>
    public int CopyHours { get; init; } = 72;

    /// <summary>How many days before the last day the completion is shown as a work item: more than any period above, so that it comes up at once.</summary>
    public int NoticeDays { get; init; } = 90;

    /// <summary>How many days before the last day a reply is called to mind; no instrument fixes it.</summary>
    public IReadOnlyList<int> AcknowledgeReminderDays { get; init; } = [1];

    /// <summary>How many days before the last day a completion is called to mind; no instrument fixes it.</summary>
    public IReadOnlyList<int> CompletionReminderDays { get; init; } = [7, 3, 1];

    /// <summary>The last day of the reply.</summary>
    public DateOnly AcknowledgeDueOn(DateOnly receivedOn, WorkingDayCalendar calendar) => calendar.DueAfter(receivedOn, AcknowledgeWorkingDays);

    /// <summary>The last day on which a request is completed.</summary>
    public DateOnly CompletionDueOn(SubjectRequestKind kind, bool involvesThirdParty, DateOnly receivedOn, WorkingDayCalendar calendar) =>
        LastDay(receivedOn.AddDays(DaysFor(kind, involvesThirdParty)), calendar);

    /// <summary>The last day after an extension; it counts from the last day before it.</summary>
    public DateOnly ExtendedTo(DateOnly dueOn, int days, WorkingDayCalendar calendar) => LastDay(dueOn.AddDays(days), calendar);

    private DateOnly LastDay(DateOnly day, WorkingDayCalendar calendar) => EndsOnWorkingDay ? calendar.DueAfter(day.AddDays(-1), 1) : day;

    private int DaysFor(SubjectRequestKind kind, bool involvesThirdParty) => kind switch
    {
        SubjectRequestKind.Know or SubjectRequestKind.Access or SubjectRequestKind.ProvideCopy => AccessDays,
        SubjectRequestKind.Correct => CorrectionDays,
        SubjectRequestKind.Delete => DeletionDays,
        SubjectRequestKind.Restrict or SubjectRequestKind.Object or SubjectRequestKind.WithdrawConsent =>
            involvesThirdParty ? RestrictionDaysWithThirdParty : RestrictionDays,
        _ => ComplaintDays,
    };
}
