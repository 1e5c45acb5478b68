using System.Globalization;
using Modular.Kernel.Documents;
using Modular.Kernel.Results;
using Modular.Kernel.Time;
using Modular.Members.Forms;

namespace Modular.Members.Reports;

/// <summary>How a report is printed: who reports to whom and the form's number above, columns and lines, places to sign below.</summary>
internal static class ReportLayout
{
    private static readonly LocalizedText Withheld = new("(không hiển thị)", "(withheld)");
    private static readonly LocalizedText Unrecorded = new("(chưa theo dõi)", "(not recorded)");

    public static DocumentFrame FrameOf(StatisticsReport report, FormResult filled, Dictionary<Guid, string> names, Language language) => new(
        [
            new DocumentFrameLine(
                report.ReceiverId is { } receiver ? names.GetValueOrDefault(receiver) : null, Right: new LocalizedText("ĐẢNG CỘNG SẢN VIỆT NAM", "COMMUNIST PARTY OF VIETNAM").In(language), IsBold: true),
            new DocumentFrameLine(names.GetValueOrDefault(report.OrganizationId), Right: $"{new LocalizedText("Biểu", "Form").In(language)} {filled.Number}", IsBold: true),
            new DocumentFrameLine(Right: filled.Version),
        ],
        [
            new DocumentFrameLine(Right: $"{new LocalizedText("Ngày chốt số liệu", "Closed on").In(language)}: {Moment(report.ClosedAt)}"),
            new DocumentFrameLine(new LocalizedText("NGƯỜI LẬP BIỂU", "PREPARED BY").In(language), Right: new LocalizedText("T/M CẤP ỦY", "FOR THE COMMITTEE").In(language), IsBold: true),
            new DocumentFrameLine(new LocalizedText("(ký, ghi rõ họ tên)", "(signature, full name)").In(language), Right: new LocalizedText("(ký, ghi rõ họ tên, đóng dấu)", "(signature, full name, stamp)").In(language)),
            new DocumentFrameLine(), new DocumentFrameLine(), new DocumentFrameLine(),
        ]);

    /// <summary>Where the file comes from: the report, its revision, who closed it and who fetched it.</summary>
    public static DocumentMark MarkOf(StatisticsReport report, Dictionary<Guid, string> names, string fetchedBy, Language language)
    {
        DocumentFact[] facts =
        [
            new(new LocalizedText("Tổ chức đảng", "Organization").In(language), names.GetValueOrDefault(report.OrganizationId, report.OrganizationId.ToString())),
            new(new LocalizedText("Lần chốt", "Revision").In(language), report.Revision.ToString(CultureInfo.InvariantCulture)),
            new(new LocalizedText("Người chốt", "Closed by").In(language), $"{report.ClosedBy}, {Moment(report.ClosedAt)}"),
            new(new LocalizedText("Người tải", "Fetched by").In(language), fetchedBy),
        ];
        return new DocumentMark(string.Join(" · ", facts.Select(fact => $"{fact.Name}: {fact.Value}")), new LocalizedText("Nguồn", "Origin").In(language), facts);
    }

    public static IReadOnlyList<DocumentColumn> ColumnsOf(bool compares, Language language)
    {
        DocumentColumn[] first =
        [
            new(new LocalizedText("Mã số", "Code").In(language), 8), new(new LocalizedText("Chỉ tiêu", "Line").In(language), 52),
            new(new LocalizedText(compares ? "Kỳ này" : "Số lượng", compares ? "This period" : "Number").In(language), 12),
        ];
        return compares
            ?
            [
                .. first, new DocumentColumn(new LocalizedText("Cùng kỳ năm trước", "Same period last year").In(language), 14),
                new DocumentColumn(new LocalizedText("So sánh (%)", "Compared (%)").In(language), 12),
            ]
            : [.. first, new DocumentColumn(new LocalizedText("Tỷ lệ (%)", "Share (%)").In(language), 12)];
    }

    public static CellValue[] RowOf(FormResultLine line, bool compares, Language language)
    {
        var value = line switch
        {
            { IsWithheld: true } => CellValue.Of(Withheld.In(language)),
            { IsRecorded: false } => CellValue.Of(Unrecorded.In(language)),
            _ => CellValue.Of(line.Value),
        };
        return compares
            ? [CellValue.Of(line.Code), CellValue.Of(line.Title), value, CellValue.Of(line.Previous), CellValue.Of(line.Percent)]
            : [CellValue.Of(line.Code), CellValue.Of(line.Title), value, CellValue.Of(line.Percent)];
    }

    private static string Moment(DateTimeOffset moment) => moment.ToOffset(VietnamTime.Offset).ToString("dd/MM/yyyy HH:mm", CultureInfo.InvariantCulture);
}
