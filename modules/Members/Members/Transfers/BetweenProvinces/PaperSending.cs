using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Events;
using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Provinces;
using Modular.Members.Data;
using Modular.Members.Memberships;
using Modular.Organizations.Contracts;

namespace Modular.Members.Transfers.BetweenProvinces;

/// <summary>Sends a completed paper, with the sealed file, to another province, and takes it back.</summary>
internal sealed class PaperSending(ILettersBetweenProvinces letters, IOrganizationDirectory directory)
{
    /// <summary>The other province of this name in addresses, where it takes papers; null otherwise.</summary>
    public async Task<Province?> FindAsync(string slug, CancellationToken cancellationToken) =>
        (await letters.AddresseesAsync("members", cancellationToken)).FirstOrDefault(province => province.Slug == slug);

    /// <summary>Sends a paper whose last introducing box was signed.</summary>
    public async Task SendAsync(MembersDbContext db, TransferPaper paper, CancellationToken cancellationToken)
    {
        var transfer = paper.Transfer;
        var member = await db.Members.IgnoreQueryFilters([ModuleDbContext.ScopeFilter]).SingleAsync(row => row.Id == transfer.MemberId, cancellationToken);
        var signed = paper.Boxes.FindAll(box => box.Side == TransferSide.Introducing);
        var introducedBy = signed.LastOrDefault()?.OrganizationId ?? transfer.OriginId;
        var names = await directory.FindAsync([.. signed.Select(box => box.OrganizationId!.Value).Append(transfer.OriginId).Distinct()], db.Today, cancellationToken);
        var words = new PaperWords
        {
            OriginName = names[transfer.OriginId].Name,
            IntroducedBy = names[introducedBy].Name,
            PaperNumber = paper.Number,
            DestinationName = transfer.DestinationName!,
            DestinationCode = transfer.DestinationCode,
            Cause = transfer.Cause,
            FullName = transfer.FullName,
            BirthDate = transfer.BirthDate,
            JoinedOn = transfer.JoinedOn,
            OfficialOn = transfer.OfficialOn,
            CardNumber = transfer.CardNumber,
            CvNumber = transfer.CvNumber,
            DuesPaidThrough = transfer.DuesPaidThrough,
            PortalReference = transfer.PortalReference,
            IntroducedOn = transfer.IntroducedOn!.Value,
            PresentBy = transfer.PresentBy!.Value,
            EarliestOn = await EarliestAsync(db, paper, cancellationToken),
            Boxes = [.. signed.Select(box => Told(box, names[box.OrganizationId!.Value].Name))],
        };
        var content = new JsonObject
        {
            [Letter.Paper] = JsonSerializer.SerializeToNode(words, EventJson.Options),
            [Letter.File] = await SealedFile.WriteAsync(db, member, cancellationToken),
        };
        await letters.SendAsync(transfer.Id, transfer.DestinationProvinceId!.Value, PaperArrived.Kind, content.ToJsonString(), cancellationToken);
    }

    /// <summary>Takes the paper back, where it is on its way to another province.</summary>
    /// <returns>Whether the transfer may be closed here: not where the other province took the member in meanwhile.</returns>
    public async Task<bool> RecallAsync(Transfer transfer, CancellationToken cancellationToken) =>
        !transfer.IsOnTheWayToAnotherProvince || await letters.RecallAsync(transfer.Id, transfer.DestinationProvinceId!.Value, cancellationToken);

    private static PaperBox Told(TransferBox box, string organization) =>
        new() { Organization = organization, Year = box.RegisterYear, Number = box.RegisterNumber, SignedOn = box.SignedOn!.Value };

    private static async Task<DateOnly> EarliestAsync(MembersDbContext db, TransferPaper paper, CancellationToken cancellationToken)
    {
        var memberId = paper.Transfer.MemberId;
        var status = await Of(db.Statuses, memberId).SingleAsync(row => row.Valid.UpperBoundInfinite, cancellationToken);
        var cell = await Of(db.Assignments, memberId).SingleAsync(
            row => row.Kind == Contracts.AssignmentKind.Official && row.Valid.UpperBoundInfinite, cancellationToken);
        return new[] { paper.LatestDay, status.Valid.LowerBound.AddDays(1), cell.Valid.LowerBound.AddDays(1) }.Max();
    }

    private static IQueryable<TFact> Of<TFact>(DbSet<TFact> facts, Guid memberId)
        where TFact : class, IMemberFact =>
        facts.IgnoreQueryFilters([ModuleDbContext.ScopeFilter]).Where(row => row.MemberId == memberId);
}

/// <summary>The two parts of a letter: the paper, which is read when it arrives, and the file, which stays sealed until the member is taken in.</summary>
internal static class Letter
{
    public const string Paper = "paper";
    public const string File = "file";

    /// <summary>What the paper says.</summary>
    public static PaperWords PaperOf(string content) => JsonNode.Parse(content)![Paper].Deserialize<PaperWords>(EventJson.Options)!;

    /// <summary>The sealed file.</summary>
    public static JsonObject FileOf(string content) => (JsonObject)JsonNode.Parse(content)![File]!;
}
