using System.Globalization;
using System.Text;
using Modular.Kernel.Access;
using Modular.Kernel.Postgres.Imports;
using Modular.Kernel.Results;
using Modular.TestKit.Databases;

namespace Modular.Members.Tests.Imports;

/// <summary>Files of members and what becomes of them.</summary>
internal static class MemberFiles
{
    public const string Headers =
        "Họ và tên,Ngày sinh,Giới tính,Số CCCD,Dân tộc,Tôn giáo,Quê quán,Ngày vào Đảng,Ngày chính thức,Số thẻ đảng viên,Số lý lịch,Mã chi bộ,Nơi thường trú";

    public static async Task<ImportBatch> ImportAsync(
        this SmallProvince province, string text, ImportMode mode = ImportMode.AllOrNothing, ICurrentAccess? access = null, string format = "members")
    {
        var file = Path.Combine(Path.GetTempPath(), $"members-{Guid.NewGuid():n}.csv");
        await File.WriteAllTextAsync(file, text, Encoding.UTF8);
        try
        {
            await using var scope = province.Database.Enter(TestProvinces.NamDinh, access ?? new SystemAccess("import"));
            var batch = await scope.Get<FileImports>().RunAsync(
                new ImportRequest(format, ImportContent.OfFile(file), mode), progress: null, CancellationToken.None);
            return batch.Value;
        }
        finally
        {
            File.Delete(file);
        }
    }

    public static async Task<string> VerdictsAsync(this SmallProvince province, ImportBatch batch)
    {
        await using var scope = province.Database.Enter();
        var verdicts = await scope.Get<ImportBatchReader>().VerdictsAsync(batch.Id, severity: null, after: 0, most: 100, CancellationToken.None);
        return string.Join('\n', verdicts.Select(verdict =>
            $"{verdict.Row} {verdict.Column ?? "-"} {verdict.Severity} {verdict.Code}: {verdict.Message.In(Language.English)}"));
    }

    /// <summary>What stands against rows, as "row column CODE" in the order of rows and columns.</summary>
    public static async Task<string[]> FaultsAsync(this SmallProvince province, ImportBatch batch)
    {
        await using var scope = province.Database.Enter();
        var verdicts = await scope.Get<ImportBatchReader>().VerdictsAsync(batch.Id, severity: null, after: 0, most: 100, CancellationToken.None);
        return [.. verdicts.OrderBy(verdict => verdict.Row).ThenBy(verdict => verdict.Column, StringComparer.Ordinal).Select(verdict => $"{verdict.Row} {verdict.Column ?? "-"} {verdict.Code}")];
    }

    /// <summary>A province's worth of rows, spread over some cells, of which no two are alike.</summary>
    public static string Many(int rows, IReadOnlyList<string> cellCodes, int firstNumber = 0)
    {
        string[] families = ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Ngô"];
        string[] middles = ["Văn", "Đức", "Hữu", "Minh", "Quang", "Xuân", "Công", "Đình"];
        string[] givens = ["An", "Bình", "Cường", "Dũng", "Hùng", "Khánh", "Lâm", "Nam", "Phúc", "Quân", "Sơn", "Thắng", "Tùng", "Vinh"];
        var text = new StringBuilder(Headers).Append('\n');
        for (var row = firstNumber; row < firstNumber + rows; row++)
        {
            var birth = new DateOnly(1950, 1, 1).AddDays(row * 7 % 16_000);
            var joined = birth.AddYears(24);
            text.Append(
                CultureInfo.InvariantCulture,
                $"{families[row % 10]} {middles[row / 10 % 8]} {givens[row / 80 % 14]},{birth:dd/MM/yyyy},Nam,0360{birth:yy}{row:000000},Kinh,Không,Nam Định,{joined:dd/MM/yyyy},{joined.AddYears(1):dd/MM/yyyy},{36_000_000 + row},{row:000000}NĐ,{cellCodes[row % cellCodes.Count]},Xóm {row % 12}\n");
        }

        return text.ToString();
    }
}
