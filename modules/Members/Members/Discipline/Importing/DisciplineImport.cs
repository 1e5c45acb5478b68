using Modular.Kernel.Postgres.Imports;
using Modular.Kernel.Results;
using Modular.Members.Contracts;
using Modular.Members.Imports;

namespace Modular.Members.Discipline.Importing;

/// <summary>
/// Reprimands and warnings with their written decisions, as committees list them (danh sách đảng viên bị kỷ luật; MEM-50 to MEM-58), one row a member, by the rules of
/// <c>recordDisciplinaryMeasure</c>. A row that the register knows already does nothing. What ends posts or membership is recorded one by one, because undoing a list could not give it back.
/// </summary>
internal sealed class DisciplineImport : ImportFormat
{
    /// <inheritdoc />
    public override string Id => "disciplines";

    /// <inheritdoc />
    public override LocalizedText Title => new("Kỷ luật đảng viên (khiển trách, cảnh cáo)", "Discipline of members (reprimands and warnings)");

    /// <inheritdoc />
    public override string Permission => MembersPermissions.RecordDiscipline;

    /// <inheritdoc />
    protected override void Define(ImportFormatBuilder format)
    {
        format.NameMembers("Số CCCD");
        format.Choice("form", "Hình thức kỷ luật", "Form").Called("Hình thức").Required()
            .Value("REPRIMAND", "Khiển trách", "Reprimand")
            .Value("WARNING", "Cảnh cáo", "Warning")
            .Value("REMOVAL_FROM_POST", "Cách chức", "Removal from post")
            .Value("EXPULSION", "Khai trừ", "Expulsion");
        format.Choice("ground", "Lỗi vi phạm", "Ground").Called("Nhóm vi phạm").Required()
            .Value("QUALITY", "Phẩm chất chính trị, đạo đức, lối sống", "Quality", "Đạo đức, lối sống")
            .Value("ACTIVITY", "Sinh hoạt đảng", "Activity")
            .Value("CELL_TASK", "Nhiệm vụ do chi bộ giao", "Task of the cell")
            .Value("MEMBER_DUTY", "Nhiệm vụ đảng viên", "Duty of members")
            .Value("TASK_OF_SUPERIOR", "Nhiệm vụ do cấp trên giao", "Task of a superior committee")
            .Value("LAW", "Vi phạm pháp luật", "Law");
        format.Text("fault", "Nội dung vi phạm", "Fault").Required().MaximumLength(DisciplineRules.FaultLength);
        format.Date("fault_ended_on", "Ngày kết thúc vi phạm", "Fault ended on").Called("Ngày vi phạm").Required().InThePast();
        format.Text("organization_code", "Mã tổ chức quyết định", "Code of the deciding organization").Called("Mã tổ chức đảng", "Mã TCĐ").Required().MaximumLength(50);
        format.Integer("vote_base", "Số người được biểu quyết", "Base of the vote").Called("Tổng số biểu quyết").Required().Between(1, 100_000);
        format.Integer("votes_in_favour", "Số phiếu tán thành", "Votes in favour").Called("Số phiếu đồng ý").Required().Between(0, 100_000);
        format.Choice("hearing", "Nghe đảng viên trình bày", "Hearing").Called("Hình thức nghe ý kiến").Required()
            .Value("HEARD", "Được nghe ý kiến", "Heard", "Có")
            .Value("STAYED_AWAY_WITHOUT_REASON", "Vắng không lý do", "Stayed away")
            .Value("DETAINED_OR_CHARGED", "Bị tạm giam, truy tố", "Detained or charged", "Bị tạm giam");
        format.Date("heard_on", "Ngày nghe ý kiến", "Heard on").InThePast();
        format.Date("first_invited_on", "Ngày mời lần 1", "First invited on").InThePast();
        format.Date("last_invited_on", "Ngày mời lần cuối", "Last invited on").Called("Ngày mời lần 2").InThePast();
        format.Date("announced_on", "Ngày công bố kết quả biểu quyết", "Announced on").Called("Ngày công bố", "Ngày kỷ luật").Required().InThePast();
        format.Text("decision_number", "Số quyết định", "Decision number").Called("Quyết định số").Required().MaximumLength(100);
        format.Date("decided_on", "Ngày quyết định", "Decided on").Called("Ngày ký quyết định").Required().InThePast();
        format.StageOrganizations("announced_on", "decided_by").Staged("is_known", "boolean").Prepare(DisciplineImportSql.FindKnown)
            .CheckNumbers(new NoMemberBearsTheNumber())
            .CheckOwnCase()
            .Check("form", new MeasureIsRecordedByItself(), "select row_number from staged where form in ('REMOVAL_FROM_POST', 'EXPULSION')")
            .Check("organization_code", new DecidingOrganizationIsUnknown(), DisciplineImportSql.FindUnknown)
            .CheckOnce("member_number", new MemberAppearsTwiceInTheList(), by: "member_id, form, announced_on, decided_by", among: "member_id is not null and decided_by is not null")
            .CheckByCode(ImportedDisciplines.CheckAsync)
            .WarnOfKnown("is_known");
        format
            .Apply(DisciplineImportSql.Record).Apply(DisciplineImportSql.Touch)
            .Creates("DisciplinaryMeasure", "members.disciplinary_measure", subject: "member_id")
            .NotUndoneWhere(DisciplineImportSql.ChangedSince)
            .Undo(DisciplineImportSql.TouchAgain).Undo(DisciplineImportSql.TakeBack);
    }
}

/// <summary>Removal from post and expulsion are recorded one by one.</summary>
internal sealed record MeasureIsRecordedByItself : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.DisciplineForms;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Cách chức, khai trừ phải ghi từng trường hợp (recordDisciplinaryMeasure), vì làm thay đổi chức vụ, tư cách đảng viên.",
        "Removal from post and expulsion are recorded one by one (recordDisciplinaryMeasure), because they end posts or membership.");
}

/// <summary>No organization bears, or bore, the code.</summary>
internal sealed record DecidingOrganizationIsUnknown : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.DecidingBodies;

    /// <inheritdoc />
    protected override LocalizedText Text => new("Ngày công bố, không có tổ chức đảng nào mang mã {0}.", "On the day of the announcement no organization bore the code {0}.");
}
