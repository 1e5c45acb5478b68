using Modular.GraphQL.CodeFirst;
using Modular.Kernel.Access;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Results;
using Modular.Members.Contracts;
using Modular.Members.Data;
using Modular.Members.Forms;
using Modular.Members.People;

namespace Modular.Members.Reports;

/// <summary>What of a report its figures need.</summary>
internal sealed record ClosedReport(Guid Id, Guid OrganizationId, DateOnly FromDay, DateOnly ToDay, string Definition, string Figures)
{
    /// <summary>The definition and figures.</summary>
    public ReportContent Content() => ReportContent.Read(Definition, Figures);

    /// <summary>Of which organization and period it tells.</summary>
    public FormScope Scope() => new(OrganizationId, FromDay, ToDay);
}

/// <summary>A line whose facts were recorded or corrected after the report was closed.</summary>
/// <param name="Code">The line.</param>
/// <param name="Title">What it says, in the language of the request.</param>
/// <param name="Closed">The figure of the report.</param>
/// <param name="Now">The figure of the same form, organization and period by the facts as they are recorded now.</param>
[GraphQLName("StatisticsReportDifference")]
[Classified(DataClass.Internal)]
internal sealed record ReportDifference(string Code, string Title, decimal? Closed, decimal? Now);

[ExtendObjectType("StatisticsReport")]
internal static class ReportFigures
{
    /// <summary>The form with the figures that were closed; religions where the user may read them at the organization.</summary>
    /// <param name="reports">The reports.</param>
    /// <param name="files">Who may read what where.</param>
    /// <param name="db">The register.</param>
    /// <param name="cancellationToken">Cancels.</param>
    [Requires(MembersPermissions.ReadReports)]
    public static async Task<IReadOnlyDictionary<Guid, FormResult>> FilledAsync(
        [Parents] IReadOnlyList<ClosedReport> reports, MemberFiles files, MembersDbContext db, CancellationToken cancellationToken)
    {
        var open = await files.CoveredAsync(db, MembersPermissions.ReadSensitive, [.. reports.Select(report => report.OrganizationId).Distinct()], cancellationToken);
        return reports.DistinctBy(report => report.Id).ToDictionary(report => report.Id, report =>
        {
            var content = report.Content();
            return FormResults.Of(content.Definition, content.Values, report.Scope(), open.Contains(report.OrganizationId), db.Access.Language);
        });
    }

    /// <summary>
    /// The lines that come out otherwise by the facts as they are recorded now (chênh lệch so với số liệu hiện tại), by the same edition of the form: what was corrected or came in late.
    /// </summary>
    /// <param name="reports">The reports.</param>
    /// <param name="figures">The figures.</param>
    /// <param name="files">Who may read what where.</param>
    /// <param name="db">The register.</param>
    /// <param name="cancellationToken">Cancels.</param>
    [Requires(MembersPermissions.ReadReports)]
    public static async Task<IReadOnlyDictionary<Guid, IReadOnlyList<ReportDifference>>> DifferencesAsync(
        [Parents] IReadOnlyList<ClosedReport> reports, FormFigures figures, MemberFiles files, MembersDbContext db, CancellationToken cancellationToken)
    {
        var open = await files.CoveredAsync(db, MembersPermissions.ReadSensitive, [.. reports.Select(report => report.OrganizationId).Distinct()], cancellationToken);
        var found = new Dictionary<Guid, IReadOnlyList<ReportDifference>>();
        // Reports of one edition and period, as those of a list are, are reckoned together.
        foreach (var alike in reports.DistinctBy(report => report.Id).GroupBy(report => (report.Definition, report.FromDay, report.ToDay)))
        {
            var definition = alike.First().Content().Definition;
            var now = await figures.FillAsync([.. alike.Select(report => report.OrganizationId)], definition, alike.Key.FromDay, alike.Key.ToDay, cancellationToken);
            foreach (var report in alike)
                found[report.Id] = [.. Compare(report, definition, now[report.OrganizationId], open.Contains(report.OrganizationId), db.Access.Language)];
        }

        return found;
    }

    private static IEnumerable<ReportDifference> Compare(ClosedReport report, FormDefinition definition, FormValues now, bool showsSensitive, Language language)
    {
        var closed = report.Content().Values;
        return definition.Lines
            .Where(line => !FormResults.IsWithheld(line, showsSensitive) && closed.Values.GetValueOrDefault(line.Code) != now.Values.GetValueOrDefault(line.Code))
            .Select(line => new ReportDifference(
                line.Code, line.Title().In(language), closed.Values.GetValueOrDefault(line.Code), now.Values.GetValueOrDefault(line.Code)));
    }
}
