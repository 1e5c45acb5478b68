using Modular.Kernel.Postgres.Imports;
using Modular.Kernel.Results;
using Modular.Members.Contracts;
using Modular.Members.Flags;
using Modular.Members.Imports;

namespace Modular.Members.Exemptions.Importing;

/// <summary>
/// Exemptions that cells granted (danh sách đảng viên được miễn công tác và sinh hoạt đảng; MEM-40, MEM-41), one row a member with request, resolution and report, by the rules of
/// <c>requestExemption</c>, <c>decideExemption</c> and <c>reportExemption</c>. A row that the register knows already does nothing.
/// </summary>
internal sealed class ExemptionImport : ImportFormat
{
    /// <inheritdoc />
    public override string Id => "exemptions";

    /// <inheritdoc />
    public override LocalizedText Title => new("Đảng viên được miễn công tác và sinh hoạt đảng", "Exemptions from work and activities");

    /// <inheritdoc />
    public override string Permission => MembersPermissions.KeepExemptions;

    /// <inheritdoc />
    protected override void Define(ImportFormatBuilder format)
    {
        format.NameMembers("Số CCCD");
        format.Choice("ground", "Lý do miễn", "Ground").Called("Lý do").Required()
            .Value("OLD_OR_WEAK", "Tuổi cao, sức yếu", "Old or weak", "Già yếu", "Tuổi cao", "Sức yếu")
            .Value("MEDICAL_TREATMENT", "Điều trị bệnh dài ngày", "Medical treatment", "Chữa bệnh")
            .Value("ALONE_ABROAD", "Đi nước ngoài đơn lẻ", "Alone abroad", "Đi nước ngoài")
            .Value("LONE_WORK", "Làm việc đơn lẻ, xa tổ chức đảng", "Lone work", "Làm việc đơn lẻ")
            .Value("ITINERANT_WORK", "Việc làm lưu động, không ổn định", "Itinerant work", "Việc làm lưu động")
            .Value("MATERNITY", "Nghỉ thai sản", "Maternity", "Thai sản");
        format.Date("requested_on", "Ngày đề nghị", "Requested on").Called("Ngày xin miễn").Required().InThePast();
        format.YesNo("is_oral", "Đề nghị bằng lời", "Oral request").Called("Bằng lời");
        format.Text("reason", "Ghi chú", "Remark").MaximumLength(ExemptionSteps.ReasonLength);
        format.Date("from_day", "Miễn từ ngày", "Exempt from").Called("Từ ngày").Required().InThePast();
        format.Date("until_day", "Miễn đến ngày", "Exempt until").Called("Đến ngày");
        format.Text("decision_number", "Số nghị quyết", "Resolution number").Called("Số quyết định", "Nghị quyết số").Required().MaximumLength(100);
        format.Date("decided_on", "Ngày nghị quyết", "Decided on").Called("Ngày quyết định").Required().InThePast();
        format.Date("reported_on", "Ngày báo cáo cấp trên", "Reported on").Called("Ngày báo cáo").InThePast();
        format.Staged("is_known", "boolean").Prepare(ExemptionImportSql.FindKnown)
            .CheckNumbers(new NoMemberBearsTheNumber())
            .CheckEachOnce()
            .CheckOwnCase()
            .Check("member_number", new ExemptionIsAskedForAlready(), ExemptionImportSql.FindWaiting)
            .CheckByCode(ImportedExemptions.CheckAsync)
            .Check("from_day", new FlagIsSetAlready(MembershipFlag.Exempt), ExemptionImportSql.FindOverlapping)
            .WarnOfKnown("is_known");
        format
            .Apply(ExemptionImportSql.Grant).Apply(ExemptionImportSql.Set).Apply(ExemptionImportSql.Touch)
            .Creates("ExemptionRequest", "members.exemption_request", subject: "member_id")
            .Creates("FlagPeriod", "members.membership_flag", subject: "member_id")
            .Raise(MemberFlagSet.EventName, ExemptionImportSql.Raised)
            .RaiseWhenUndone(MemberFlagCleared.EventName, ExemptionImportSql.Cleared)
            .Undo(ExemptionImportSql.TouchAgain).Undo(ExemptionImportSql.Unset).Undo(ExemptionImportSql.TakeBack);
    }
}
