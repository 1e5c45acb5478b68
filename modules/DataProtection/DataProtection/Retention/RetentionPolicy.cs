using Modular.Kernel.Policies;
using Modular.Kernel.Postgres.Retention;
using Modular.Kernel.Results;

namespace Modular.DataProtection.Retention;

/// <summary>
/// How long data of somebody are kept who is no member any more, by what they are. No instrument that is known fixes these periods: a province decides them with its archive, class by class.
/// </summary>
internal sealed record RetentionPolicy : IPolicy
{
    /// <inheritdoc />
    public static string Key => "data-protection.retention";

    /// <inheritdoc />
    public static RuleReference Source => Rules.Retention;

    /// <summary>Names, birth date, numbers of card and CV: as long as somebody may come back, complain or be asked after; to be confirmed.</summary>
    public RetentionPeriod Identity { get; init; } = new(50);

    /// <summary>The citizen identity number, by which somebody who applies again is known; to be confirmed.</summary>
    public RetentionPeriod CitizenNumber { get; init; } = new(10);

    /// <summary>Telephone, e-mail, residences; to be confirmed.</summary>
    public RetentionPeriod Contact { get; init; } = new(2);

    /// <summary>Reasons, remarks and other texts; to be confirmed.</summary>
    public RetentionPeriod FreeText { get; init; } = new(10);

    /// <summary>Texts about discipline; to be confirmed.</summary>
    public RetentionPeriod Discipline { get; init; } = new(20);

    /// <summary>Photographs and copies of papers; to be confirmed.</summary>
    public RetentionPeriod Document { get; init; } = new(10);

    /// <summary>Texts about dues; to be confirmed.</summary>
    public RetentionPeriod Dues { get; init; } = new(10);

    /// <summary>For how many months reads of sensitive data stay in the log that is asked online (PD-15).</summary>
    public int SensitiveReadMonthsOnline { get; init; } = 12;

    /// <summary>For how many months more they are kept in an archive (PD-15).</summary>
    public int SensitiveReadMonthsInArchive { get; init; } = 24;

    /// <summary>The period of a class.</summary>
    public RetentionPeriod Of(RetentionClass retentionClass) => retentionClass switch
    {
        RetentionClass.Identity => Identity,
        RetentionClass.CitizenNumber => CitizenNumber,
        RetentionClass.Contact => Contact,
        RetentionClass.FreeText => FreeText,
        RetentionClass.Discipline => Discipline,
        RetentionClass.Document => Document,
        RetentionClass.Dues => Dues,
        _ => throw new ArgumentOutOfRangeException(nameof(retentionClass), retentionClass, "No period is known for the class."),
    };

    /// <summary>The first day of those whose data of a class are still kept on a day: whoever left before it may be erased.</summary>
    public DateOnly LeftBefore(RetentionClass retentionClass, DateOnly day) => day.AddYears(-Of(retentionClass).Years);
}

/// <summary>How long data of a class are kept.</summary>
/// <param name="Years">How many years after somebody left the Party, died or was removed.</param>
/// <param name="Instrument">The text that fixes it; null where none does.</param>
internal sealed record RetentionPeriod(int Years, string? Instrument = null);
