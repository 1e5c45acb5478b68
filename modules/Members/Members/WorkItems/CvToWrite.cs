using Modular.Kernel.Postgres.WorkItems;
using Modular.Kernel.Results;
using Modular.Members.Contracts;
using Modular.Members.Documents;
using Modular.Members.Memberships;
using Modular.Members.People;

namespace Modular.Members.WorkItems;

/// <summary>A new member is to write the member CV (MEM-01). It is done when the file has one; whoever is recognized or leaves before is no longer reminded.</summary>
internal sealed class CvToWrite : WorkItemKind
{
    // The policy is read for the probationary alone, whatever the plan: by the status of the member, the condition comes after the join.
    private const string Unwritten =
        """
        select membership.id as fact_id, member.id as subject_id, member.organization_id, member.organization_id as responsible_id, member.id as member_id,
            membership.ceremony_on as base_on
        from members.member as member
        join members.membership as membership on membership.province_id = member.province_id and membership.member_id = member.id
        where member.province_id = @province and member.status = 'PROBATIONARY' and membership.ended_on is null
            and membership.ceremony_on >= (kernel.policy_on(
                'members.member-cv', @cv, case when member.status = 'PROBATIONARY' then membership.ceremony_on end) ->> 'ceremoniesFrom')::date
            and not exists (
                select from members.member_document as document
                where document.province_id = member.province_id and document.member_id = member.id and document.kind = 'MEMBER_CV')
        """;

    /// <inheritdoc />
    public override string Id => "members.cv-to-write";

    /// <inheritdoc />
    public override LocalizedText Title => new("Đảng viên mới viết lý lịch đảng viên", "A new member is to write the member CV");

    /// <inheritdoc />
    public override LocalizedText Task => new(
        "Đảng viên mới viết lý lịch đảng viên (mẫu 1-HSĐV), nộp cấp ủy cơ sở đưa vào hồ sơ.",
        "The new member writes the member CV (form 1-HSĐV) and hands it in to the grassroots committee for the file.");

    /// <inheritdoc />
    public override RuleReference Rule => Rules.MemberCv;

    /// <inheritdoc />
    public override string Permission => MembersPermissions.FollowWork;

    /// <inheritdoc />
    public override string HandlingPermission => MembersPermissions.KeepRecords;

    /// <inheritdoc />
    protected override void Define(WorkItemKindBuilder kind)
    {
        kind.Facts(Unwritten, subject: "member.id").Reads<MemberCvPolicy>("cv")
            .CancelledWhere(
                """
                not exists (
                    select from members.member_document as written
                    where written.province_id = @province and written.member_id = present.member_id and written.kind = 'MEMBER_CV')
                """)
            .Follows<MemberDocument>(document => document.MemberId)
            .Follows<Membership>(membership => membership.MemberId)
            .Follows<Member>(member => member.Id, member => member.Status, member => member.OrganizationId);
        kind.Deadline<MemberCvPolicy>().WorkingDays(policy => policy.WritingWorkingDays).RemindsDaysBefore(policy => policy.ReminderDays);
    }
}
