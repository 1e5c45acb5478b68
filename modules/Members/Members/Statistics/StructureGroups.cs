using System.Globalization;
using Modular.Kernel.Results;

namespace Modular.Members.Statistics;

/// <summary>Lays counts out as groups that have a title.</summary>
internal static class StructureGroups
{
    /// <summary>The dimensions that are shown to whoever may count: all but those that are sensitive in figures too.</summary>
    public static IReadOnlyList<MembershipDimension> Shown { get; } =
        [.. Enum.GetValues<MembershipDimension>().Where(dimension => dimension is not (MembershipDimension.Religion or MembershipDimension.ForeignSpouse))];

    /// <summary>The groups of all dimensions that are shown to whoever may count.</summary>
    public static IReadOnlyList<MembershipStructureGroup> Of(StructureCounts counts, StructurePolicy policy, Language language) =>
        [.. Shown.SelectMany(dimension => Of(counts, dimension, policy, language))];

    /// <summary>The groups of one dimension, those with nobody left out.</summary>
    public static IEnumerable<MembershipStructureGroup> Of(StructureCounts counts, MembershipDimension dimension, StructurePolicy policy, Language language) =>
        Titled(counts, dimension, policy)
            .Append((Code: (string?)null, Title: ValueTitles.NotRecorded, Count: counts.Of(dimension, null)))
            .Where(group => group.Count > 0)
            .Select(group => new MembershipStructureGroup(dimension, group.Code, group.Title.In(language), group.Count, Percent(group.Count, counts.Total)));

    /// <summary>A share in hundredths, to a tenth; 0 of nothing.</summary>
    public static decimal Percent(int part, int all) => all == 0 ? 0 : Math.Round(100m * part / all, 1, MidpointRounding.AwayFromZero);

    private static IEnumerable<(string? Code, LocalizedText Title, int Count)> Titled(StructureCounts counts, MembershipDimension dimension, StructurePolicy policy) =>
        dimension switch
        {
            MembershipDimension.Age => Bands(counts, dimension, policy.Ages),
            MembershipDimension.Seniority => Bands(counts, dimension, policy.Seniorities),
            MembershipDimension.AdmissionPeriod => Periods(counts, policy.AdmissionPeriods),
            MembershipDimension.Occupation => Occupations(counts, policy.MostOccupations),
            _ => ValueTitles.Of(dimension).Select(value => ((string?)value.Code, value.Title, counts.Of(dimension, value.Code))),
        };

    private static IEnumerable<(string?, LocalizedText, int)> Bands(StructureCounts counts, MembershipDimension dimension, IReadOnlyList<int> years)
    {
        for (var band = 0; band <= years.Count; band++)
        {
            var (code, title) = BandOf(band == 0 ? null : years[band - 1], band == years.Count ? null : years[band] - 1);
            yield return (code, title, counts.Of(dimension, Number(band)));
        }
    }

    private static (string Code, LocalizedText Title) BandOf(int? least, int? most) => (least, most) switch
    {
        ({ } from, { } to) => ($"{Number(from)}-{Number(to)}", new($"Từ {Number(from)} đến {Number(to)}", $"{Number(from)} to {Number(to)}")),
        ({ } from, null) => ($"{Number(from)}-", new($"Từ {Number(from)} trở lên", $"{Number(from)} and more")),
        (null, { } to) => ($"-{Number(to)}", new($"Đến {Number(to)}", $"Up to {Number(to)}")),
        _ => ("-", new("Tất cả", "All")),
    };

    private static IEnumerable<(string?, LocalizedText, int)> Periods(StructureCounts counts, IReadOnlyList<DateOnly> days)
    {
        for (var period = 0; period <= days.Count; period++)
        {
            var first = period == 0 ? (DateOnly?)null : days[period - 1];
            var last = period == days.Count ? (DateOnly?)null : days[period].AddDays(-1);
            var title = new LocalizedText(
                $"{(first is { } from ? $"Từ {from.Vietnamese()}" : "")}{(last is { } to ? $" đến {to.Vietnamese()}" : "")}".Trim(),
                $"{(first is { } since ? $"From {since.English()}" : "")}{(last is { } until ? $" to {until.English()}" : "")}".Trim());
            yield return ($"{first?.English()}/{last?.English()}", title, counts.Of(MembershipDimension.AdmissionPeriod, Number(period)));
        }
    }

    private static IEnumerable<(string?, LocalizedText, int)> Occupations(StructureCounts counts, int most) =>
        counts.AllOf(MembershipDimension.Occupation).Where(found => found.Value is not null)
            .OrderByDescending(found => found.Count).ThenBy(found => found.Value, StringComparer.Ordinal).Take(most)
            .Select(found => (found.Value, new LocalizedText(found.Value!, found.Value!), found.Count));

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
