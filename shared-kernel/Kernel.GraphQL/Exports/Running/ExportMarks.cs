using Modular.Kernel.Documents;
using Modular.Kernel.Results;

namespace Modular.Kernel.GraphQL.Exports.Running;

/// <summary>Says in a file where it comes from: who, when, what for, by whose approval.</summary>
internal static class ExportMarks
{
    public static DocumentMark Of(ClaimedExport export, DateTimeOffset now)
    {
        var language = export.Language;
        var when = CellValue.Of(now).Shown;
        List<DocumentFact> facts =
        [
            new(new LocalizedText("Mã lần xuất", "Export").In(language), export.Id.ToString()),
            new(new LocalizedText("Người yêu cầu", "Requested by").In(language), export.UserName),
            new(new LocalizedText("Thời điểm yêu cầu", "Requested at").In(language), CellValue.Of(export.RequestedAt).Shown),
            new(new LocalizedText("Thời điểm xuất", "Written at").In(language), when),
            new(new LocalizedText("Mục đích", "Purpose").In(language), export.Purpose),
        ];
        if (export.DecidedByName is { } approver)
            facts.Add(new DocumentFact(new LocalizedText("Người duyệt", "Approved by").In(language), approver));
        if (export.IsSensitive)
            facts.Add(new DocumentFact(new LocalizedText("Lưu ý", "Note").In(language), Remark.In(language)));
        return new DocumentMark($"{export.UserName} · {when} · {export.Id} · {export.Purpose}", new LocalizedText("Nguồn gốc tệp", "Origin of the file").In(language), facts);
    }

    private static LocalizedText Remark => new(
        "Có dữ liệu cá nhân nhạy cảm: chỉ dùng cho mục đích trên, không chuyển cho người khác (Luật 91/2025/QH15).",
        "Holds sensitive personal data: for the purpose above only, not to be passed on (Law 91/2025/QH15).");
}
