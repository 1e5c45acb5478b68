using Modular.Kernel.Postgres.WorkItems;
using Modular.Kernel.Results;
using Modular.Organizations.Committees;
using Modular.Organizations.Contracts;
using Modular.Organizations.Meetings;
using Modular.Organizations.Register;

namespace Modular.Organizations.WorkItems;

/// <summary>
/// A month is over, and the regular meeting of a cell, a cell committee or a grassroots committee is not in the register (ORG-15). Nothing is said before the month from which the
/// province keeps meetings. What is not made up for in a few months is no work any more, and is cancelled.
/// </summary>
internal sealed class MeetingMissing : WorkItemKind
{
    private const string FactId = "md5(place.organization_id::text || body.code || to_char(began.month, 'YYYYMM'))::uuid";

    private const string Missing =
        $"""
        select {FactId} as fact_id, place.organization_id as subject_id, place.organization_id, place.organization_id as responsible_id, null::uuid as member_id,
            (began.month + make_interval(months => 1, days => -1))::date as base_on
        from (select kernel.policy_on('organizations.meetings', @meetings, @today) as values) as policy
        cross join lateral generate_series(
            greatest(
                date_trunc('month', (policy.values ->> 'keptFrom')::timestamp),
                date_trunc('month', @today::timestamp) - make_interval(months => (policy.values ->> 'followedMonths')::integer - 1)),
            date_trunc('month', @today::timestamp),
            make_interval(months => 1)) as began (month)
        join kernel.organization_tree as place on place.province_id = @province and place.valid @> began.month::date
        join organizations.organization as organization on organization.province_id = place.province_id and organization.id = place.organization_id and organization.ended_on is null
        cross join (values ('MEMBERS'), ('COMMITTEE')) as body (code)
        where policy.values ->> 'keptFrom' is not null
            and organizations.meets_monthly(place.kind, body.code, (
                select term.committee_size from organizations.committee_term as term
                where term.province_id = place.province_id and term.organization_id = place.organization_id
                    and term.valid @> (began.month + make_interval(months => 1, days => -1))::date))
            and not exists (
                select from organizations.meeting as held
                where held.province_id = place.province_id and held.organization_id = place.organization_id and held.month = began.month::date
                    and held.body = body.code and held.kind = 'REGULAR')
        """;

    // Done is what was recorded; an organization that ended and a month that is long gone have nothing to record.
    private const string WasNotHeld =
        """
        not exists (
            select from organizations.meeting as held
            where held.province_id = @province and held.organization_id = present.organization_id and held.kind = 'REGULAR'
                and held.month = date_trunc('month', present.base_on::timestamp)::date
                and md5(held.organization_id::text || held.body || to_char(held.month, 'YYYYMM'))::uuid = present.fact_id)
        """;

    /// <inheritdoc />
    public override string Id => "organizations.meeting-missing";

    /// <inheritdoc />
    public override LocalizedText Title => new("Chưa ghi nhận cuộc họp thường kỳ của tháng", "The regular meeting of the month is not recorded");

    /// <inheritdoc />
    public override LocalizedText Task => new(
        "Chi bộ, cấp ủy họp thường kỳ mỗi tháng một lần; ghi ngày họp, số phải dự, số có mặt và số nghị quyết, biên bản.",
        "Cells and committees meet once a month; record the day, how many were to attend and did, and the number of the resolution or minutes.");

    /// <inheritdoc />
    public override RuleReference Rule => Rules.MonthlyMeetings;

    /// <inheritdoc />
    public override string Permission => OrganizationsPermissions.FollowWork;

    /// <inheritdoc />
    public override string HandlingPermission => OrganizationsPermissions.RecordMeetings;

    /// <inheritdoc />
    protected override void Define(WorkItemKindBuilder kind)
    {
        kind.Facts(Missing, subject: "place.organization_id").Reads<MeetingPolicy>("meetings").CancelledWhere(WasNotHeld)
            .Follows<Meeting>(meeting => meeting.OrganizationId)
            .Follows<CommitteeTerm>(term => term.OrganizationId)
            .Follows<Organization>(organization => organization.Id, organization => organization.EndedOn, organization => organization.Kind);
        kind.Deadline<MeetingPolicy>().WorkingDays(policy => policy.RecordingWorkingDays).RemindsDaysBefore(policy => policy.ReminderDays);
    }
}
