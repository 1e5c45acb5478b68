using Modular.Kernel.Results;

namespace Modular.Kernel.Documents.Tests;

/// <summary>Documents as the tests write them.</summary>
internal static class Written
{
    public const string Title = "Danh sách đảng viên";

    public static readonly DocumentMark Mark = new(
        "019f · Nguyễn Thị Ánh · 22/11/2026 18:30 · Rà soát",
        "Nguồn gốc tệp",
        [new DocumentFact("Mã", "019f"), new DocumentFact("Mục đích", "=Rà soát")]);

    public static readonly DocumentTable People = new("Đảng viên", [new DocumentColumn("Họ và tên", 30), new DocumentColumn("Ngày sinh", 12), new DocumentColumn("Tuổi Đảng", 10)]);

    public static MemoryStream Document(DocumentFormat format, Action<DocumentWriter> write, DocumentMark? mark = null, bool isLandscape = true)
    {
        var bytes = new MemoryStream();
        using (var writer = DocumentWriter.Open(format, new OneWay(bytes), new DocumentSetting(Title, Language.Vietnamese, mark, isLandscape)))
        {
            write(writer);
            writer.Complete();
        }

        bytes.Position = 0;
        return bytes;
    }

    public static void Person(this DocumentWriter writer, string name, DateOnly? bornOn, decimal? years) =>
        writer.AddRow([CellValue.Of(name), CellValue.Of(bornOn), CellValue.Of(years)]);
}
