using Modular.DataProtection.Contracts;
using Modular.Kernel.Access;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Postgres.Reads;

namespace Modular.DataProtection.Requests;

/// <summary>How many requests of a kind came in within a period, what became of them, and whether in time (R37). Counted as they stand now.</summary>
/// <param name="Kind">What is asked for.</param>
/// <param name="Received">How many came in (đã nhận).</param>
/// <param name="Done">How many of these were done (đã giải quyết).</param>
/// <param name="Refused">How many were refused (đã từ chối).</param>
/// <param name="Open">How many are still open (đang giải quyết).</param>
/// <param name="Extended">How many had their time extended (được gia hạn).</param>
/// <param name="OnTime">How many were closed on or before their last day (đúng hạn).</param>
/// <param name="Late">How many were closed after it, or are open after it (quá hạn).</param>
/// <param name="AcknowledgedLate">Of how many the requester was told late, or is not told although it is late (phản hồi chậm), PD-09.</param>
/// <param name="OnTimePercent">The share of those on time among those of which it is known, in per cent with one decimal (tỷ lệ đúng hạn); null where it is known of none.</param>
[Classified(DataClass.Internal)]
internal sealed record SubjectRequestFigure(
    SubjectRequestKind Kind, int Received, int Done, int Refused, int Open, int Extended, int OnTime, int Late, int AcknowledgedLate, double? OnTimePercent);

internal sealed class SubjectRequestFigures : QueryFields
{
    protected override void Define(QueryBuilder query) => query.StatementList<SubjectRequestFigure>(
        "subjectRequestStatistics",
        "The requests of data subjects that came in within a period, by kind, with the share of those that were met in time (thống kê yêu cầu của chủ thể dữ liệu), R37: of those that you may read.",
        DataClass.Internal,
        Define).Requires(DataProtectionPermissions.ReadRequests);

    private static void Define(StatementBuilder figures)
    {
        var organization = figures.OptionalId("organization", "Organization", "Only those of persons of this organization and all below it.");
        var from = figures.Argument<DateOnly>("from", "The first day on which they came in.");
        var to = figures.Argument<DateOnly>("to", "The last one.");
        figures.Sql(sql =>
        {
            var request = sql.Table<SubjectRequest>("request");
            var place = sql.Given(organization)
                ? (Sql)$"""
                    and {request[r => r.OrganizationId]} in (
                        select below.organization_id from {sql.Tree("above", sql.Today)} join {sql.Tree("below", sql.Today)} on {sql.IsBelow("below", "above")}
                        where above.organization_id = {organization})
                    """
                : Sql.Text("");
            var closedOn = (Sql)$"({request[r => r.ClosedAt]} at time zone interval '7 hours')::date";
            var toldOn = (Sql)$"coalesce(({request[r => r.AcknowledgedAt]} at time zone interval '7 hours')::date, {sql.Today})";
            return $"""
                select counted.*, round(100.0 * on_time / nullif(on_time + late, 0), 1)::float8 as on_time_percent
                from (
                    select {request[r => r.Kind]} as kind, count(*)::int as received,
                        count(*) filter (where {request[r => r.State]} = {request.Value(r => r.State, SubjectRequestState.Done)})::int as done,
                        count(*) filter (where {request[r => r.State]} = {request.Value(r => r.State, SubjectRequestState.Refused)})::int as refused,
                        count(*) filter (where {request[r => r.ClosedAt]} is null)::int as open,
                        count(*) filter (where {request[r => r.ExtendedByDays]} is not null)::int as extended,
                        count(*) filter (where {closedOn} <= {request[r => r.CompletionDueOn]})::int as on_time,
                        count(*) filter (where coalesce({closedOn}, {sql.Today}) > {request[r => r.CompletionDueOn]})::int as late,
                        count(*) filter (where {toldOn} > {request[r => r.AcknowledgeDueOn]})::int as acknowledged_late
                    from {request}
                    where {request[r => r.ReceivedOn]} between {from} and {to} {place}
                    group by {request[r => r.Kind]}
                ) as counted
                order by kind
                """;
        });
    }
}
