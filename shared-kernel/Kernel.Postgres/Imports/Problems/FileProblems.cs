using System.Globalization;
using Modular.Kernel.Results;
using Modular.Kernel.Texts;

namespace Modular.Kernel.Postgres.Imports;

/// <summary>The file is larger than imports take; it was not read.</summary>
/// <param name="Bytes">Its size.</param>
/// <param name="Maximum">The largest size.</param>
public sealed record ImportFileIsTooLarge(long Bytes, long Maximum) : Problem
{
    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Tệp lớn {InMebibytes(Bytes)} MB, tối đa {InMebibytes(Maximum)} MB. Hãy chia thành nhiều tệp.",
        $"The file has {InMebibytes(Bytes)} MB, at most {InMebibytes(Maximum)} MB are taken. Divide it.");

    private static string InMebibytes(long bytes) => ((bytes + (1 << 20) - 1) >> 20).ToString(CultureInfo.InvariantCulture);
}

/// <summary>The file holds nothing.</summary>
public sealed record ImportFileIsEmpty : Problem
{
    /// <inheritdoc />
    protected override LocalizedText Text => new("Tệp không có dữ liệu.", "The file is empty.");
}

/// <summary>The file has more rows than imports take.</summary>
/// <param name="Maximum">The most rows.</param>
public sealed record ImportFileHasTooManyRows(int Maximum) : Problem
{
    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Tệp có hơn {Maximum} dòng. Hãy chia thành nhiều tệp.", $"The file has more than {Maximum} rows. Divide it.");
}

/// <summary>The file is neither text nor a workbook.</summary>
public sealed record ImportFileIsNotATable : Problem
{
    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Không phải tệp CSV hay XLSX.", "The file is neither CSV nor XLSX.");
}

/// <summary>The text of the file is not in UTF-8, for instance in an old Vietnamese code page.</summary>
/// <param name="Line">The first line at fault, from 1.</param>
public sealed record ImportFileIsNotUtf8(int Line) : Problem
{
    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Dòng {Line} có ký tự không phải UTF-8 (có thể là Windows-1258, TCVN3 hoặc VNI). Hãy lưu lại tệp bằng mã UTF-8 hoặc XLSX.",
        $"Line {Line} holds bytes that are not UTF-8 (perhaps Windows-1258, TCVN3 or VNI). Save the file as UTF-8 or XLSX.");
}

/// <summary>A quote is missing or stands where none may.</summary>
/// <param name="Line">The line at fault, from 1.</param>
public sealed record ImportFileHasAMisplacedQuote(int Line) : Problem
{
    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Dòng {Line}: dấu nháy kép (\") bị thiếu hoặc đặt sai chỗ, hoặc một ô quá dài.",
        $"Line {Line}: a double quote is missing or misplaced, or a cell is too long.");
}

/// <summary>The workbook is of the format before 2007, or locked by a password.</summary>
public sealed record WorkbookIsOldOrLocked : Problem
{
    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Sổ tính ở định dạng XLS cũ hoặc được đặt mật khẩu. Hãy lưu lại thành XLSX không mật khẩu.",
        "The workbook is in the old XLS format or locked by a password. Save it as XLSX without one.");
}

/// <summary>The workbook's archive is damaged.</summary>
public sealed record WorkbookIsDamaged : Problem
{
    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Tệp XLSX bị hỏng, không mở được.", "The XLSX file is damaged and cannot be opened.");
}

/// <summary>The workbook would unfold to far more than its size: it is refused unread.</summary>
public sealed record WorkbookUnfoldsTooFar : Problem
{
    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Tệp XLSX khi giải nén lớn bất thường nên bị từ chối.", "The XLSX file unfolds to an abnormal size and is refused.");
}

/// <summary>Among the first rows there is none with the columns that the format needs.</summary>
/// <param name="Missing">The headers of the columns that were not found.</param>
public sealed record ImportColumnsAreMissing(LocalizedText Missing) : Problem
{
    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Thiếu cột bắt buộc: {Missing.Vietnamese}.", $"Required columns are missing: {Missing.English}.");
}

/// <summary>Two columns of the file mean the same.</summary>
/// <param name="First">The header of the first.</param>
/// <param name="Second">The header of the second.</param>
public sealed record ImportColumnAppearsTwice(string First, string Second) : Problem
{
    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Hai cột cùng nghĩa: \"{First}\" và \"{Second}\".", $"Two columns mean the same: \"{First}\" and \"{Second}\".");
}

/// <summary>The file bears a stamp of a state secret, which this system does not keep (PD-24). Nothing of it was taken.</summary>
/// <param name="Degree">What it is stamped with.</param>
/// <param name="Row">The row in which the stamp stands, as a person finds it in the file; null where it stands in none.</param>
public sealed record ImportFileBearsAStampOfSecrecy(SecrecyDegree Degree, int? Row) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => new("PD-24", "Luật 117/2025/QH15 / Law 117/2025/QH15");

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Tệp có dấu {Stamp}{(Row is { } row ? $" ở dòng {row}" : "")}. Tài liệu bí mật nhà nước không được đưa vào hệ thống này; nếu không phải dấu mật, hãy viết chữ thường.",
        $"The file bears the stamp {Stamp}{(Row is { } line ? $" in row {line}" : "")}. State secrets are not taken into this system; if it is no stamp, write it in small letters.");

    private string Stamp => Degree switch
    {
        SecrecyDegree.TopSecret => "TUYỆT MẬT",
        SecrecyDegree.Secret => "TỐI MẬT",
        _ => "MẬT",
    };
}
