using Modular.Kernel.Postgres.WorkItems;
using Modular.Kernel.Results;
using Modular.Members.Contracts;
using Modular.Members.Memberships;
using Modular.Members.People;

namespace Modular.Members.WorkItems;

/// <summary>
/// A probation ends, or has ended without a decision (ADM-20, ADM-22). The deadline counts from the end of probation; it is done when the member is recognized as official.
/// </summary>
internal sealed class ProbationEnds : WorkItemKind
{
    private const string Probations =
        """
        select membership.id as fact_id, member.id as subject_id, member.organization_id, member.organization_id as responsible_id, member.id as member_id,
            (membership.ceremony_on + make_interval(
                months => (kernel.policy_on('members.admission', @admission, membership.ceremony_on) ->> 'probationMonths')::integer))::date as base_on
        from members.member as member
        join members.membership as membership on membership.province_id = member.province_id and membership.member_id = member.id
        where member.province_id = @province and member.status = 'PROBATIONARY' and membership.ended_on is null and membership.ceremony_on is not null
        """;

    /// <inheritdoc />
    public override string Id => "members.probation-ends";

    /// <inheritdoc />
    public override LocalizedText Title => new("Đảng viên dự bị hết thời gian dự bị", "A probation ends");

    /// <inheritdoc />
    public override LocalizedText Task => new(
        "Chi bộ xét, đề nghị công nhận đảng viên chính thức hoặc xóa tên trong danh sách đảng viên.",
        "The cell reviews the probationary member and proposes recognition as official, or removal from the list.");

    /// <inheritdoc />
    public override RuleReference Rule => Rules.RecognitionAfterProbation;

    /// <inheritdoc />
    public override string Permission => MembersPermissions.FollowWork;

    /// <inheritdoc />
    public override string HandlingPermission => MembersPermissions.Register;

    /// <inheritdoc />
    protected override void Define(WorkItemKindBuilder kind)
    {
        kind.Facts(Probations, subject: "member.id").Reads<AdmissionPolicy>("admission").CancelledWhere(MemberWork.IsOver)
            .Follows<Member>(member => member.Id, member => member.Status, member => member.OrganizationId)
            .Follows<Membership>(membership => membership.MemberId, membership => membership.CeremonyOn, membership => membership.EndedOn);
        kind.Deadline<ProbationDeadlinePolicy>()
            .WorkingDays(policy => policy.ReviewWorkingDays).NoticeDays(policy => policy.NoticeDays).RemindsDaysBefore(policy => policy.ReminderDays);
    }
}
