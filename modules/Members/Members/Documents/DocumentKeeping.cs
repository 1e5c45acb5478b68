using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Policies;
using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Results;
using Modular.Members.Contracts;
using Modular.Members.Data;
using Modular.Members.People;
using Modular.Members.Records;

namespace Modular.Members.Documents;

/// <summary>Keeps the papers of members.</summary>
internal sealed class DocumentKeeping(IWrite<MembersDbContext> write, MemberFiles files, IPolicies policies, TimeProvider clock)
{
    public Task<Result<MemberDocument>> RecordAsync(RecordMemberDocumentInput input, CancellationToken cancellationToken) =>
        write.RunAsync((db, ct) => RecordAsync(db, input, ct), cancellationToken);

    public Task<Result<MemberDocument>> ChangeAsync(ChangeMemberDocumentInput input, CancellationToken cancellationToken) =>
        write.RunAsync((db, ct) => ChangeAsync(db, input, ct), cancellationToken);

    /// <summary>Takes a scan in.</summary>
    /// <param name="id">The document.</param>
    /// <param name="expectedVersion">The version that was read.</param>
    /// <param name="open">Opens the file that was sent, from its start.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public Task<Result<MemberDocument>> AttachAsync(Guid id, int expectedVersion, Func<Stream> open, CancellationToken cancellationToken) =>
        write.RunAsync((db, ct) => AttachAsync(db, id, expectedVersion, open, ct), cancellationToken);

    public Task<Result<Member>> RemoveAsync(RemoveMemberDocumentInput input, CancellationToken cancellationToken) => write
        .Because(Wording.Clean(input.Reason))
        .RunAsync((db, ct) => RemoveAsync(db, input, ct), cancellationToken);

    private async Task<Result<MemberDocument>> RecordAsync(MembersDbContext db, RecordMemberDocumentInput input, CancellationToken cancellationToken)
    {
        var found = await files.FindAsync(db, input.MemberId, input.ExpectedVersion, MembersPermissions.KeepRecords, cancellationToken);
        if (!found.Succeeded)
            return found.Problems.ToList();
        List<Problem> problems = [.. input.Paper.Check(db.Today, "input.paper")];
        if (problems.Count > 0)
            return problems;
        var document = new MemberDocument { Id = Guid.CreateVersion7(), MemberId = found.Value.Id, OrganizationId = found.Value.OrganizationId };
        input.Paper.WriteTo(document);
        db.MemberDocuments.Add(document);
        return document;
    }

    private async Task<Result<MemberDocument>> ChangeAsync(MembersDbContext db, ChangeMemberDocumentInput input, CancellationToken cancellationToken)
    {
        var found = await OpenAsync(db, input.Id, input.ExpectedVersion, cancellationToken);
        if (!found.Succeeded)
            return found;
        List<Problem> problems = [.. input.Paper.Check(db.Today, "input.paper")];
        if (input.Paper.IsStateSecret && found.Value.ScanBytes is not null)
            problems.Add(new SecretPapersAreOnlyPointedTo { Field = "input.paper.isStateSecret" });
        if (problems.Count > 0)
            return problems;
        input.Paper.WriteTo(found.Value);
        return found;
    }

    private async Task<Result<MemberDocument>> AttachAsync(
        MembersDbContext db, Guid id, int expectedVersion, Func<Stream> open, CancellationToken cancellationToken)
    {
        var found = await OpenAsync(db, id, expectedVersion, cancellationToken);
        if (!found.Succeeded)
            return found;
        if (found.Value.IsStateSecret)
            return new SecretPapersAreOnlyPointedTo { Field = "input.id" };
        var policy = await policies.InForceOnAsync<DocumentPolicy>(db.Today, cancellationToken);
        await using var file = open();
        if (file.Length > policy.MostMegabytes * 1024L * 1024)
            return new ScanIsTooLarge(policy.MostMegabytes) { Field = "input.file" };
        var content = new byte[file.Length];
        await file.ReadExactlyAsync(content, cancellationToken);
        if (!content.AsSpan().StartsWith("%PDF-"u8))
            return new ScanIsNoPdf { Field = "input.file" };

        var scan = await db.DocumentScans.SingleOrDefaultAsync(row => row.Id == id, cancellationToken);
        if (scan is null)
            db.DocumentScans.Add(scan = new DocumentScan { Id = id });
        scan.Content = content;
        found.Value.Show(scan, Convert.ToHexStringLower(SHA256.HashData(content)), clock.GetUtcNow());
        return found;
    }

    private async Task<Result<Member>> RemoveAsync(MembersDbContext db, RemoveMemberDocumentInput input, CancellationToken cancellationToken)
    {
        var found = await OpenAsync(db, input.Id, input.ExpectedVersion, cancellationToken);
        if (!found.Succeeded)
            return found.Problems.ToList();
        if (EntryRules.CheckText(input.Reason, EntryRules.ShortLength, "input.reason").FirstOrDefault() is { } unsaid)
            return unsaid;
        if (await db.DocumentScans.SingleOrDefaultAsync(row => row.Id == input.Id, cancellationToken) is { } scan)
            db.DocumentScans.Remove(scan);
        db.MemberDocuments.Remove(found.Value);
        return await db.Members.SingleAsync(row => row.Id == found.Value.MemberId, cancellationToken);
    }

    private async Task<Result<MemberDocument>> OpenAsync(MembersDbContext db, Guid id, int expectedVersion, CancellationToken cancellationToken)
    {
        var document = await db.MemberDocuments.SingleOrDefaultAsync(row => row.Id == id, cancellationToken);
        if (document is null)
            return new NotFound("MemberDocument") { Field = "input.id" };
        if (!await files.CoversAsync(db, MembersPermissions.KeepRecords, document.OrganizationId, cancellationToken))
            return new MemberIsOutOfYourReach { Field = "input.id" };
        if (document.Version != expectedVersion)
            return new StaleVersion(expectedVersion, document.Version) { Field = "input.expectedVersion" };
        db.Expect(document, expectedVersion);
        return document;
    }
}
