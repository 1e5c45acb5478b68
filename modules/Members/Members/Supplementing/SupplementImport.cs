using Modular.Kernel.Postgres.Imports;
using Modular.Kernel.Results;
using Modular.Members.Contracts;
using Modular.Members.Imports;
using Modular.Members.People;

namespace Modular.Members.Supplementing;

/// <summary>
/// What is missing in records, by a list (bổ sung thông tin theo danh sách): a number that names the member, and any of the fields. Only what is empty is filled; the other of the two formats replaces what is there
/// too, which is a correction and takes its permission and a document (MEM-08). An empty cell changes nothing.
/// </summary>
/// <param name="overwrites">Whether what is there is replaced.</param>
internal sealed class SupplementImport(bool overwrites) : ImportFormat
{
    /// <inheritdoc />
    public override string Id => overwrites ? "member-corrections" : "member-supplement";

    /// <inheritdoc />
    public override LocalizedText Title => overwrites
        ? new("Điều chỉnh thông tin đảng viên theo danh sách", "Corrections of members' records")
        : new("Bổ sung thông tin còn thiếu của đảng viên", "What is missing in members' records");

    /// <inheritdoc />
    public override string Permission => overwrites ? MembersPermissions.Correct : MembersPermissions.Edit;

    /// <inheritdoc />
    protected override void Define(ImportFormatBuilder format)
    {
        format.NameMembers();
        DefineColumns(format);
        format.Staged("changes", "jsonb").Staged("kept", "text").Prepare(SupplementSql.TellChanges(overwrites));
        DefineChecks(format);
        format
            .Apply(SupplementSql.Apply).Apply(SupplementSql.TellHistory)
            .Raise(MemberPersonalDataChanged.EventName, SupplementSql.Changed)
            .NotUndoneWhere(SupplementSql.ChangedSince)
            .Undo(SupplementSql.Undo).Undo(SupplementSql.TellUndone);
    }

    private void DefineColumns(ImportFormatBuilder format)
    {
        format.Digits("citizen_id", 12, "Số CCCD", "Citizen ID").Called("CCCD", "Số căn cước công dân", "Số căn cước").Unique();
        MemberColumns.DefineReligion(format);
        format.Text("native_place", "Quê quán", "Native place").MaximumLength(300);
        format.Text("birth_place", "Nơi đăng ký khai sinh", "Birth place").Called("Nơi sinh").MaximumLength(300);
        format.Text("occupation", "Nghề nghiệp", "Occupation").Called("Nghề nghiệp hiện nay").MaximumLength(300);
        MemberColumns.DefineEducation(format);
        format.Text("phone", "Số điện thoại", "Phone").Called("Điện thoại").MaximumLength(30)
            .Must(phone => PersonRules.CheckPhone(phone, "phone").FirstOrDefault())
            .Derives("phone_digits", phone => PersonRules.CleanPhone(phone) ?? "");
        format.Text("email", "Thư điện tử", "Email").Called("E-mail", "Email").MaximumLength(254)
            .Must(email => PersonRules.CheckEmail(email, "email").FirstOrDefault());
        var document = format.Text("document", "Căn cứ", "Document").Called("Văn bản căn cứ").MaximumLength(200);
        if (overwrites)
            document.Required();
    }

    private static void DefineChecks(ImportFormatBuilder format) => format
        .CheckNumbers(new NoMemberBearsTheNumber())
        .CheckEachOnce()
        .Check("citizen_id", new NumberIsInTheRegister(),
            """
            select staged.row_number from staged
            join members.member as member on member.province_id = @province and member.citizen_id = staged.citizen_id and member.id is distinct from staged.member_id
            """)
        .CheckOwnCase()
        .CheckByCode(FindKeptAsync);

    // Of records out of the user's reach, whose rows are refused, nothing is told.
    private static async Task<IReadOnlyList<RowFault>> FindKeptAsync(ImportRun run, CancellationToken cancellationToken)
    {
        var rows = await run.ReadAsync(
            "select row_number, kept from staged where not faulty and (kept is not null or changes = jsonb_build_object()) order by row_number",
            reader => (Row: reader.GetInt32(0), Kept: reader.IsDBNull(1) ? null : reader.GetString(1)),
            cancellationToken);
        return [.. rows.Select(row => new RowFault(row.Row, null, row.Kept is null ? new RowFillsNothing() : new FieldsHoldOtherValues(row.Kept)) { Severity = ImportSeverity.Warning })];
    }
}

/// <summary>The register says something else, and keeps it.</summary>
/// <param name="Fields">The fields, as the API calls them.</param>
internal sealed record FieldsHoldOtherValues(string Fields) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.RegulatedCorrection;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Hồ sơ đã có giá trị khác, được giữ nguyên: {Fields}.", $"The record says something else, which is kept: {Fields}.");
}

/// <summary>A row changes nothing.</summary>
internal sealed record RowFillsNothing : Problem
{
    /// <inheritdoc />
    protected override LocalizedText Text => new("Dòng này không bổ sung gì.", "The row fills nothing.");
}
