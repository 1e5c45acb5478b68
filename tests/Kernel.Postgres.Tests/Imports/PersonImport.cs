using Modular.Kernel.Modules;
using Modular.Kernel.Postgres.Imports;
using Modular.Kernel.Postgres.Tests.Sample;
using Modular.Kernel.Results;
using Modular.Kernel.Texts;

namespace Modular.Kernel.Postgres.Tests.Imports;

/// <summary>The sample module with a format for people, in whose files the cell is named by one word.</summary>
[Module("sample", Title = "Sample", VietnameseTitle = "Mẫu")]
public sealed class PersonImportModule : ModularModule
{
    public override void Register(ModuleBuilder module)
    {
        module.Database<SampleDbContext>("sample");
        module.Imports(new PersonImport());
    }
}

internal sealed class PersonImport : ImportFormat
{
    public const string ImportPermission = "sample.import";

    public override string Id => "people";

    public override LocalizedText Title => new("Người", "People");

    public override string Permission => ImportPermission;

    protected override void Define(ImportFormatBuilder format)
    {
        format.Text("full_name", "Họ và tên", "Full name").Called("Họ tên").Required().MaximumLength(60)
            .Derives("search_key", VietnameseText.SearchKey);
        format.Date("born_on", "Ngày sinh", "Birth date").AcceptsYear().InThePast().Required();
        format.Digits("card_number", 8, "Số thẻ", "Card number").Unique();
        format.Choice("status", "Tình trạng", "Status").Required()
            .Value("OFFICIAL", "Chính thức", "Official").Value("ON_PROBATION", "Dự bị", "On probation");
        format.Text("cell", "Chi bộ", "Cell").Required();
        format.Text("commune", "Nơi ở", "Home").Called("Địa chỉ");
        format.Integer("house_number", "Số nhà", "House number").Between(1, 9999);
        format.Text("knows", "Người giới thiệu", "Sponsor");
        format.YesNo("is_absent", "Vắng", "Absent");
        format.Staged("organization_id", "uuid");

        format.Resolve("cell", "organization_id", (_, cells, _) => Task.FromResult<IReadOnlyDictionary<string, Guid>>(
            cells.Where(Cells.ContainsKey).ToDictionary(cell => cell, cell => Cells[cell])));
        format.ScopedTo("organization_id");
        format.Check("cell", new CellIsNotKnown("{0}"), "select row_number, cell from staged where cell is not null and organization_id is null");
        format.Check(
            "card_number",
            new CardNumberIsTaken(),
            """
            select staged.row_number from staged
            join sample.person on person.province_id = @province and person.card_number = staged.card_number
            """);
        format.Warn("commune", new HomeIsNotKnown(), "select row_number from staged where commune is null");
        format.CheckDependents(
            "knows",
            new SponsorIsNotImported("{0}"),
            """
            select staged.row_number, staged.knows from staged
            where not staged.faulty and staged.knows in (select full_name from staged where faulty)
            """);
        format.Apply(
            """
            insert into sample.person (
                province_id, id, organization_id, full_name, card_number, status, born_on, absent, home_commune, home_house_number, version)
            select @province, id, organization_id, full_name, card_number, status, born_on,
                case when is_absent then daterange(@today, null) end, coalesce(commune, ''), house_number, 1
            from accepted
            """);
        format.Creates("Person", "sample.person");
        format.Raise("sample.people-imported", "select jsonb_build_object('count', count(*)) from accepted having count(*) > 0");
        format.NotUndoneWhere("select person_id from sample.note join undone on undone.id = note.person_id and note.province_id = @province");
        format.Undo("delete from sample.person using undone where person.province_id = @province and person.id = undone.id");
    }

    private static readonly Dictionary<string, Guid> Cells = new()
    {
        ["Chi bộ 1"] = SampleData.FirstCell,
        ["Xã bên"] = SampleData.OtherCommune,
    };

    private sealed record CellIsNotKnown(string Cell) : Problem
    {
        public override RuleReference Rule => new("ORG-03", "Party Charter, Article 21");

        protected override LocalizedText Text => new($"Không có chi bộ \"{Cell}\".", $"There is no cell \"{Cell}\".");
    }

    private sealed record CardNumberIsTaken : Problem
    {
        protected override LocalizedText Text => new("Số thẻ đã có.", "The card number is taken.");
    }

    private sealed record HomeIsNotKnown : Problem
    {
        protected override LocalizedText Text => new("Chưa có nơi ở.", "The home is not known.");
    }

    private sealed record SponsorIsNotImported(string Sponsor) : Problem
    {
        protected override LocalizedText Text => new($"Người giới thiệu {Sponsor} bị lỗi.", $"The sponsor {Sponsor} has an error.");
    }
}
