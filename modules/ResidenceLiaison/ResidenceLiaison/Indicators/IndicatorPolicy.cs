using System.Globalization;
using System.Text.Json;
using Modular.Kernel.Policies;
using Modular.Kernel.Results;
using Modular.ResidenceLiaison.Contracts;

namespace Modular.ResidenceLiaison.Indicators;

/// <summary>From where on comments and meetings of a cell are worth a look. No instrument gives any of these numbers; the weaknesses that they look for are named in reports (residence liaison §3.7).</summary>
internal sealed record IndicatorPolicy : IPolicy
{
    /// <inheritdoc />
    public static string Key => "residence-liaison.indicators";

    /// <inheritdoc />
    public static RuleReference Source => Rules.CommentIsACriterion;

    /// <summary>How many comments a cell has at least in a year before they are compared.</summary>
    public int LeastComments { get; init; } = 5;

    /// <summary>From how many of a hundred on two texts are alike, by the sequences of three letters that they share.</summary>
    public int AlikePercent { get; init; } = 80;

    /// <summary>From how many of a hundred comments on with a text like another's they are worth a look.</summary>
    public int AlikeSharePercent { get; init; } = 50;

    /// <summary>From how many of a hundred comments on with the same levels they are worth a look.</summary>
    public int UniformSharePercent { get; init; } = 90;

    /// <summary>From how many of a hundred missed meetings on praise is worth a look.</summary>
    public int AbsentPercent { get; init; } = 50;

    /// <summary>After how many years without any reminder a cell is worth a look.</summary>
    public int YearsWithoutWarning { get; init; } = 5;

    /// <summary>From how many of a hundred meetings on without an opinion they are worth a look.</summary>
    public int SilentSharePercent { get; init; } = 50;

    /// <summary>
    /// From how many steps on between the comment's level and the workplace's rating they are far apart, 1 to 3, on the workplace's scale of four levels. Where a level of comments stands on it says
    /// <see cref="Comments.CommentLevel.AlignedWith"/>.
    /// </summary>
    /// <exception cref="JsonException">The scale has not so many steps.</exception>
    public int RatingStepsApart
    {
        get;
        init => field = value is >= 1 and <= (int)WorkplaceRating.Excellent ? value : throw new JsonException($"The policy {Key} takes 1 to {(int)WorkplaceRating.Excellent} as 'ratingStepsApart'.");
    } = 2;

    /// <summary>How many cells are looked at in one go.</summary>
    public int MostCells { get; init; } = 300;

    /// <summary>
    /// The days of each year on which all cells of the province are looked at without an officer's asking, as month and day; none: only when an officer asks. No instrument fixes them; the default comes after the
    /// last day of the yearly comments. A day of January to June looks at the year before.
    /// </summary>
    public IReadOnlyList<string> LookOn { get; init; } = ["12-20"];

    // A day that nobody was there for, because no host ran or the module was not enabled, is made up for; after that it is over.
    private const int MadeUpForWithinDays = 60;

    /// <summary>The latest of these days that has come; null where none has of late.</summary>
    public DateOnly? DueOn(DateOnly today) => LookOn
        .SelectMany(monthDay => new[] { today.Year, today.Year - 1 }.Select(year => InYear(monthDay, year)))
        .Where(day => day <= today && day > today.AddDays(-MadeUpForWithinDays))
        .Max();

    /// <summary>The year whose comments and meetings are looked at on such a day.</summary>
    public static int YearOf(DateOnly dueOn) => dueOn.Month <= 6 ? dueOn.Year - 1 : dueOn.Year;

    // 29 February is the 28th in other years; what names no day of the calendar is none.
    private static DateOnly? InYear(string monthDay, int year) =>
        DateOnly.TryParseExact($"2000-{monthDay}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new DateOnly(year, day.Month, Math.Min(day.Day, DateTime.DaysInMonth(year, day.Month)))
            : null;
}
