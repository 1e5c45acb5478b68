using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Downloads;
using Modular.Kernel.GraphQL.AccessLog;
using Modular.Members.Contracts;
using Modular.Members.Data;
using Modular.Members.People;

namespace Modular.Members.Documents;

/// <summary>The scan of a paper in a member's file: for whoever may read the record and what is sensitive in it, and for the member. Each fetching is a row in the log of sensitive reads.</summary>
internal sealed class ScanDownload(MembersDbContext db, MemberFiles files, DownloadLog log) : IModuleDownload
{
    /// <summary>The name in the address.</summary>
    public const string Name = "member-scans";

    /// <inheritdoc />
    public async Task<DownloadedFile?> OpenAsync(DownloadRequest request, CancellationToken cancellationToken)
    {
        if (request.Format is not (null or "pdf"))
            return null;
        var document = await db.MemberDocuments.SingleOrDefaultAsync(row => row.Id == request.Id, cancellationToken);
        if (document is null || !await MayHaveAsync(document, cancellationToken))
            return null;
        var content = await db.DocumentScans.Where(row => row.Id == document.Id).Select(row => row.Content).SingleOrDefaultAsync(cancellationToken);
        if (content is null)
            return null;
        await log.WriteAsync("MemberDocument", "scan", document.MemberId, MembersPermissions.ReadSensitive, request);
        return new DownloadedFile("application/pdf", $"scan-{document.Id:n}.pdf", content);
    }

    private async Task<bool> MayHaveAsync(MemberDocument document, CancellationToken cancellationToken) =>
        db.Access.ScopeOf(MembersPermissions.ReadSensitive).Self == document.MemberId
        || await files.CoversAsync(db, MembersPermissions.ReadSensitive, document.OrganizationId, cancellationToken);
}
