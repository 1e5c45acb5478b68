using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Documents;
using Modular.Kernel.Downloads;
using Modular.Members.Contracts;
using Modular.Members.Data;
using Modular.Members.Forms;
using Modular.Members.People;
using Modular.Organizations.Contracts;

namespace Modular.Members.Reports;

/// <summary>
/// A closed report as it is printed (bản in biểu thống kê), made of its copy when it is fetched: as PDF or XLSX, to whoever may read the report; religions to whoever may read them there.
/// </summary>
internal sealed class ReportDownload(MembersDbContext db, MemberFiles files, IOrganizationDirectory organizations) : IModuleDownload
{
    /// <summary>The name in the address.</summary>
    public const string Name = "statistics-reports";

    /// <inheritdoc />
    public async Task<DownloadedFile?> OpenAsync(DownloadRequest request, CancellationToken cancellationToken)
    {
        if (request.Format is not (null or "pdf" or "xlsx"))
            return null;
        var report = await db.StatisticsReports.SingleOrDefaultAsync(row => row.Id == request.Id, cancellationToken);
        if (report is null || !await MayHaveAsync(report, cancellationToken))
            return null;
        var known = await organizations.FindAsync([.. new[] { report.OrganizationId, report.ReceiverId ?? report.OrganizationId }.Distinct()], report.ToDay, cancellationToken);
        var content = ReportContent.Read(report.Definition, report.Figures);
        var showsSensitive = await files.CoversAsync(db, MembersPermissions.ReadSensitive, report.OrganizationId, cancellationToken);
        var filled = FormResults.Of(content.Definition, content.Values, new FormScope(report.OrganizationId, report.FromDay, report.ToDay), showsSensitive, db.Access.Language);
        var format = request.Format == "xlsx" ? DocumentFormat.Xlsx : DocumentFormat.Pdf;
        var bytes = Write(report, filled, known.ToDictionary(found => found.Key, found => found.Value.Name), format);
        return format == DocumentFormat.Xlsx
            ? new DownloadedFile("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "statistics-report.xlsx", bytes)
            : new DownloadedFile("application/pdf", "statistics-report.pdf", bytes);
    }

    private async Task<bool> MayHaveAsync(StatisticsReport report, CancellationToken cancellationToken) =>
        await files.CoversAsync(db, MembersPermissions.ReadReports, report.OrganizationId, cancellationToken)
        || (report.ReceiverId is { } receiver && await files.CoversAsync(db, MembersPermissions.ReadReports, receiver, cancellationToken));

    private byte[] Write(StatisticsReport report, FormResult filled, Dictionary<Guid, string> names, DocumentFormat format)
    {
        var language = db.Access.Language;
        using var pages = new MemoryStream();
        var setting = new DocumentSetting(
            $"{filled.Title}: {filled.From.Vietnamese()} – {filled.To.Vietnamese()}", language, ReportLayout.MarkOf(report, names, db.Access.UserName, language), IsLandscape: false)
        {
            Frame = ReportLayout.FrameOf(report, filled, names, language),
        };
        using (var writer = DocumentWriter.Open(format, pages, setting))
        {
            var compares = filled.Form == StatisticsForm.Movement;
            writer.BeginTable(new DocumentTable(setting.Title, ReportLayout.ColumnsOf(compares, language)));
            foreach (var line in filled.Lines)
                writer.AddRow(ReportLayout.RowOf(line, compares, language));
            writer.Complete();
        }

        return pages.ToArray();
    }
}
