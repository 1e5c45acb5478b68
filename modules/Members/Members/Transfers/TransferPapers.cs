using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Modular.GraphQL.CodeFirst;
using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Results;
using Modular.Members.Contracts;
using Modular.Members.Data;
using Modular.Members.People;
using Modular.Organizations.Contracts;

namespace Modular.Members.Transfers;

/// <summary>A transfer with its boxes.</summary>
/// <param name="Transfer">The transfer.</param>
/// <param name="Boxes">The boxes in order.</param>
/// <param name="Field">Where it stands in the input.</param>
internal sealed record TransferPaper(Transfer Transfer, List<TransferBox> Boxes, string Field)
{
    /// <summary>The first box that nobody has signed, or null.</summary>
    public TransferBox? Next => Boxes.Find(box => box.SignedOn is null);

    /// <summary>The number that the committee gave that introduced out, for instance <c>12/2024</c>; null while it has not.</summary>
    public string? Number => Boxes.FindLast(box => box is { Side: TransferSide.Introducing, RegisterNumber: not null }) is { } last
        ? string.Create(CultureInfo.InvariantCulture, $"{last.RegisterNumber}/{last.RegisterYear}")
        : null;

    /// <summary>The latest day on the paper: nothing that follows is earlier.</summary>
    public DateOnly LatestDay => Boxes.Select(box => box.SignedOn ?? Transfer.RequestedOn).Append(Transfer.RequestedOn).Max();
}

/// <summary>A transfer that is to be changed.</summary>
internal sealed record ChangedTransferInput
{
    /// <summary>The transfer.</summary>
    [ID("Transfer")]
    public required Guid Id { get; init; }

    /// <summary>The version that was read.</summary>
    public required int ExpectedVersion { get; init; }
}

/// <summary>Opens transfers for a change: finds those that the user sees, ties the change to the versions that were read, and asks where the user may act.</summary>
internal sealed class TransferPapers(MemberFiles files, IOrganizationDirectory directory)
{
    /// <summary>The transfers in the order asked, or every reason against it.</summary>
    /// <param name="db">The context of the running change.</param>
    /// <param name="asked">The transfers with the versions that the user read.</param>
    /// <param name="path">Where the list, or the one transfer, stands in the input.</param>
    /// <param name="isList">Whether the places in the list belong to the path.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task<Result<List<TransferPaper>>> OpenAsync(
        MembersDbContext db, IReadOnlyList<ChangedTransferInput> asked, string path, bool isList, CancellationToken cancellationToken)
    {
        var ids = asked.Select(one => one.Id).ToArray();
        if (ids.Length is 0 or > RequestTransfersInput.Most || ids.Distinct().Count() != ids.Length)
            return Unfit(path);

        var found = await db.Transfers.Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancellationToken);
        var boxes = (await db.TransferBoxes.Where(row => ids.Contains(row.TransferId)).ToListAsync(cancellationToken)).ToLookup(row => row.TransferId);
        var problems = new List<Problem>();
        var papers = new List<TransferPaper>();
        for (var index = 0; index < asked.Count; index++)
        {
            var place = isList ? $"{path}.{index}" : path;
            if (!found.TryGetValue(asked[index].Id, out var transfer))
                problems.Add(new NotFound("Transfer") { Field = $"{place}.id" });
            else if (transfer.Version != asked[index].ExpectedVersion)
                problems.Add(new StaleVersion(asked[index].ExpectedVersion, transfer.Version) { Field = $"{place}.expectedVersion" });
            else if (transfer.MemberId == db.Access.MemberId)
                problems.Add(new NobodyActsOnTheirOwnCase { Field = $"{place}.id" });
            else
                papers.Add(new TransferPaper(transfer, [.. boxes[transfer.Id].OrderBy(box => box.Ordinal)], place));
        }

        if (problems.Count > 0)
            return problems;
        foreach (var paper in papers)
            db.Entry(paper.Transfer).Property(row => row.Version).IsModified = true;
        return papers;
    }

    private static InvalidInput Unfit(string path)
    {
        var text = new LocalizedText(
            $"Phải nêu từ 1 đến {RequestTransfersInput.Most} hồ sơ, mỗi hồ sơ một lần.",
            $"Name between 1 and {RequestTransfersInput.Most} transfers, each once.");
        return new InvalidInput(text) { Field = path };
    }

    /// <summary>Whether the user may act for an organization.</summary>
    public Task<bool> MayActAtAsync(MembersDbContext db, Guid organizationId, CancellationToken cancellationToken) =>
        files.CoversAsync(db, MembersPermissions.Transfer, organizationId, cancellationToken);

    /// <summary>What an organization is called today.</summary>
    public async Task<string> NameOfAsync(MembersDbContext db, Guid organizationId, CancellationToken cancellationToken) =>
        (await directory.FindAsync([organizationId], db.Today, cancellationToken)).TryGetValue(organizationId, out var found) ? found.Name : "";

    /// <summary>The members of transfers, whom the user need not see: that they may act on the transfer was checked.</summary>
    public static Task<Dictionary<Guid, Member>> MembersOfAsync(MembersDbContext db, IEnumerable<TransferPaper> papers, CancellationToken cancellationToken)
    {
        var ids = papers.Select(paper => paper.Transfer.MemberId).ToArray();
        return db.Members.IgnoreQueryFilters([ModuleDbContext.ScopeFilter]).Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancellationToken);
    }
}
