using Modular.Kernel.Postgres.Imports;
using Modular.Kernel.Results;
using Modular.Members.Records;

namespace Modular.Members.Imports;

/// <summary>The columns of a file of members that belong to the member sheet (2-HSĐV): its single facts, and who introduced at the first admission. None has to be there.</summary>
internal static class RecordColumns
{
    private static readonly (string Column, string Vietnamese, string English)[] Texts =
    [
        ("recruited_by", "Cơ quan tuyển dụng", "Recruited by"),
        ("social_organizations", "Tổ chức xã hội", "Social organizations"),
        ("highest_degree", "Học vị, chuyên ngành", "Highest degree"),
        ("foreign_languages", "Ngoại ngữ", "Foreign languages"),
        ("ethnic_languages", "Tiếng dân tộc", "Ethnic languages"),
        ("computing", "Tin học", "Computing"),
        ("health", "Tình trạng sức khỏe", "Health"),
    ];

    private static readonly (string Column, string Vietnamese, string English)[] Days =
    [
        ("recruited_on", "Ngày tuyển dụng", "Recruited on"),
        ("youth_union_joined_on", "Ngày vào Đoàn", "Youth Union joined on"),
        ("enlisted_on", "Ngày nhập ngũ", "Enlisted on"),
        ("discharged_on", "Ngày xuất ngũ", "Discharged on"),
    ];

    private static readonly (string Column, string Vietnamese, string English)[] Admission =
    [
        ("admitted_at", "Nơi kết nạp", "Admitted at"),
        ("first_sponsor", "Người giới thiệu 1", "First sponsor"),
        ("first_sponsor_post", "Chức vụ người giới thiệu 1", "First sponsor's post"),
        ("second_sponsor", "Người giới thiệu 2", "Second sponsor"),
        ("second_sponsor_post", "Chức vụ người giới thiệu 2", "Second sponsor's post"),
    ];

    public static void Define(ImportFormatBuilder format)
    {
        DefineClassOrigin(format);
        foreach (var (column, vietnamese, english) in Days)
        {
            format.Date(column, vietnamese, english).InThePast();
            format.Check(column, new DayOfTheSheetIsBeforeBirth(), $"select row_number, to_char(birth_date, 'DD/MM/YYYY') from staged where {column} < birth_date");
        }

        foreach (var (column, vietnamese, english) in (IEnumerable<(string, string, string)>)[.. Texts, .. Admission])
            format.Text(column, vietnamese, english).MaximumLength(EntryRules.ShortLength);
        format.Check("discharged_on", new DischargeIsBeforeEnlistment(), "select row_number from staged where discharged_on < enlisted_on");
    }

    /// <summary>How the sheets of good rows are written, after the members.</summary>
    public static void Apply(ImportFormatBuilder format)
    {
        string[] single = ["class_origin", .. Days.Select(day => day.Column), .. Texts.Select(text => text.Column)];
        string[] admission = [.. Admission.Select(text => text.Column)];
        format.Apply($"""
            insert into members.member_record (province_id, id, organization_id, {string.Join(", ", single)})
            select @province, id, organization_id, {string.Join(", ", single)} from accepted
            where num_nonnulls({string.Join(", ", single)}, {string.Join(", ", admission)}) > 0
            """);
        format.Apply($"""
            insert into members.admission_detail (province_id, id, member_id, ordinal, {string.Join(", ", admission)})
            select @province, id, id, 1, {string.Join(", ", admission)} from accepted
            where num_nonnulls({string.Join(", ", admission)}) > 0 and status in ('OFFICIAL', 'PROBATIONARY')
            """);
    }

    private static void DefineClassOrigin(ImportFormatBuilder format) => format.Choice("class_origin", "Thành phần gia đình", "Class origin").Called("Thành phần gia đình xuất thân", "Thành phần xuất thân")
        .Value("WORKER", "Công nhân", "Worker")
        .Value("LANDLESS_PEASANT", "Cố nông", "Landless peasant")
        .Value("POOR_PEASANT", "Bần nông", "Poor peasant")
        .Value("MIDDLE_PEASANT", "Trung nông", "Middle peasant")
        .Value("RICH_PEASANT", "Phú nông", "Rich peasant")
        .Value("PEASANT", "Nông dân", "Peasant", "Nông nghiệp")
        .Value("URBAN_POOR", "Dân nghèo thành thị", "Urban poor")
        .Value("CIVIL_SERVANT", "Công chức, viên chức", "Civil servant", "Công chức", "Viên chức", "Cán bộ")
        .Value("ARMED_FORCES", "Quân nhân, công an", "Armed forces", "Quân nhân", "Bộ đội", "Công an")
        .Value("INTELLECTUAL", "Trí thức", "Intellectual")
        .Value("SMALL_TRADER", "Tiểu thương", "Small trader", "Tiểu chủ", "Thợ thủ công")
        .Value("PETTY_BOURGEOIS", "Tiểu tư sản", "Petty bourgeois")
        .Value("BOURGEOIS", "Tư sản", "Bourgeois")
        .Value("LANDOWNER", "Địa chủ", "Landowner")
        .Value("OTHER", "Khác", "Other");
}

/// <summary>Nothing in a person's life happened before birth.</summary>
internal sealed record DayOfTheSheetIsBeforeBirth : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.MemberSheet;

    /// <inheritdoc />
    protected override LocalizedText Text => new("Ngày này sớm hơn ngày sinh ({0}).", "The day is before the birth date ({0}).");
}

/// <summary>Nobody is discharged before enlistment.</summary>
internal sealed record DischargeIsBeforeEnlistment : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.MemberSheet;

    /// <inheritdoc />
    protected override LocalizedText Text => new("Ngày xuất ngũ sớm hơn ngày nhập ngũ.", "The day of discharge is before that of enlistment.");
}
