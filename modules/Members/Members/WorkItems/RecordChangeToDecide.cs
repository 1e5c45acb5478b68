using Modular.Kernel.Postgres.WorkItems;
using Modular.Kernel.Results;
using Modular.Members.ChangeRequests;
using Modular.Members.Contracts;
using Modular.Members.People;

namespace Modular.Members.WorkItems;

/// <summary>A member asks for a change of their own record (MEM-08, PD-09). It is done when somebody decides or the member takes it back.</summary>
internal sealed class RecordChangeToDecide : WorkItemKind
{
    private const string Waiting =
        """
        select request.id as fact_id, request.member_id as subject_id, member.organization_id, member.organization_id as responsible_id, member.id as member_id,
            request.submitted_on as base_on
        from members.record_change_request as request
        join members.member as member on member.province_id = request.province_id and member.id = request.member_id
        where request.province_id = @province and request.state = 'SUBMITTED'
        """;

    /// <inheritdoc />
    public override string Id => "members.record-change-to-decide";

    /// <inheritdoc />
    public override LocalizedText Title => new("Đề nghị điều chỉnh hồ sơ của đảng viên", "A member asks for a change of their record");

    /// <inheritdoc />
    public override LocalizedText Task => new(
        "Cấp ủy giữ hồ sơ kiểm tra, chấp nhận hoặc không chấp nhận và nêu lý do.", "The committee that keeps the file checks it, and approves or refuses with a ground.");

    /// <inheritdoc />
    public override RuleReference Rule => Rules.RequestedCorrections;

    /// <inheritdoc />
    public override string Permission => MembersPermissions.FollowWork;

    /// <inheritdoc />
    public override string HandlingPermission => MembersPermissions.KeepRecords;

    /// <inheritdoc />
    protected override void Define(WorkItemKindBuilder kind)
    {
        kind.Facts(Waiting, subject: "request.member_id")
            .Follows<RecordChangeRequest>(request => request.MemberId)
            .Follows<Member>(member => member.Id, member => member.OrganizationId);
        kind.Deadline<RecordChangePolicy>().Days(policy => policy.DecisionDays).RemindsDaysBefore(policy => policy.ReminderDays);
    }
}
