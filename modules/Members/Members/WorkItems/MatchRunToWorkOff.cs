using Modular.Kernel.Postgres.WorkItems;
using Modular.Kernel.Results;
using Modular.Members.Contracts;
using Modular.Members.Matching;

namespace Modular.Members.WorkItems;

/// <summary>A list from elsewhere was compared with the register and its rows await decisions (MEM-09). It is done when the run is closed, and cancelled when the list is taken back.</summary>
internal sealed class MatchRunToWorkOff : WorkItemKind
{
    private const string OpenRuns =
        """
        select run.id as fact_id, run.id as subject_id, root.organization_id, root.organization_id as responsible_id, null::uuid as member_id,
            (run.made_at at time zone interval '7 hours')::date as base_on
        from members.match_run as run
        join kernel.organization_tree as root on root.province_id = run.province_id and root.depth = 0 and root.valid @> @today
        where run.province_id = @province and run.state = 'OPEN'
        """;

    /// <inheritdoc />
    public override string Id => "members.match-run-to-work-off";

    /// <inheritdoc />
    public override LocalizedText Title => new("Kết quả đối chiếu danh sách đảng viên chờ xử lý", "A list that was compared with the register awaits decisions");

    /// <inheritdoc />
    public override LocalizedText Task => new(
        "Cơ quan tổ chức cấp tỉnh quyết định các dòng sai khác, nghi trùng và không có trong sổ, rồi kết thúc đợt đối chiếu.",
        "The province's organization board decides on rows that differ, are in doubt or are missing, and closes the run.");

    /// <inheritdoc />
    public override RuleReference Rule => Rules.OneRecordForLife;

    /// <inheritdoc />
    public override string Permission => MembersPermissions.FollowWork;

    /// <inheritdoc />
    public override string HandlingPermission => MembersPermissions.Match;

    /// <inheritdoc />
    protected override void Define(WorkItemKindBuilder kind)
    {
        kind.Facts(OpenRuns, subject: "run.id")
            .CancelledWhere("not exists (select from members.match_run as kept where kept.province_id = @province and kept.id = present.fact_id)")
            .Follows<MatchRun>(run => run.Id);
        kind.Deadline<MatchPolicy>().WorkingDays(policy => policy.DecisionWorkingDays).RemindsDaysBefore(policy => policy.ReminderDays);
    }
}
