using Modular.Kernel.Documents;
using Modular.Kernel.Downloads;
using Modular.Kernel.Organizations;
using Modular.Kernel.Results;
using Modular.Organizations.Contracts;
using Modular.ResidenceLiaison.Contracts;
using Modular.ResidenceLiaison.Data;
using Modular.ResidenceLiaison.Documents;

namespace Modular.ResidenceLiaison.Statistics;

/// <summary>The statistics of an organization in print: how far members are introduced today, and five years beside each other (RES-13). For whoever counts there.</summary>
internal sealed class StatisticsDownload(LiaisonDbContext db, LiaisonFigures figures, IOrganizationTree tree, IOrganizationDirectory organizations, Reaches reaches) : IModuleDownload
{
    /// <summary>The name in the address.</summary>
    public const string Name = "residence-statistics";

    private const int Years = 5;

    /// <inheritdoc />
    public async Task<DownloadedFile?> OpenAsync(DownloadRequest request, CancellationToken cancellationToken)
    {
        if (Paper.FormatOf(request) is not { } format || await tree.FindAsync(request.Id, db.Today, cancellationToken) is null
            || !await reaches.CoversAsync(db, ResidenceLiaisonPermissions.Count, request.Id, cancellationToken))
        {
            return null;
        }

        var years = (await figures.OfYearsAsync([request.Id], db.Today.Year - Years + 1, db.Today.Year, cancellationToken))[request.Id].ToList();
        var today = (await figures.OfDayAsync([request.Id], db.Today, cancellationToken))[request.Id];
        var names = await PaperNames.FindAsync(organizations, [request.Id], db.Today, cancellationToken);
        return Make(names.AboveOf(request.Id), names.Of(request.Id), today, years).Write(format, db.Access.Language, db.Access.UserName);
    }

    private Paper Make(string above, string name, LiaisonDay today, List<LiaisonYear> years)
    {
        var language = db.Access.Language;
        var title = new LocalizedText("THỐNG KÊ VIỆC GIỮ MỐI LIÊN HỆ VỚI NƠI CƯ TRÚ", "RESIDENCE LIAISON STATISTICS").In(language);
        var line = new LocalizedText("Chỉ tiêu", "Line").In(language);
        DocumentFrame frame = new(
            [new DocumentFrameLine(above, Right: new LocalizedText("ĐẢNG CỘNG SẢN VIỆT NAM", "COMMUNIST PARTY OF VIETNAM").In(language), IsBold: true), new DocumentFrameLine(name, Right: Paper.Dated(today.Day), IsBold: true)],
            [new DocumentFrameLine(new LocalizedText("NGƯỜI LẬP BIỂU", "PREPARED BY").In(language), Right: new LocalizedText("T/M CẤP ỦY", "FOR THE COMMITTEE").In(language), IsBold: true), new DocumentFrameLine(), new DocumentFrameLine()]);
        return new Paper(title, "residence-statistics", frame)
        {
            IsLandscape = true,
            Tables =
            [
                new PaperTable(
                    new DocumentTable(new LocalizedText($"Đến ngày {today.Day.Vietnamese()}", $"On {today.Day.English()}").In(language), [new DocumentColumn(line, 60), new DocumentColumn(new LocalizedText("Số lượng", "Number").In(language), 14)]),
                    [.. StatisticsLines.OfDay.Select(each => new[] { CellValue.Of(each.Name.In(language)), CellValue.Of(each.Value(today)) })]),
                new PaperTable(
                    new DocumentTable(
                        new LocalizedText("Các năm", "Years").In(language), [new DocumentColumn(line, 60), .. years.Select(year => new DocumentColumn($"{year.Year}", 12))]),
                    [.. StatisticsLines.OfYear.Select(each => (CellValue[])[CellValue.Of(each.Name.In(language)), .. years.Select(year => CellValue.Of(each.Value(year)))])]),
            ],
            Facts = [new DocumentFact(new LocalizedText("Tổ chức đảng", "Organization").In(language), name)],
        };
    }
}
