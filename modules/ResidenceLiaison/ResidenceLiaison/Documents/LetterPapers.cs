using System.Globalization;
using Modular.Kernel.Documents;
using Modular.Kernel.Policies;
using Modular.Kernel.Results;
using Modular.Members.Contracts;
using Modular.Organizations.Contracts;
using Modular.ResidenceLiaison.Data;
using Modular.ResidenceLiaison.Introductions;

namespace Modular.ResidenceLiaison.Documents;

/// <summary>Makes the letter 1-213 of a member, and the list of letters that went to one committee on one day, by the form that was in force on that day.</summary>
internal sealed class LetterPapers(LiaisonDbContext db, IOrganizationDirectory organizations, IPolicies policies)
{
    private static readonly string Party = "ĐẢNG CỘNG SẢN VIỆT NAM";

    /// <summary>The letter of one member.</summary>
    public async Task<Paper> LetterAsync(Introduction letter, CancellationToken cancellationToken)
    {
        var form = await policies.InForceOnAsync<LiaisonFormPolicy>(letter.IssuedOn!.Value, cancellationToken);
        var names = await NamesAsync([letter], cancellationToken);
        var isExempt = letter.Category == LiaisonCategory.IntroducedButExempt;
        List<CellValue[]> rows =
        [
            Row("Họ và tên", letter.FullName), Row("Nam, nữ", letter.IsFemale == true ? "Nữ" : "Nam"), Row("Ngày sinh", letter.BirthDate), Row("Ngày vào Đảng", letter.JoinedOn),
            Row("Đang sinh hoạt tại", names.Of(letter.CellId)), Row("Nơi cư trú", $"{(letter.ResidenceKind == ResidenceKind.Temporary ? "Tạm trú: " : "Thường trú: ")}{letter.Address}"),
            Row(form.HamletName, letter.Hamlet),
        ];
        if (isExempt)
            rows.Add(Row("Ghi chú", form.ExemptLine));
        return new Paper(form.LetterTitle, "residence-letter", new DocumentFrame(Above(letter, form, names), Below(letter, names)))
        {
            Paragraphs = [$"Kính gửi: {names.Of(letter.ReceiverId)}", $"Thực hiện {form.Instrument}.", form.LetterRequest],
            Tables = [new PaperTable(new DocumentTable(form.LetterTitle, [new DocumentColumn("Nội dung", 20), new DocumentColumn("Đảng viên", 50)]), rows)],
            Facts = FactsOf(letter, form, names),
        };
    }

    /// <summary>The list of letters that were issued with one of them (danh sách kèm theo).</summary>
    public async Task<Paper> ListAsync(IReadOnlyList<Introduction> letters, CancellationToken cancellationToken)
    {
        var first = letters[0];
        var form = await policies.InForceOnAsync<LiaisonFormPolicy>(first.IssuedOn!.Value, cancellationToken);
        var names = await NamesAsync(letters, cancellationToken);
        DocumentColumn[] columns =
        [
            new("Số", 8), new("Họ và tên", 26), new("Ngày sinh", 12), new("Nam, nữ", 8), new("Ngày vào Đảng", 12), new("Chi bộ", 26), new("Nơi cư trú", 34), new("Ghi chú", 20),
        ];
        var rows = letters.Select(letter => new[]
        {
            CellValue.Of((decimal?)letter.LetterNumber), CellValue.Of(letter.FullName), CellValue.Of(letter.BirthDate), CellValue.Of(letter.IsFemale == true ? "Nữ" : "Nam"),
            CellValue.Of(letter.JoinedOn), CellValue.Of(names.Of(letter.CellId)), CellValue.Of($"{letter.Address}{(letter.Hamlet is { } hamlet ? $", {hamlet}" : "")}"),
            CellValue.Of(letter.Category == LiaisonCategory.IntroducedButExempt ? form.ExemptLine : null),
        }).ToList();
        var title = "DANH SÁCH ĐẢNG VIÊN GIỚI THIỆU VỀ NƠI CƯ TRÚ";
        return new Paper(title, "residence-letter-list", new DocumentFrame(Above(first, form, names, isList: true), Below(first, names)))
        {
            Paragraphs = [$"Kính gửi: {names.Of(first.ReceiverId)}", $"Thực hiện {form.Instrument}.", form.LetterRequest],
            IsLandscape = true,
            Tables = [new PaperTable(new DocumentTable(title, columns), rows)],
            Facts = FactsOf(first, form, names),
        };
    }

    private static DocumentFrameLine[] Above(Introduction letter, LiaisonFormPolicy form, PaperNames names, bool isList = false) =>
    [
        new(names.AboveOf(letter.IssuerId), Right: Party, IsBold: true),
        new(names.Of(letter.IssuerId), Right: form.LetterForm, IsBold: true),
        new(isList ? null : NumberOf(letter, form), Right: Paper.Dated(letter.IssuedOn!.Value)),
    ];

    private static DocumentFrameLine[] Below(Introduction letter, PaperNames names) =>
    [
        new($"Tiếp nhận {(letter.ReceivedOn is { } received ? Paper.Dated(received) : "ngày …… tháng …… năm ……")}", Right: Paper.Dated(letter.IssuedOn!.Value)),
        new($"Giới thiệu về {(letter.ResidenceCellId is { } cell ? names.Of(cell) : "chi bộ ………………")}"),
        new("T/M CẤP ỦY NƠI CƯ TRÚ", Right: "T/M CẤP ỦY NƠI CÔNG TÁC", IsBold: true),
        new("(ký, ghi rõ họ tên, đóng dấu)", Right: "(ký, ghi rõ họ tên, đóng dấu)"),
        new(), new(), new(),
        new(Right: letter.SignedBy, IsBold: true),
    ];

    private DocumentFact[] FactsOf(Introduction letter, LiaisonFormPolicy form, PaperNames names) =>
    [
        new(new LocalizedText("Tổ chức đảng", "Organization").In(db.Access.Language), names.Of(letter.IssuerId)),
        new(new LocalizedText("Biểu mẫu", "Form").In(db.Access.Language), form.LetterForm),
    ];

    private static string NumberOf(Introduction letter, LiaisonFormPolicy form) =>
        string.Create(CultureInfo.InvariantCulture, $"Số: {letter.LetterNumber}-{form.LetterNumberSuffix}");

    private Task<PaperNames> NamesAsync(IReadOnlyList<Introduction> letters, CancellationToken cancellationToken) => PaperNames.FindAsync(
        organizations,
        letters.SelectMany(letter => new[] { letter.IssuerId, letter.ReceiverId, letter.ResidenceCellId, letter.CellId }).OfType<Guid>(),
        letters[0].IssuedOn!.Value,
        cancellationToken);

    private static CellValue[] Row(string name, string? value) => [CellValue.Of(name), CellValue.Of(value)];

    private static CellValue[] Row(string name, DateOnly? value) => [CellValue.Of(name), CellValue.Of(value?.Vietnamese())];
}
