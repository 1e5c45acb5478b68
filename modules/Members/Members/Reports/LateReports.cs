using Microsoft.EntityFrameworkCore;
using Modular.GraphQL.CodeFirst;
using Modular.Kernel.Access;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Policies;
using Modular.Kernel.Postgres.Entities;
using Modular.Members.Contracts;
using Modular.Members.Data;
using Modular.Members.Forms;

namespace Modular.Members.Reports;

/// <summary>An organization that has not submitted a form for a period.</summary>
/// <param name="OrganizationId">The organization.</param>
/// <param name="State">Where its report stands; null where it was not closed.</param>
/// <param name="DueOn">The last day for it.</param>
/// <param name="IsLate">Whether that day is over.</param>
[GraphQLName("MissingStatisticsReport")]
[Classified(DataClass.Internal)]
internal sealed record MissingReport([property: References("Organization")] Guid OrganizationId, ReportState? State, DateOnly DueOn, bool IsLate);

[ExtendObjectType("Organization")]
internal static class LateReports
{
    private const int MostOrganizations = 2000;

    /// <summary>
    /// The organizations at or below it that have to report a form of a period and have not submitted it, or have it back (danh sách chậm báo cáo), in the order of the tree; at most 2,000.
    /// </summary>
    /// <param name="organizations">The organizations.</param>
    /// <param name="form">Which form.</param>
    /// <param name="from">The first day of the period.</param>
    /// <param name="to">The last day of the period.</param>
    /// <param name="db">The register.</param>
    /// <param name="policies">Who reports, and by when.</param>
    /// <param name="cancellationToken">Cancels.</param>
    [Requires(MembersPermissions.ReadReports)]
    public static async Task<IReadOnlyDictionary<Guid, IReadOnlyList<MissingReport>>> MissingStatisticsReportsAsync(
        [Parents] IReadOnlyList<Guid> organizations,
        StatisticsForm form,
        DateOnly from,
        DateOnly to,
        MembersDbContext db,
        IPolicies policies,
        CancellationToken cancellationToken)
    {
        var policy = await policies.InForceOnAsync<ReportPolicy>(to, cancellationToken);
        Guid[] asked = [.. organizations.Distinct()];
        string[] kinds = [.. policy.ReportingKinds];
        var dueOn = to.AddDays(policy.SubmitDays);
        var found = await db.Database.SqlQuery<MissingRow>(
            $"""
            select top.organization_id as "Key", node.organization_id as "OrganizationId", report.state as "State"
            from kernel.organization_tree as top
            join kernel.organization_tree as node
                on node.province_id = top.province_id and node.valid @> {to}
                and node.path >= top.path and node.path < top.path_end and node.kind = any ({kinds})
            left join members.statistics_report as report
                on report.province_id = top.province_id and report.organization_id = node.organization_id and report.form = {EnumText.Of(form)}
                and report.from_day = {from} and report.to_day = {to} and report.is_current
            where top.province_id = {db.Province.Value} and top.organization_id = any ({asked}) and top.valid @> {to}
                and coalesce(report.state, 'CLOSED') in ('CLOSED', 'RETURNED')
            order by top.organization_id, node.path
            limit {MostOrganizations}
            """).ToListAsync(cancellationToken);
        var byOrganization = found.ToLookup(row => row.Key);
        return asked.ToDictionary(
            id => id,
            IReadOnlyList<MissingReport> (id) => [.. byOrganization[id].Select(row => new MissingReport(
                row.OrganizationId, row.State is { } state ? EnumText.Read<ReportState>(state) : null, dueOn, db.Today > dueOn))]);
    }

    private sealed record MissingRow(Guid Key, Guid OrganizationId, string? State);
}
