using Modular.Kernel.Results;
using Modular.Members.Statistics;

namespace Modular.Members.Forms;

/// <summary>Lays the figures of a form out in its lines.</summary>
internal static class FormResults
{
    private const string Total = "1";

    /// <summary>The filled form.</summary>
    /// <param name="form">Its definition.</param>
    /// <param name="values">Its figures.</param>
    /// <param name="scope">Of which organization and period.</param>
    /// <param name="showsSensitive">Whether the user may read what is sensitive there.</param>
    /// <param name="language">The language of the request.</param>
    public static FormResult Of(FormDefinition form, FormValues values, FormScope scope, bool showsSensitive, Language language) => new(
        form.Form,
        form.Number,
        form.Version,
        form.Title().In(language),
        scope.From,
        scope.To,
        [.. form.Lines.Select(line => LineOf(form, line, values, scope, showsSensitive, language))],
        [.. form.Checks.Select(check => CheckOf(form, check, values, showsSensitive, language))]);

    /// <summary>The sum of lines, with those taken off that a minus precedes; null where one is not known.</summary>
    public static decimal? SumOf(FormDefinition form, IEnumerable<string> codes, FormValues values, bool showsSensitive)
    {
        decimal sum = 0;
        foreach (var signed in codes)
        {
            var code = signed.TrimStart('-');
            var line = form.Lines.FirstOrDefault(found => found.Code == code);
            if (line is null || IsWithheld(line, showsSensitive) || values.Values.GetValueOrDefault(code) is not { } value)
                return null;
            sum += signed.Length > code.Length ? -value : value;
        }

        return sum;
    }

    /// <summary>Whether a line may not be shown: religions and marriages to foreigners are sensitive, in figures too (PD-04).</summary>
    public static bool IsWithheld(FormLine line, bool showsSensitive) => !showsSensitive && line.Dimension is (MembershipDimension.Religion or MembershipDimension.ForeignSpouse);

    private static FormResultLine LineOf(FormDefinition form, FormLine line, FormValues values, FormScope scope, bool showsSensitive, Language language)
    {
        var isWithheld = IsWithheld(line, showsSensitive);
        var value = isWithheld ? null : values.Values.GetValueOrDefault(line.Code);
        var previous = isWithheld ? null : values.Previous.GetValueOrDefault(line.Code);
        var whole = form.Form == StatisticsForm.Movement ? previous : line.Measure == FormMeasure.AverageAge ? null : values.Values.GetValueOrDefault(Total);
        return new FormResultLine(
            line.Code,
            line.Parent,
            line.Title().In(language),
            value,
            previous,
            value is { } part && whole is { } all and not 0 ? Math.Round(100m * part / all, 1, MidpointRounding.AwayFromZero) : null,
            line.IsHeading || line.Measure is not null,
            isWithheld,
            isWithheld ? null : FormDrillDown.FilterOf(form, line, scope));
    }

    private static FormResultCheck CheckOf(FormDefinition form, FormCheck check, FormValues values, bool showsSensitive, Language language)
    {
        var (left, right) = (SumOf(form, check.Left, values, showsSensitive), SumOf(form, check.Right, values, showsSensitive));
        return new FormResultCheck(new LocalizedText(check.Vietnamese, check.English).In(language), left, right, left is null || right is null ? null : left == right);
    }
}

/// <summary>Of which organization and period a form tells.</summary>
/// <param name="OrganizationId">The organization, with all below it.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
internal sealed record FormScope(Guid OrganizationId, DateOnly From, DateOnly To);
