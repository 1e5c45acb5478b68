using System.Globalization;
using Modular.Members.Movement;
using Modular.Members.Statistics;

namespace Modular.Members.Forms;

/// <summary>Fills forms from the facts as they are recorded now.</summary>
internal sealed class FormFigures(MovementFigures movement, StructureFigures structure)
{
    private static readonly Dictionary<string, Func<MovementReport, int>> Movements = new(StringComparer.Ordinal)
    {
        ["OPENING"] = report => report.Opening,
        ["INCREASE"] = report => report.Increase,
        ["ADMITTED"] = report => report.Admitted,
        ["MOVED_IN_FROM_OUTSIDE"] = report => report.MovedInFromOutside,
        ["MOVED_IN_WITHIN"] = report => report.MovedInWithin,
        ["RESTORED"] = report => report.Restored,
        ["JOINED_BY_REORGANIZATION"] = report => report.JoinedByReorganization,
        ["OTHER_INCREASE"] = report => report.OtherIncrease,
        ["DECREASE"] = report => report.Decrease,
        ["DECEASED"] = report => report.Deceased,
        ["EXPELLED"] = report => report.Expelled,
        ["NAME_REMOVED"] = report => report.NameRemoved,
        ["NAME_REMOVED_PROBATIONARY"] = report => report.NameRemovedProbationary,
        ["LEFT_ON_REQUEST"] = report => report.LeftOnRequest,
        ["MOVED_OUT_OF_THE_PROVINCE"] = report => report.MovedOutOfTheProvince,
        ["MOVED_OUT_WITHIN"] = report => report.MovedOutWithin,
        ["LEFT_BY_REORGANIZATION"] = report => report.LeftByReorganization,
        ["OTHER_DECREASE"] = report => report.OtherDecrease,
        ["CLOSING"] = report => report.Closing,
    };

    /// <summary>The value of each line, by organization and code; null where the register does not record it, or the line is a heading.</summary>
    public async Task<IReadOnlyDictionary<Guid, FormValues>> FillAsync(
        IReadOnlyList<Guid> organizations, FormDefinition form, DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        if (form.Form == StatisticsForm.Movement)
            return await FillMovementAsync(organizations, form, from, to, cancellationToken);
        var bounds = form.Bounds();
        var dimensions = form.Lines.Select(line => line.Dimension).OfType<MembershipDimension>().ToHashSet();
        var counted = form.Form == StatisticsForm.NewMembers
            ? await structure.OfAdmissionsAsync(organizations, from, to, bounds, dimensions, cancellationToken)
            : await structure.OfDayAsync(organizations, to, bounds, dimensions, cancellationToken);
        return counted.ToDictionary(
            found => found.Key,
            found => new FormValues(form.Lines.ToDictionary(line => line.Code, line => ValueOf(line, form, bounds, found.Value)), new Dictionary<string, decimal?>()));
    }

    private async Task<IReadOnlyDictionary<Guid, FormValues>> FillMovementAsync(
        IReadOnlyList<Guid> organizations, FormDefinition form, DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        var now = await movement.ReportAsync(organizations, from, to, cancellationToken);
        var before = await movement.ReportAsync(organizations, from.AddYears(-1), to.AddYears(-1), cancellationToken);
        return now.ToDictionary(found => found.Key, found => new FormValues(Figures(form, found.Value), Figures(form, before[found.Key])));
    }

    private static Dictionary<string, decimal?> Figures(FormDefinition form, MovementReport report) =>
        form.Lines.ToDictionary(line => line.Code, line => line.Measure == FormMeasure.Movement ? line.Values.Sum(figure => Movements[figure](report)) : (decimal?)null);

    private static decimal? ValueOf(FormLine line, FormDefinition form, StructureBounds bounds, StructureCounts counts) => line.Measure switch
    {
        FormMeasure.All => counts.Total,
        FormMeasure.AverageAge => counts.AverageAge,
        FormMeasure.Values => line.Values.Sum(value => counts.Of(line.Dimension!.Value, value)),
        FormMeasure.OtherValues => counts.AllOf(line.Dimension!.Value).Where(found => found.Value is not null && !form.Names(line.Dimension.Value, found.Value)).Sum(found => found.Count),
        FormMeasure.NotRecorded => counts.Of(line.Dimension!.Value, null),
        FormMeasure.Band => Bands(line, line.Dimension == MembershipDimension.Age ? bounds.Ages : bounds.Seniorities, counts),
        FormMeasure.Joined => Joined(line, bounds.Admissions, counts),
        _ => null,
    };

    private static int Bands(FormLine line, IReadOnlyList<int> years, StructureCounts counts) => Enumerable.Range(0, years.Count + 1)
        .Where(band => (line.Least is null || (band > 0 && years[band - 1] >= line.Least)) && (line.Most is null || (band < years.Count && years[band] <= line.Most + 1)))
        .Sum(band => counts.Of(line.Dimension!.Value, Number(band)));

    private static int Joined(FormLine line, IReadOnlyList<DateOnly> days, StructureCounts counts) => Enumerable.Range(0, days.Count + 1)
        .Where(period => (line.From is null || (period > 0 && days[period - 1] >= line.From)) && (line.To is not { } last || (period < days.Count && days[period] <= last.AddDays(1))))
        .Sum(period => counts.Of(MembershipDimension.AdmissionPeriod, Number(period)));

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>The figures of a form.</summary>
/// <param name="Values">By the code of the line.</param>
/// <param name="Previous">Those of the same period of the year before, by code; none where the form does not compare.</param>
internal sealed record FormValues(IReadOnlyDictionary<string, decimal?> Values, IReadOnlyDictionary<string, decimal?> Previous);
