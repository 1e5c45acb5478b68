using Microsoft.Extensions.DependencyInjection;
using Modular.Kernel.Postgres.Imports;
using Modular.Kernel.Results;
using Modular.Kernel.Texts;
using Modular.Members.Cards;
using Modular.Members.Contracts;
using Modular.Members.People;
using Modular.Organizations.Contracts;

namespace Modular.Members.Matching;

/// <summary>
/// A list from elsewhere, such as the export of the national database of members, that is compared with the register (đối chiếu). Nothing in the register is changed: a match
/// run is made, with each row in a class, and members whom the list does not name. Rows that cannot be read come into the run as defective.
/// </summary>
internal sealed class MatchImport : ImportFormat
{
    /// <inheritdoc />
    public override string Id => "match";

    /// <inheritdoc />
    public override LocalizedText Title => new("Danh sách đối chiếu", "Lists to be matched");

    /// <inheritdoc />
    public override string Permission => MembersPermissions.Match;

    /// <inheritdoc />
    public override bool IsRepeatable => true;

    /// <inheritdoc />
    public override bool TakesTheWholeProvince => true;

    /// <inheritdoc />
    protected override void Define(ImportFormatBuilder format)
    {
        DefineColumns(format);
        format.Staged("cell_id", "uuid").Staged("name_ends", "text")
            .Resolve<Guid>("cell_code", "cell_id", FindCellsAsync)
            .Prepare("update staged set name_ends = split_part(name_key, ' ', 1) || ' ' || regexp_replace(name_key, '^.* ', '')");
        foreach (var step in MatchSql.Steps)
            format.Apply(step);
        format
            .NotUndoneWhere("select undone.id from undone where exists (select from members.match_row where province_id = @province and run_id = @batch and decision is not null)")
            .Undo("delete from members.match_row where province_id = @province and run_id = @batch")
            .Undo("delete from members.match_run where province_id = @province and id = @batch");
    }

    private static void DefineColumns(ImportFormatBuilder format)
    {
        format.Text("full_name", "Họ và tên", "Full name").Called("Họ tên", "Họ tên đảng viên", "Họ và tên đảng viên", "Họ và tên khai sinh").Required().MaximumLength(200)
            .Must(name => PersonRules.CheckName(name, "full_name").FirstOrDefault())
            .Derives("name_key", VietnameseText.SearchKey).Derives("sort_key", VietnameseText.NameSortKey);
        format.Date("birth_date", "Ngày sinh", "Birth date").Called("Ngày tháng năm sinh", "Năm sinh", "Date of birth").Required()
            .AcceptsYear().InThePast().NotBefore(new DateOnly(1900, 1, 1));
        format.Choice("sex", "Giới tính", "Sex").Called("Giới", "Gender").Value("MALE", "Nam", "Male", "M").Value("FEMALE", "Nữ", "Female", "F");
        format.Digits("citizen_id", 12, "Số CCCD", "Citizen ID")
            .Called("CCCD", "Số căn cước công dân", "Số căn cước", "Căn cước công dân", "Số định danh cá nhân");
        var ethnicGroup = format.Choice("ethnic_group", "Dân tộc", "Ethnic group");
        foreach (var names in EthnicGroups.All)
            ethnicGroup.Value(Kernel.Postgres.Entities.EnumText.Of(names.Group), names.VietnameseName, names.Group.ToString(), names.OtherNames);
        format.Text("native_place", "Quê quán", "Native place").MaximumLength(300);
        format.Digits("card_number", 8, "Số thẻ đảng viên", "Card number").Called("Số thẻ", "Số TĐV", "Số thẻ Đảng");
        format.Text("cv_number", "Số lý lịch", "CV number").Called("Số lý lịch đảng viên", "Số LL").MaximumLength(20)
            .Must(number => NumberRules.CheckCv(NumberRules.CleanCvNumber(number), "cv_number").FirstOrDefault())
            .Derives("cv_key", number => NumberRules.CleanCvNumber(number) ?? "");
        format.Date("joined_on", "Ngày vào Đảng", "Joined on").Called("Ngày kết nạp", "Ngày vào", "Ngày kết nạp Đảng").InThePast();
        format.Date("official_on", "Ngày chính thức", "Official on").Called("Ngày công nhận chính thức", "Ngày CT").InThePast();
        format.Text("cell_code", "Mã chi bộ", "Cell code").Called("Mã tổ chức", "Mã tổ chức đảng", "Organization code").MaximumLength(40);
    }

    private static async Task<IReadOnlyDictionary<string, Guid>> FindCellsAsync(ImportRun run, IReadOnlyList<string> codes, CancellationToken cancellationToken)
    {
        var cells = await run.Services.GetRequiredService<IOrganizationDirectory>().FindByCodeAsync(codes, run.Today, cancellationToken);
        return cells.ToDictionary(cell => cell.Key, cell => cell.Value.Id);
    }
}
