using Modular.Kernel.Postgres.WorkItems;
using Modular.Kernel.Results;
using Modular.Members.Contracts;
using Modular.Members.Exemptions;
using Modular.Members.Flags;
using Modular.Members.People;

namespace Modular.Members.WorkItems;

/// <summary>A cell that exempted a member reports it upward (MEM-40).</summary>
internal sealed class ExemptionToReport : WorkItemKind
{
    private const string Unreported =
        """
        select request.id as fact_id, request.member_id as subject_id, member.organization_id, member.organization_id as responsible_id, member.id as member_id,
            request.decided_on as base_on
        from members.exemption_request as request
        join members.member as member on member.province_id = request.province_id and member.id = request.member_id
        where request.province_id = @province and request.state = 'GRANTED' and request.reported_on is null and member.status in ('OFFICIAL', 'PROBATIONARY')
        """;

    /// <inheritdoc />
    public override string Id => "members.exemption-to-report";

    /// <inheritdoc />
    public override LocalizedText Title => new("Báo cáo việc miễn công tác, sinh hoạt đảng", "An exemption is to be reported");

    /// <inheritdoc />
    public override LocalizedText Task => new(
        "Chi bộ báo cáo cấp ủy cấp trên quyết định miễn công tác và sinh hoạt đảng.", "The cell reports to its superior whom it exempted from work and activities.");

    /// <inheritdoc />
    public override RuleReference Rule => Rules.Exemption;

    /// <inheritdoc />
    public override string Permission => MembersPermissions.FollowWork;

    /// <inheritdoc />
    public override string HandlingPermission => MembersPermissions.KeepExemptions;

    /// <inheritdoc />
    protected override void Define(WorkItemKindBuilder kind)
    {
        kind.Facts(Unreported, subject: "request.member_id").CancelledWhere(MemberWork.IsOver)
            .Follows<ExemptionRequest>(request => request.MemberId)
            .Follows<Member>(member => member.Id, member => member.Status, member => member.OrganizationId);
        kind.Deadline<ExemptionPolicy>().WorkingDays(policy => policy.ReportWorkingDays);
    }
}

/// <summary>An exemption with a last day comes to it (MEM-41). It is done when the exemption is over; a longer one makes another item.</summary>
internal sealed class ExemptionEnds : WorkItemKind
{
    private const string Ending =
        """
        select flag.id as fact_id, flag.member_id as subject_id, member.organization_id, member.organization_id as responsible_id, member.id as member_id,
            upper(flag.valid) - 1 as base_on
        from members.membership_flag as flag
        join members.member as member on member.province_id = flag.province_id and member.id = flag.member_id
        where flag.province_id = @province and flag.flag = 'EXEMPT' and flag.valid @> @today and not upper_inf(flag.valid)
        """;

    /// <inheritdoc />
    public override string Id => "members.exemption-ends";

    /// <inheritdoc />
    public override LocalizedText Title => new("Sắp hết thời hạn miễn công tác, sinh hoạt đảng", "An exemption from work and activities ends");

    /// <inheritdoc />
    public override LocalizedText Task => new(
        "Chi bộ đưa đảng viên trở lại sinh hoạt, hoặc xét miễn tiếp nếu còn lý do.", "The cell takes the member back into its activities, or looks at a new request where the ground lasts.");

    /// <inheritdoc />
    public override RuleReference Rule => Rules.OtherExemptions;

    /// <inheritdoc />
    public override string Permission => MembersPermissions.FollowWork;

    /// <inheritdoc />
    public override string HandlingPermission => MembersPermissions.KeepExemptions;

    /// <inheritdoc />
    protected override void Define(WorkItemKindBuilder kind)
    {
        kind.Facts(Ending, subject: "flag.member_id").CancelledWhere(MemberWork.IsOver)
            .Follows<FlagPeriod>(flag => flag.MemberId)
            .Follows<Member>(member => member.Id, member => member.OrganizationId);
        kind.Deadline<ExemptionPolicy>().NoticeDays(policy => policy.NoticeDays).RemindsDaysBefore(policy => policy.ReminderDays);
    }
}
