namespace Modular.Kernel.Documents.Tests.Pdf;

public class PdfWriterTests
{
    private const string AllLetters =
        "AĂÂBCDĐEÊGHIKLMNOÔƠPQRSTUƯVXY aăâbcdđeêghiklmnoôơpqrstuưvxy àảãáạ ằẳẵắặ ầẩẫấậ èẻẽéẹ ềểễếệ ìỉĩíị òỏõóọ ồổỗốộ ờởỡớợ ùủũúụ ừửữứự ỳỷỹýỵ";

    [Fact]
    public void Every_letter_of_Vietnamese_is_shown()
    {
        using var bytes = Written.Document(DocumentFormat.Pdf, writer =>
        {
            writer.AddParagraph(AllLetters);
            writer.BeginTable(Written.People);
        });

        Assert.Equal(
            [Written.Title, AllLetters, "Đảng viên", "Họ và tên", "Ngày sinh", "Tuổi Đảng", "Trang 1/", "1 · 0 dòng"], PdfText.Pages(bytes).Single());
    }

    [Fact]
    public void Letters_whose_marks_came_apart_are_put_together()
    {
        using var bytes = People(writer => writer.Person("Nguye\u0302\u0303n", null, null));

        Assert.Contains("Nguyễn", PdfText.Pages(bytes).Single());
    }

    [Fact]
    public void Values_are_shown_as_people_read_them()
    {
        using var bytes = People(writer => writer.Person("Nguyễn Thị Ánh", new DateOnly(1945, 9, 2), 30.5m));

        Assert.Equal(
            [Written.Title, "Đảng viên", "Họ và tên", "Ngày sinh", "Tuổi Đảng", "Nguyễn Thị Ánh", "02/09/1945", "30.5", "Trang 1/", "1 · 1 dòng"],
            PdfText.Pages(bytes).Single());
    }

    [Fact]
    public void The_header_the_mark_and_the_number_of_rows_are_on_every_page()
    {
        using var bytes = People(
            writer =>
            {
                for (var number = 1; number <= 90; number++)
                    writer.Person($"Người {number}", null, number);
            },
            Written.Mark);
        var pages = PdfText.Pages(bytes);

        Assert.Equal(4, pages.Count);
        Assert.Equal(Enumerable.Range(1, 90).Select(number => $"Người {number}"), pages.SelectMany(page => page).Where(text => text.StartsWith("Người", StringComparison.Ordinal)));
        Assert.All(pages, page => Assert.Contains("Họ và tên", page));
        Assert.All(pages, page => Assert.Equal(2, page.Count(text => text == Written.Mark.Line)));
        Assert.Equal(["Trang 1/4 · 90 dòng", "Trang 2/4 · 90 dòng", "Trang 3/4 · 90 dòng", "Trang 4/4 · 90 dòng"], pages.Select(page => page[^2] + page[^1]));
        Assert.Equal(["Nguồn gốc tệp", "Mã: 019f", "Mục đích: =Rà soát", "Số dòng: 90"], pages[^1].SkipWhile(text => text != "Nguồn gốc tệp").Take(4));
    }

    [Fact]
    public void A_long_text_is_broken_between_words_and_a_long_word_inside()
    {
        var word = new string('m', 120);
        using var bytes = People(writer => writer.Person($"{string.Join(' ', Enumerable.Repeat("đảng bộ", 20))} {word}", null, null));
        var lines = PdfText.Pages(bytes).Single().SkipWhile(text => text != "Tuổi Đảng").Skip(1).SkipLast(2).ToArray();

        Assert.True(lines.Length > 3);
        Assert.Equal(string.Join(' ', Enumerable.Repeat("đảng bộ", 20)), string.Join(' ', lines.TakeWhile(line => !line.Contains('m', StringComparison.Ordinal))));
        Assert.Equal(word, string.Concat(lines.Where(line => line.Contains('m', StringComparison.Ordinal))));
    }

    [Fact]
    public void A_row_that_is_higher_than_a_page_goes_on_on_the_next()
    {
        using var bytes = People(writer => writer.Person(string.Join('\n', Enumerable.Range(1, 100).Select(number => $"dòng {number}")), null, null));
        var pages = PdfText.Pages(bytes);

        Assert.True(pages.Count > 1);
        Assert.Equal(
            Enumerable.Range(1, 100).Select(number => $"dòng {number}"),
            pages.SelectMany(page => page).Where(text => text.StartsWith("dòng", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Several_are_written_at_the_same_time()
    {
        var documents = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => Task.Run(() =>
        {
            using var bytes = People(writer => writer.Person($"Người {number}", null, number));
            return PdfText.Pages(bytes).Single()[5];
        })));

        Assert.Equal(Enumerable.Range(0, 8).Select(number => $"Người {number}"), documents);
    }

    private static MemoryStream People(Action<DocumentWriter> rows, DocumentMark? mark = null) => Written.Document(
        DocumentFormat.Pdf,
        writer =>
        {
            writer.BeginTable(Written.People);
            rows(writer);
        },
        mark);
}
