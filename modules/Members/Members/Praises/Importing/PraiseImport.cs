using Modular.Kernel.Postgres.Imports;
using Modular.Kernel.Results;
using Modular.Members.Contracts;
using Modular.Members.Imports;

namespace Modular.Members.Praises.Importing;

/// <summary>
/// Praise of members as organizations list it (danh sách khen thưởng đảng viên), one row a member, by the rules of <c>praiseMembers</c> (MEM-46). A row that the register knows already does
/// nothing.
/// </summary>
internal sealed class PraiseImport : ImportFormat
{
    private const string FindKnown =
        """
        update staged set is_known = true
        from members.praise as praise
        where praise.province_id = @province and praise.member_id = staged.member_id and praise.form = staged.form and praise.praised_on = staged.praised_on
            and praise.organization_id = staged.praised_by and praise.decision_number is not distinct from staged.decision_number
        """;

    /// <inheritdoc />
    public override string Id => "praises";

    /// <inheritdoc />
    public override LocalizedText Title => new("Khen thưởng đảng viên", "Praise of members");

    /// <inheritdoc />
    public override string Permission => MembersPermissions.Praise;

    /// <inheritdoc />
    protected override void Define(ImportFormatBuilder format)
    {
        format.NameMembers("Số CCCD");
        format.Choice("form", "Hình thức khen thưởng", "Form").Called("Hình thức").Required()
            .Value("PRAISE", "Biểu dương", "Praise")
            .Value("CERTIFICATE_OF_MERIT", "Giấy khen", "Certificate of merit")
            .Value("PROVINCIAL_CERTIFICATE_OF_MERIT", "Bằng khen", "Provincial certificate of merit")
            .Value("OTHER", "Hình thức khác", "Other", "Cờ");
        format.Text("organization_code", "Mã tổ chức khen", "Code of the praising organization").Called("Mã tổ chức đảng", "Mã TCĐ").Required().MaximumLength(50);
        format.Text("achievement", "Thành tích", "Achievement").Called("Nội dung khen thưởng").Required().MaximumLength(1000);
        format.Date("praised_on", "Ngày khen thưởng", "Praised on").Called("Ngày quyết định").Required().InThePast();
        format.Text("decision_number", "Số quyết định", "Decision number").Called("Quyết định số").MaximumLength(100);
        format.StageOrganizations("praised_on", "praised_by").Staged("is_known", "boolean").Prepare(FindKnown)
            .CheckNumbers(new NoMemberBearsTheNumber())
            .CheckOwnCase()
            .Check("organization_code", new PraisingOrganizationIsUnknown(), "select row_number, organization_code from staged where organization_code is not null and praised_on is not null and praised_by is null")
            .Check("decision_number", new PraiseNeedsItsDecision(), "select row_number from staged where form <> 'PRAISE' and decision_number is null")
            .CheckOnce(
                "member_number", new MemberAppearsTwiceInTheList(), by: "member_id, form, praised_on, praised_by, decision_number", among: "member_id is not null and praised_by is not null")
            .CheckByCode(ImportedPraises.CheckAsync)
            .WarnOfKnown("is_known");
        format
            .Apply(
                """
                insert into members.praise (province_id, id, member_id, form, organization_id, achievement, praised_on, decision_number)
                select @province, id, member_id, form, praised_by, achievement, praised_on, decision_number from accepted where is_known is null
                """)
            .Creates("Praise", "members.praise", subject: "member_id")
            .Undo("delete from members.praise as praise using undone where praise.province_id = @province and praise.id = undone.id");
    }
}

/// <summary>No organization bears, or bore, the code.</summary>
internal sealed record PraisingOrganizationIsUnknown : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.Praise;

    /// <inheritdoc />
    protected override LocalizedText Text => new("Không có tổ chức đảng nào mang mã {0}.", "No organization bears, or bore, the code {0}.");
}

/// <summary>All but the praise of a cell rests on a written decision.</summary>
internal sealed record PraiseNeedsItsDecision : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.Praise;

    /// <inheritdoc />
    protected override LocalizedText Text => new("Phải có số quyết định khen thưởng.", "The decision needs its number.");
}
