using Modular.Kernel.Access;
using Modular.Kernel.GraphQL;
using Modular.ResidenceLiaison.Contracts;

namespace Modular.ResidenceLiaison.Meetings;

/// <summary>The meetings of a part of a year in an organization and all below it.</summary>
/// <param name="Year">The year.</param>
/// <param name="Period">The part of the year.</param>
/// <param name="Meetings">How many meetings were held.</param>
/// <param name="Expected">How many attendances there should have been.</param>
/// <param name="Present">How many members came in person.</param>
/// <param name="AbsentWithReason">How many were absent with a reason.</param>
/// <param name="AbsentWithoutReason">How many were absent without a reason.</param>
/// <param name="Represented">For how many somebody of the family came, who are absent (RES-11).</param>
/// <param name="AttendancePercent">How many of a hundred came in person, to two places.</param>
/// <param name="Silent">In how many meetings nobody said anything that was recorded.</param>
[Classified(DataClass.Internal)]
internal sealed record MeetingFigures(
    int Year, MeetingPeriod Period, int Meetings, int Expected, int Present, int AbsentWithReason, int AbsentWithoutReason, int Represented, decimal? AttendancePercent, int Silent);

/// <summary>What meetings add to organizations.</summary>
internal sealed class OrganizationMeetings() : EntityTypeExtension("Organization")
{
    protected override void Define(EntityExtensionBuilder organization) =>
        organization.Connection<Meeting>("residenceMeetings", m => m.CellId, "The meetings of the cell with its working members.").IncludesSubtree();
}

/// <summary>The figures of meetings at organizations.</summary>
internal sealed class OrganizationMeetingFigures() : EntityTypeExtension("OrganizationResidenceLiaison")
{
    protected override void Define(EntityExtensionBuilder liaison)
    {
        liaison.StatementList<MeetingFigures>(
            "meetingFigures", "The meetings that were held in a span of years at the organization and all below it, by half-year: how many, who came, and in how many nobody spoke.", DataClass.Internal, figures =>
            {
                var from = figures.Argument<int>("fromYear", "The first year.");
                var to = figures.Argument<int>("toYear", "The last year.");
                figures.Sql(sql =>
                {
                    var meeting = sql.Table<Meeting>("meeting");
                    var opinion = sql.Table<Opinion>("opinion");
                    return $"""
                        select above.organization_id as key, {meeting[m => m.Year]} as year, {meeting[m => m.Period]} as period, count(*)::int as meetings,
                            sum({meeting[m => m.Expected]})::int as expected, sum({meeting[m => m.Present]})::int as present,
                            sum({meeting[m => m.AbsentWithReason]})::int as absent_with_reason, sum({meeting[m => m.AbsentWithoutReason]})::int as absent_without_reason,
                            sum({meeting[m => m.Represented]})::int as represented,
                            round(100.0 * sum({meeting[m => m.Present]}) / nullif(sum({meeting[m => m.Expected]}), 0), 2) as attendance_percent,
                            (count(*) filter (where not exists (select from {opinion} where {opinion[o => o.MeetingId]} = {meeting[m => m.Id]})))::int as silent
                        from {sql.Tree("above", sql.Today)}
                        join {sql.Tree("cell", sql.Today)} on {sql.IsBelow("cell", "above")}
                        join {meeting} on {meeting[m => m.CellId]} = cell.organization_id
                        where above.organization_id = any ({sql.Keys}) and {meeting[m => m.HeldOn]} is not null
                            and {meeting[m => m.Year]} between {from} and {to}
                        group by above.organization_id, {meeting[m => m.Year]}, {meeting[m => m.Period]}
                        order by year, period
                        """;
                });
            }).Requires(ResidenceLiaisonPermissions.ReadMeetings);
    }
}
