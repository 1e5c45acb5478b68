using Modular.Kernel.Postgres.WorkItems;
using Modular.Kernel.Results;
using Modular.Members.Contracts;
using Modular.Members.Losses;
using Modular.Members.People;
using Modular.Members.Transfers;

namespace Modular.Members.WorkItems;

/// <summary>A lost file is to be investigated and restored (MEM-06), or a lost introduction paper to be issued anew (MEM-24). It is done when it is restored, or asked for anew.</summary>
internal sealed class FileToRestore : WorkItemKind
{
    private const string Lost =
        """
        select loss.id as fact_id, loss.member_id as subject_id, member.organization_id, member.organization_id as responsible_id, member.id as member_id, loss.reported_on as base_on
        from members.file_loss as loss
        join members.member as member on member.province_id = loss.province_id and member.id = loss.member_id
        where loss.province_id = @province and loss.restored_on is null and member.status in ('OFFICIAL', 'PROBATIONARY')
            and (loss.lost = 'FILE' or not exists (
                select from members.transfer as anew
                where anew.province_id = loss.province_id and anew.member_id = loss.member_id and anew.id > loss.transfer_id))
        """;

    /// <inheritdoc />
    public override string Id => "members.file-to-restore";

    /// <inheritdoc />
    public override LocalizedText Title => new("Khôi phục hồ sơ, cấp lại giấy giới thiệu bị mất", "A lost file is to be restored, or a lost paper issued anew");

    /// <inheritdoc />
    public override LocalizedText Task => new(
        "Cấp ủy cơ sở xác minh việc mất hồ sơ và khôi phục hồ sơ; giấy giới thiệu bị mất thì lập lại yêu cầu chuyển sinh hoạt.",
        "The grassroots committee looks into the loss and restores the file; for a lost introduction paper it asks for the transfer anew.");

    /// <inheritdoc />
    public override RuleReference Rule => Rules.LostFiles;

    /// <inheritdoc />
    public override string Permission => MembersPermissions.FollowWork;

    /// <inheritdoc />
    public override string HandlingPermission => MembersPermissions.KeepRecords;

    /// <inheritdoc />
    protected override void Define(WorkItemKindBuilder kind)
    {
        kind.Facts(Lost, subject: "loss.member_id").CancelledWhere(MemberWork.IsOver)
            .Follows<FileLoss>(loss => loss.MemberId)
            .Follows<Transfer>(transfer => transfer.MemberId)
            .Follows<Member>(member => member.Id, member => member.Status, member => member.OrganizationId);
        kind.Deadline<FileLossPolicy>().WorkingDays(policy => policy.RestorationWorkingDays).RemindsDaysBefore(policy => policy.ReminderDays);
    }
}
