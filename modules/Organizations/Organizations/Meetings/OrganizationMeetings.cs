using Modular.Kernel.Access;
using Modular.Kernel.GraphQL;
using Modular.Organizations.Contracts;
using Modular.Organizations.Register;

namespace Modular.Organizations.Meetings;

/// <summary>What meetings add to organizations.</summary>
internal static class OrganizationMeetings
{
    public static void Define(EntityTypeBuilder<Organization> organization)
    {
        organization.Connection<Meeting>("meetings", m => m.OrganizationId, "The meetings of its members and its committee that the register knows (sinh hoạt chi bộ, họp cấp ủy), the latest first.")
            .IncludesSubtree();
        organization.StatementList<MeetingFigures>(
            "meetingFigures", "Regular meetings held, of those that were to be held in a span of months, at the organization and all below it (kết quả sinh hoạt thường kỳ; ORG-15).",
            DataClass.Internal, MeetingFigures.Define).Requires(OrganizationsPermissions.ReadMeetings);
        organization.Filter<DateOnly>(
            "withoutMeetingIn",
            "Those whose members or committee were to meet in the month of a day, and of whom no regular meeting of that month is on record (chưa họp thường kỳ; ORG-15), as far as the right to read meetings reaches.",
            (o, month) => $"""
                {o[row => row.FoundedOn]} <= date_trunc('month', {month}::timestamp)::date
                and ({o[row => row.EndedOn]} is null or {o[row => row.EndedOn]} >= (date_trunc('month', {month}::timestamp) + make_interval(months => 1))::date)
                and exists (
                    select from (values ('MEMBERS'), ('COMMITTEE')) as body (code)
                    where organizations.meets_monthly({o[row => row.Kind]}, body.code, (
                            select term.committee_size from organizations.committee_term as term
                            where term.province_id = {o[row => row.ProvinceId]} and term.organization_id = {o[row => row.Id]}
                                and term.valid @> (date_trunc('month', {month}::timestamp) + make_interval(months => 1, days => -1))::date))
                        and not exists (
                            select from organizations.meeting as held
                            where held.province_id = {o[row => row.ProvinceId]} and held.organization_id = {o[row => row.Id]} and held.body = body.code and held.kind = 'REGULAR'
                                and held.month = date_trunc('month', {month}::timestamp)::date))
                """,
            OrganizationsPermissions.ReadMeetings);
    }
}
