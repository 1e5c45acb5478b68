using Modular.Kernel.Results;
using Modular.Members.Memberships;

namespace Modular.Members.Records;

/// <summary>What days, periods and texts of a member sheet must keep to.</summary>
internal static class EntryRules
{
    /// <summary>The length of names and short texts.</summary>
    public const int ShortLength = 300;

    /// <summary>The length of texts that tell a story.</summary>
    public const int LongLength = 2000;

    /// <summary>The length of numbers and symbols.</summary>
    public const int NumberLength = 100;

    /// <summary>A day of somebody's life lies between birth and today.</summary>
    public static IEnumerable<Problem> CheckDay(DateOnly? day, DateOnly birthDate, DateOnly today, string field)
    {
        if (day > today)
            yield return new DateLiesInTheFuture(day.Value, today) { Field = field };
        else if (day < birthDate)
            yield return new DayIsBeforeBirth(day.Value, birthDate) { Field = field };
    }

    /// <summary>A period of somebody's life: both days lie between birth and today, in order.</summary>
    public static IEnumerable<Problem> CheckPeriod(DateOnly beganOn, DateOnly? endedOn, EntryFrame frame, string path) =>
    [
        .. CheckDay(beganOn, frame.BirthDate, frame.Today, $"{path}.beganOn"),
        .. endedOn < beganOn
            ? [new PeriodEndsBeforeItBegan(beganOn, endedOn.Value) { Field = $"{path}.endedOn" }]
            : CheckDay(endedOn, frame.BirthDate, frame.Today, $"{path}.endedOn"),
    ];

    /// <summary>A text that must be there.</summary>
    public static IEnumerable<Problem> CheckText(string text, int most, string field) => Wording.Clean(text) is null
        ? [new InvalidInput(new LocalizedText("Không được để trống.", "Must not be empty.")) { Field = field }]
        : Wording.CheckLength(text, most, field);

    /// <summary>The first two periods of a table that overlap; null where none do. One may begin on the day on which another ends.</summary>
    public static (IExclusivePeriod Earlier, IExclusivePeriod Later)? Overlap(IEnumerable<IExclusivePeriod> periods)
    {
        var ordered = periods.OrderBy(period => period.BeganOn).ThenBy(period => period.EndedOn ?? DateOnly.MaxValue).ToList();
        for (var index = 1; index < ordered.Count; index++)
        {
            if (ordered[index].BeganOn < (ordered[index - 1].EndedOn ?? DateOnly.MaxValue))
                return (ordered[index - 1], ordered[index]);
        }

        return null;
    }
}
