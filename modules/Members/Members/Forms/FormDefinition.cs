using Modular.Kernel.Results;
using Modular.Members.Statistics;

namespace Modular.Members.Forms;

/// <summary>A form as it is in force: its lines and what has to tie. Provinces may put another in force from a day on (policy <c>members.forms</c>).</summary>
/// <param name="Form">Which form.</param>
/// <param name="Number">Its number as printed, for instance <c>1-TCTW</c>.</param>
/// <param name="Version">The instrument and edition; a report keeps the definition by which it was closed.</param>
/// <param name="Vietnamese">Its title.</param>
/// <param name="English">Its title in English.</param>
/// <param name="Lines">Its lines in printed order.</param>
/// <param name="Checks">What has to tie.</param>
internal sealed record FormDefinition(
    StatisticsForm Form, string Number, string Version, string Vietnamese, string English, IReadOnlyList<FormLine> Lines, IReadOnlyList<FormCheck> Checks)
{
    /// <summary>The title in both languages.</summary>
    public LocalizedText Title() => new(Vietnamese, English);

    /// <summary>Where the bands of its lines begin.</summary>
    public StructureBounds Bounds() => new(
        BandsOf(MembershipDimension.Age),
        BandsOf(MembershipDimension.Seniority),
        [.. Lines.SelectMany(line => new[] { line.From, line.To?.AddDays(1) }).OfType<DateOnly>().Distinct().Order()],
        Lines.Where(line => line.Dimension == MembershipDimension.YouthUnion).Max(line => line.Most) ?? 0);

    /// <summary>Whether a line names the value itself.</summary>
    public bool Names(MembershipDimension dimension, string value) =>
        Lines.Any(line => line.Dimension == dimension && line.Measure == FormMeasure.Values && line.Values.Contains(value));

    private List<int> BandsOf(MembershipDimension dimension) =>
        [.. Lines.Where(line => line.Dimension == dimension).SelectMany(line => new[] { line.Least, line.Most + 1 }).OfType<int>().Distinct().Order()];
}

/// <summary>A line of a form.</summary>
/// <param name="Code">Its code within the form.</param>
/// <param name="Vietnamese">What it says.</param>
/// <param name="English">What it says in English.</param>
internal sealed record FormLine(string Code, string Vietnamese, string English)
{
    /// <summary>The line of which it is a part.</summary>
    public string? Parent { get; init; }

    /// <summary>What it counts; null for a heading, and for what the register does not record.</summary>
    public FormMeasure? Measure { get; init; }

    /// <summary>By what it counts.</summary>
    public MembershipDimension? Dimension { get; init; }

    /// <summary>The values that it counts together; of the movement the names of its figures.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    /// <summary>The least number of full years of a band.</summary>
    public int? Least { get; init; }

    /// <summary>The greatest number of full years of a band.</summary>
    public int? Most { get; init; }

    /// <summary>The first day of a period of joining.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day of a period of joining.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Whether it only heads the lines below it.</summary>
    public bool IsHeading { get; init; }

    /// <summary>The text in both languages.</summary>
    public LocalizedText Title() => new(Vietnamese, English);
}

/// <summary>What a line counts.</summary>
internal enum FormMeasure
{
    /// <summary>Everybody whom the form counts.</summary>
    All,

    /// <summary>The average age in years.</summary>
    AverageAge,

    /// <summary>A figure of the movement of members.</summary>
    Movement,

    /// <summary>Those with one of the values.</summary>
    Values,

    /// <summary>Those of whom a value is recorded that no other line of the form names.</summary>
    OtherValues,

    /// <summary>Those of whom no value is recorded.</summary>
    NotRecorded,

    /// <summary>Those in a band of full years.</summary>
    Band,

    /// <summary>Those who joined in a period.</summary>
    Joined,
}

/// <summary>What has to tie: the sum of some lines is the sum of others.</summary>
/// <param name="Code">Its code within the form.</param>
/// <param name="Vietnamese">What is compared.</param>
/// <param name="English">What is compared, in English.</param>
/// <param name="Left">Codes of lines; a minus before a code takes it off.</param>
/// <param name="Right">Codes of lines.</param>
internal sealed record FormCheck(string Code, string Vietnamese, string English, IReadOnlyList<string> Left, IReadOnlyList<string> Right);

/// <summary>What has to tie between two forms of the same period: a line of one is a line of the other.</summary>
/// <param name="Vietnamese">What is compared.</param>
/// <param name="English">What is compared, in English.</param>
/// <param name="LeftForm">A form.</param>
/// <param name="LeftLine">Its line.</param>
/// <param name="RightForm">Another form.</param>
/// <param name="RightLine">Its line.</param>
internal sealed record FormCrossCheck(
    string Vietnamese, string English, StatisticsForm LeftForm, string LeftLine, StatisticsForm RightForm, string RightLine);
