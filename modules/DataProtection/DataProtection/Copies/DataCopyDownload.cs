using Microsoft.EntityFrameworkCore;
using Modular.DataProtection.Contracts;
using Modular.DataProtection.Data;
using Modular.DataProtection.Requests;
using Modular.Kernel.Downloads;
using Modular.Kernel.GraphQL.PersonalData;
using Modular.Kernel.Postgres.AccessLog;

namespace Modular.DataProtection.Copies;

/// <summary>
/// The copy of all that the system keeps about a person (PD-08): made when it is fetched, so that nothing of it lies about. Whoever fetches it is asked each time: the person, who sees
/// their own requests, or somebody who handles the request. It expires.
/// </summary>
internal sealed class DataCopyDownload(DataProtectionDbContext db, Reaches reaches, PersonalDataReader reader, DataCopyPages pages, TimeProvider clock) : IModuleDownload
{
    /// <summary>The name in the address.</summary>
    public const string Name = "data-copies";

    /// <inheritdoc />
    public async Task<DownloadedFile?> OpenAsync(DownloadRequest request, CancellationToken cancellationToken)
    {
        if (request.Format is not (null or "json" or "pdf"))
            return null;
        var asked = await db.Requests.SingleOrDefaultAsync(row => row.Id == request.Id, cancellationToken);
        if (asked?.CopyExpiresAt is not { } expiresAt || expiresAt <= clock.GetUtcNow() || !await MayHaveAsync(asked, cancellationToken))
            return null;

        var permission = asked.MemberId == db.Access.MemberId ? DataProtectionPermissions.ReadRequests : DataProtectionPermissions.HandleRequests;
        var copy = await reader.ReadAsync(
            asked.MemberId, permission, new ReadCircumstances(request.Purpose, request.Client, request.RequestId), cancellationToken);
        return request.Format == "pdf"
            ? new DownloadedFile("application/pdf", "data-copy.pdf", await pages.WriteAsync(copy, cancellationToken))
            : new DownloadedFile("application/json", "data-copy.json", DataCopyJson.Write(copy, db.Access.Language));
    }

    private async Task<bool> MayHaveAsync(SubjectRequest asked, CancellationToken cancellationToken) =>
        asked.MemberId == db.Access.MemberId
        || await reaches.CoversAsync(db, DataProtectionPermissions.HandleRequests, asked.OrganizationId, cancellationToken);
}
