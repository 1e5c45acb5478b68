using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Policies;
using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Provinces;
using Modular.Kernel.Results;
using Modular.Kernel.Time;
using Modular.Members.Contracts;
using Modular.Members.Data;
using Modular.Members.People;
using Modular.Members.Transfers.BetweenProvinces;
using Modular.Organizations.Contracts;

namespace Modular.Members.Transfers;

/// <summary>Starts transfers.</summary>
internal sealed class TransferRequests(
    IWrite<MembersDbContext> write, MemberFiles files, TransferRoutes routes, IOrganizationDirectory directory, IPolicies policies, IWorkingDays workingDays,
    PaperSending sending)
{
    public Task<Result<List<Transfer>>> RunAsync(RequestTransfersInput input, CancellationToken cancellationToken) => write
        .Because(Wording.Clean(input.Reason), input.Decision?.Citation)
        .When("member_has_one_open_transfer", () => new TransferIsOpenAlready { Field = "input.members" })
        .When("portal_dossier_leads_to_one_transfer", () => new PortalDossierIsTakenAlready(Wording.Clean(input.PortalReference)!) { Field = "input.portalReference" })
        .RunAsync((db, ct) => RequestAsync(db, input, ct), cancellationToken);

    private async Task<Result<List<Transfer>>> RequestAsync(MembersDbContext db, RequestTransfersInput input, CancellationToken cancellationToken)
    {
        if (CheckList(input) is { } unfit)
            return unfit;
        var found = await files.FindAsync(
            db, [.. input.Members.Select(one => (one.MemberId, one.ExpectedVersion))], "input.members", MembersPermissions.Transfer, cancellationToken);
        if (!found.Succeeded)
            return found.Problems.ToList();

        var on = input.On ?? db.Today;
        var policy = await policies.InForceOnAsync<TransferPolicy>(on, cancellationToken);
        var startBy = (await workingDays.CalendarAsync(cancellationToken)).DueAfter(input.ChangedOn, policy.StartingWorkingDays);
        var destination = await FindDestinationAsync(db, input, cancellationToken);
        var province = input.DestinationProvince is { } slug ? await sending.FindAsync(slug, cancellationToken) : null;
        List<Problem> problems =
        [
            .. new TransferRequestRules(input, policy, on, startBy, db.Today).Check(),
            .. await CheckDestinationAsync(db, input, destination, found.Value, cancellationToken),
            .. CheckProvince(input, province),
            .. await CheckMembersAsync(db, found.Value, cancellationToken),
        ];
        if (problems.Count > 0)
            return problems;
        var start = new TransferStart(Guid.CreateVersion7(), on, startBy, destination is not null && OrganizationKinds.HoldsMembers(destination.Kind), province);
        return await StartAsync(db, input, found.Value, start, cancellationToken);
    }

    private async Task<List<Transfer>> StartAsync(
        MembersDbContext db, RequestTransfersInput input, List<Member> members, TransferStart start, CancellationToken cancellationToken)
    {
        var transfers = members.Select(member => Transfer.Request(member, input, start)).ToList();
        db.Transfers.AddRange(transfers);
        foreach (var leaving in transfers.GroupBy(transfer => transfer.OriginId))
        {
            var route = await routes.PlanAsync(input.Kind, leaving.Key, input.DestinationId, db.Today, cancellationToken);
            db.TransferBoxes.AddRange(leaving.SelectMany(transfer => route.Select((stop, index) =>
                TransferBox.Of(transfer.Id, index + 1, stop.Side, stop.OrganizationId))));
        }

        return transfers;
    }

    private static InvalidInput? CheckList(RequestTransfersInput input)
    {
        if (input.Members.Count is 0 or > RequestTransfersInput.Most)
            return Unfit($"Phải nêu từ 1 đến {RequestTransfersInput.Most} đảng viên.", $"Name between 1 and {RequestTransfersInput.Most} members.");
        return input.Members.Select(one => one.MemberId).Distinct().Count() == input.Members.Count
            ? null
            : Unfit("Có đảng viên được nêu hai lần.", "A member is named twice.");
    }

    private static InvalidInput Unfit(string vietnamese, string english) => new(new LocalizedText(vietnamese, english)) { Field = "input.members" };

    private static async Task<List<Problem>> CheckMembersAsync(MembersDbContext db, List<Member> members, CancellationToken cancellationToken)
    {
        var ids = members.Select(member => member.Id).ToArray();
        var underWay = await db.Transfers.IgnoreQueryFilters([ModuleDbContext.ScopeFilter])
            .Where(row => ids.Contains(row.MemberId) && (TransferTerms.UnderWay.Contains(row.State) || (row.Kind == TransferKind.Temporary && row.State == TransferState.Accepted)))
            .Select(row => new { row.MemberId, row.State }).ToListAsync(cancellationToken);
        var suspended = await db.Flags.IgnoreQueryFilters([ModuleDbContext.ScopeFilter])
            .Where(row => ids.Contains(row.MemberId) && row.Flag == MembershipFlag.SuspendedActivity && row.Valid.Contains(db.Today))
            .Select(row => row.MemberId).ToListAsync(cancellationToken);
        var problems = new List<Problem>();
        for (var index = 0; index < members.Count; index++)
        {
            var member = members[index];
            var field = $"input.members.{index}.memberId";
            if (db.Access.MemberId == member.Id)
                problems.Add(new NobodyActsOnTheirOwnCase { Field = field });
            if (!member.Status.IsMember())
                problems.Add(new OnlyMembersAreTransferred { Field = field });
            if (underWay.Exists(row => row.MemberId == member.Id && row.State.IsOpen()))
                problems.Add(new TransferIsOpenAlready { Field = field });
            if (underWay.Exists(row => row.MemberId == member.Id && !row.State.IsOpen()))
                problems.Add(new MemberIsTemporarilyElsewhere { Field = field });
            if (suspended.Contains(member.Id))
                problems.Add(new SuspendedMembersAreNotTransferred { Field = field });
        }

        return problems;
    }

    private static IEnumerable<Problem> CheckProvince(RequestTransfersInput input, Province? province)
    {
        if (input.DestinationProvince is not null && (province is null || input.DestinationId is not null || input.Kind != TransferKind.Official))
            yield return new ProvinceTakesNoPapers { Field = "input.destinationProvince" };
        if (input.DestinationProvince is null && input.DestinationCode is not null)
            yield return new ProvinceTakesNoPapers { Field = "input.destinationCode" };
    }

    private async Task<OrganizationSummary?> FindDestinationAsync(MembersDbContext db, RequestTransfersInput input, CancellationToken cancellationToken) =>
        input.DestinationId is { } id ? (await directory.FindAsync([id], db.Today, cancellationToken)).GetValueOrDefault(id) : null;

    private async Task<List<Problem>> CheckDestinationAsync(
        MembersDbContext db, RequestTransfersInput input, OrganizationSummary? destination, List<Member> members, CancellationToken cancellationToken)
    {
        const string Field = "input.destinationId";
        if (input.DestinationId is null)
            return [];
        if (destination is null)
            return [new NotFound("Organization") { Field = Field }];
        if (!TransferRequestRules.MayBeNamed(destination, db.Today))
            return [new OrganizationTakesNobodyIn(destination.Name) { Field = Field }];
        var problems = new List<Problem>();
        foreach (var originId in members.Select(member => member.OrganizationId).Distinct())
        {
            if (await routes.ContainsAsync(destination.Id, originId, db.Today, cancellationToken))
                problems.Add(new DestinationHoldsTheMemberAlready(destination.Name) { Field = Field });
            else if (await CheckGrassrootsAsync(input.Kind, originId, destination, db.Today, cancellationToken) is { } problem)
                problems.Add(problem with { Field = Field });
        }

        return [.. problems.Distinct()];
    }

    private async Task<Problem?> CheckGrassrootsAsync(
        TransferKind kind, Guid originId, OrganizationSummary destination, DateOnly today, CancellationToken cancellationToken)
    {
        var grassroots = await routes.GrassrootsOrganizationOfAsync(originId, today, cancellationToken);
        var isWithin = grassroots is { } above && await routes.ContainsAsync(above, destination.Id, today, cancellationToken);
        if (kind == TransferKind.Internal && !(isWithin && OrganizationKinds.HoldsMembers(destination.Kind)))
            return new InternalTransferStaysInTheGrassrootsOrganization(destination.Name);
        return kind == TransferKind.Official && isWithin ? new TransferWithinAGrassrootsOrganizationIsInternal(destination.Name) : null;
    }
}
