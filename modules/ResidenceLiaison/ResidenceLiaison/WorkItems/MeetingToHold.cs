using Modular.Kernel.Postgres.WorkItems;
using Modular.Kernel.Results;
using Modular.ResidenceLiaison.Contracts;
using Modular.ResidenceLiaison.Introductions;
using Modular.ResidenceLiaison.Meetings;

namespace Modular.ResidenceLiaison.WorkItems;

/// <summary>A residential cell meets its working members every half-year (RES-04). It is done when the meeting was held; of a half-year that is over nothing is due any more, and the next one has its own.</summary>
internal sealed class MeetingToHold : WorkItemKind
{
    private const string Unmet =
        """
        select distinct on (listed.residence_cell_id) listed.residence_cell_id as fact_id, listed.residence_cell_id as subject_id, listed.residence_cell_id as organization_id,
            listed.residence_cell_id as responsible_id, null::uuid as member_id,
            make_date(extract(year from @today)::int, case when extract(month from @today) <= 6 then 1 else 7 end, 1) as base_on
        from residence_liaison.introduction as listed
        where listed.province_id = @province and listed.residence_cell_id is not null and listed.state in ('ASSIGNED_TO_CELL', 'ACTIVE') and listed.category = 'NORMAL'
            and not exists (
                select from residence_liaison.meeting as held
                where held.province_id = listed.province_id and held.cell_id = listed.residence_cell_id and held.state = 'HELD'
                    and held.year = extract(year from @today)::int and held.period = case when extract(month from @today) <= 6 then 'FIRST_HALF' else 'SECOND_HALF' end)
        """;

    /// <inheritdoc />
    public override string Id => "residence-liaison.meeting-to-hold";

    /// <inheritdoc />
    public override LocalizedText Title => new("Chi bộ nơi cư trú chưa họp định kỳ với đảng viên đang công tác", "The residential cell has not met its working members in this half-year");

    /// <inheritdoc />
    public override LocalizedText Task => new(
        "Chi ủy mời đảng viên đang công tác dự họp, ghi nhận người có mặt, vắng mặt và ý kiến, 6 tháng một lần.",
        "The cell summons its working members every 6 months, and records who came and what was said.");

    /// <inheritdoc />
    public override RuleReference Rule => Rules.HalfYearlyMeeting;

    /// <inheritdoc />
    public override string Permission => ResidenceLiaisonPermissions.FollowWork;

    /// <inheritdoc />
    public override string HandlingPermission => ResidenceLiaisonPermissions.HoldMeetings;

    /// <inheritdoc />
    protected override void Define(WorkItemKindBuilder kind)
    {
        kind.Facts(Unmet, subject: "listed.residence_cell_id")
            .Follows<Meeting>(meeting => meeting.CellId).Follows<Introduction>(introduction => introduction.ResidenceCellId ?? Guid.Empty);
        kind.Deadline<MeetingPolicy>().Days(policy => policy.HalfYearDays).RemindsDaysBefore(policy => policy.ReminderDays);
    }
}
