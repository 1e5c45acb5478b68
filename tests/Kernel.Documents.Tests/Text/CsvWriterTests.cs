using System.Text;

namespace Modular.Kernel.Documents.Tests.Text;

public class CsvWriterTests
{
    [Fact]
    public void Values_follow_each_other_with_a_byte_order_mark_and_days_in_ISO_8601() =>
        Assert.Equal(
            "\uFEFFHọ và tên,Ngày sinh,Tuổi Đảng\r\nNguyễn Thị Ánh,1945-09-02,30.5\r\n,,\r\n",
            Text(writer =>
            {
                writer.Person("Nguyễn Thị Ánh", new DateOnly(1945, 9, 2), 30.5m);
                writer.Person("", null, null);
            }));

    [Fact]
    public void Commas_quotes_and_line_ends_are_quoted() =>
        Assert.Equal(
            "\uFEFFHọ và tên,Ngày sinh,Tuổi Đảng\r\n\"An, \"\"Ba\"\"\r\nCúc\",,\r\n",
            Text(writer => writer.Person("An, \"Ba\"\r\nCúc", null, null)));

    [Theory]
    [InlineData("=1+2")]
    [InlineData("+84912345678")]
    [InlineData("-2+3")]
    [InlineData("@SUM(A1)")]
    [InlineData("  =1+2")]
    [InlineData("\t=1+2")]
    [InlineData("＝1+2")]
    public void A_text_that_a_spreadsheet_would_calculate_is_preceded_by_an_apostrophe(string text) =>
        Assert.Equal($"\uFEFFHọ và tên,Ngày sinh,Tuổi Đảng\r\n'{text},,\r\n", Text(writer => writer.Person(text, null, null)));

    [Fact]
    public void A_negative_number_stays_a_number() =>
        Assert.Equal("\uFEFFHọ và tên,Ngày sinh,Tuổi Đảng\r\nAn,,-3\r\n", Text(writer => writer.Person("An", null, -3)));

    [Fact]
    public void The_mark_stands_below_the_rows() =>
        Assert.Equal(
            "\uFEFFHọ và tên,Ngày sinh,Tuổi Đảng\r\nAn,,\r\n\r\nNguồn gốc tệp\r\nMã,019f\r\nMục đích,'=Rà soát\r\nSố dòng,1\r\n",
            Text(writer => writer.Person("An", null, null), Written.Mark));

    private static string Text(Action<DocumentWriter> rows, DocumentMark? mark = null)
    {
        using var bytes = Written.Document(
            DocumentFormat.Csv,
            writer =>
            {
                writer.BeginTable(Written.People);
                rows(writer);
            },
            mark);
        return Encoding.UTF8.GetString(bytes.ToArray());
    }
}
