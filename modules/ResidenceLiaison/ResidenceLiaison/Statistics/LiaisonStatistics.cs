using Modular.Kernel.Access;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Postgres.Reads;
using Modular.ResidenceLiaison.Contracts;
using Modular.ResidenceLiaison.Meetings;

namespace Modular.ResidenceLiaison.Statistics;

/// <summary>Residence liaison in a year, for an organization and all below it (RES-13).</summary>
/// <param name="Year">The year.</param>
/// <param name="Introduced">How many members were introduced: as reported where a report is there, else those whose letter was out on some day of the year.</param>
/// <param name="Commended">How many the residence commended, as reported; null where nobody reported.</param>
/// <param name="Warned">How many the residence reminded or criticised, as reported; null where nobody reported.</param>
/// <param name="CommendedPercent">How many of a hundred introduced were commended, to two places; null where nobody reported.</param>
/// <param name="ReportedBy">How many organizations' reports it is made of: that of the organization itself, else those of the highest ones below it; 0 where it is made of the register.</param>
/// <param name="LettersIssued">How many letters were issued in the year, by the register.</param>
/// <param name="Meetings">How many meetings residential cells held in the year.</param>
/// <param name="Expected">How many attendances there should have been at them.</param>
/// <param name="Present">How many members came in person.</param>
/// <param name="AttendancePercent">How many of a hundred came in person, to two places; null where no meeting was held.</param>
[Classified(DataClass.Internal)]
internal sealed record ResidenceLiaisonStatistics(
    int Year,
    int Introduced,
    int? Commended,
    int? Warned,
    decimal? CommendedPercent,
    int ReportedBy,
    int LettersIssued,
    int Meetings,
    int Expected,
    int Present,
    decimal? AttendancePercent);

internal sealed class LiaisonStatisticsQueries : QueryFields
{
    protected override void Define(QueryBuilder query) => query.Statement<ResidenceLiaisonStatistics>(
        "residenceLiaisonStatistics", "Residence liaison in a year, for an organization and all below it, as far as the user's rights reach; the whole province where none is named (RES-13).",
        DataClass.Internal, Define).Requires(ResidenceLiaisonPermissions.Count);

    private static void Define(StatementBuilder statistics)
    {
        var year = statistics.Argument<int>("year", "The year.");
        var organization = statistics.OptionalId("organizationId", "Organization", "The organization; the root of the province where it is left out.");
        statistics.Sql(sql =>
        {
            var top = sql.Given(organization) ? (Sql)$"top.organization_id = {organization}" : Sql.Text("top.parent_id is null");
            var below = (Sql)$"{sql.Tree("top", sql.Today)} join {sql.Tree("place", sql.Today)} on {sql.IsBelow("place", "top")}";
            var reported = sql.Table<YearFigure>("reported");
            var counted = sql.Table<LetterCount>("counted");
            var kept = sql.Table<LetterPast>("kept");
            var meeting = sql.Table<Meeting>("meeting");
            return $"""
                with places as materialized (select place.organization_id, place.path from {below} where {top}),
                reports as (
                    select places.path, {reported[r => r.Introduced]} as introduced, {reported[r => r.Commended]} as commended, {reported[r => r.Warned]} as warned
                    from places join {reported} on {reported[r => r.OrganizationId]} = places.organization_id and {reported[r => r.Year]} = {year}
                ),
                highest as (
                    select sum(introduced)::int as introduced, sum(commended)::int as commended, sum(warned)::int as warned, count(*)::int as reports
                    from reports
                    where not exists (select from reports as above where above.path <> reports.path and starts_with(reports.path, above.path))
                ),
                again as (
                    select coalesce(sum(once.places - 1), 0)::int as members
                    from (
                        select {kept[p => p.MemberId]} as member_id, count(*) as places
                        from places join {kept} on {kept[p => p.CellId]} = places.organization_id and {kept[p => p.Year]} = {year} and {kept[p => p.IsShared]}
                        group by {kept[p => p.MemberId]}
                    ) as once
                ),
                letters as (
                    select coalesce(sum({counted[c => c.Issued]}) filter (where {counted[c => c.Year]} = {year}), 0)::int as issued,
                        (coalesce(sum({counted[c => c.Held]}), 0) + coalesce(sum({counted[c => c.Past]}) filter (where {counted[c => c.Year]} = {year}), 0) - (select again.members from again))::int
                            as introduced
                    from places join {counted} on {counted[c => c.OrganizationId]} = places.organization_id
                    where {counted[c => c.Year]} <= {year}
                ),
                met as (
                    select count(*)::int as meetings, coalesce(sum({meeting[m => m.Expected]}), 0)::int as expected, coalesce(sum({meeting[m => m.Present]}), 0)::int as present
                    from places join {meeting} on {meeting[m => m.CellId]} = places.organization_id
                    where {meeting[m => m.HeldOn]} is not null and {meeting[m => m.Year]} = {year}
                )
                select {year}::int as year, coalesce(highest.introduced, letters.introduced) as introduced, highest.commended, highest.warned,
                    round(100.0 * highest.commended / nullif(highest.introduced, 0), 2) as commended_percent, highest.reports as reported_by,
                    letters.issued as letters_issued, met.meetings, met.expected, met.present, round(100.0 * met.present / nullif(met.expected, 0), 2) as attendance_percent
                from highest cross join letters cross join met
                """;
        });
    }
}
