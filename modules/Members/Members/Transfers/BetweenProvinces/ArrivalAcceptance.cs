using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Events;
using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Provinces;
using Modular.Kernel.Results;
using Modular.Members.Cards;
using Modular.Members.Cells;
using Modular.Members.Contracts;
using Modular.Members.Data;
using Modular.Members.Memberships;
using Modular.Members.People;

namespace Modular.Members.Transfers.BetweenProvinces;

/// <summary>
/// Takes members of another province in: opens the sealed file and settles the letter in one transaction. From then on the sender can no longer take the paper back; it ends the
/// assignment there on the day on which this one begins.
/// </summary>
internal sealed class ArrivalAcceptance(
    IWrite<MembersDbContext> write, ArrivalRules rules, ArrivalBoxes boxes, TransferPapers papers, TransferRoutes routes, OpenCells cells, ILettersBetweenProvinces letters)
{
    public Task<Result<List<Arrival>>> RunAsync(AcceptArrivalsInput input, CancellationToken cancellationToken) => write
        .Because(Wording.Clean(input.LateReason))
        .When("citizen_id_is_unique", () => new CitizenIdIsTaken { Field = "input.arrivals" })
        .RunAsync((db, ct) => AcceptAsync(db, input, ct), cancellationToken);

    private async Task<Result<List<Arrival>>> AcceptAsync(MembersDbContext db, AcceptArrivalsInput input, CancellationToken cancellationToken)
    {
        var opened = await rules.OpenAsync(db, input.Arrivals, "input.arrivals", isList: true, cancellationToken);
        if (!opened.Succeeded)
            return opened.Problems.ToList();
        var on = input.On ?? db.Today;
        List<Problem> problems = [.. Wording.CheckLength(input.SignedBy, 300, "input.signedBy"), .. Wording.CheckLength(input.LateReason, 1000, "input.lateReason")];
        foreach (var one in opened.Value)
        {
            problems.AddRange(CheckDates(db, one.Arrival, input, on));
            problems.AddRange(await CheckCellAsync(db, one.Arrival, input, on, cancellationToken));
        }

        if (problems.Count > 0)
            return problems.DistinctBy(problem => (problem.Code, problem.Field)).ToList();
        var read = await ArrivalPaper.ReadAsync(db, opened.Value, cancellationToken);
        problems.AddRange(await SignAsync(db, read, input, on, cancellationToken));
        if (problems.Count > 0)
            return problems.DistinctBy(problem => (problem.Code, problem.Field)).ToList();
        foreach (var paper in read)
            problems.AddRange(await TakeInAsync(db, paper, input, on, cancellationToken));
        return problems.Count > 0 ? problems : opened.Value.Select(one => one.Arrival).ToList();
    }

    private static IEnumerable<Problem> CheckDates(MembersDbContext db, Arrival arrival, AcceptArrivalsInput input, DateOnly on)
    {
        if (on > db.Today)
            yield return new DateLiesInTheFuture(on, db.Today) { Field = "input.on" };
        if (on < arrival.EarliestOn)
            yield return new EffectiveDateIsBeforeEarlierFact(on, arrival.EarliestOn) { Field = "input.on" };
        if (on > arrival.PresentBy && Wording.Clean(input.LateReason) is null)
            yield return new PaperIsPresentedLate(arrival.PresentBy) { Field = "input.lateReason" };
    }

    private async Task<IReadOnlyList<Problem>> CheckCellAsync(
        MembersDbContext db, Arrival arrival, AcceptArrivalsInput input, DateOnly on, CancellationToken cancellationToken)
    {
        const string Field = "input.cellId";
        if ((input.CellId ?? arrival.ReceiverId) is not { } cellId)
            return [new ReceivingCellMustBeNamed { Field = Field }];
        if (arrival.ReceiverId is { } receiver && !await routes.ContainsAsync(receiver, cellId, db.Today, cancellationToken))
            return [new CellIsNotBelowTheDestination(await papers.NameOfAsync(db, receiver, cancellationToken)) { Field = Field }];
        var held = await cells.HoldAsync(db, cellId, on, MembersPermissions.Transfer, cancellationToken);
        // A committee that was not asked for a cell is no mistake of whoever accepts.
        return input.CellId is null && held.Problems.OfType<MembersBelongToCellsOnly>().Any()
            ? [new ReceivingCellMustBeNamed { Field = Field }]
            : [.. held.Problems.Select(problem => problem with { Field = Field })];
    }

    // The cell signs last: whatever was not signed on the way down to it is signed now, or stands in the way.
    private async Task<IReadOnlyList<Problem>> SignAsync(
        MembersDbContext db, List<ArrivalPaper> read, AcceptArrivalsInput input, DateOnly on, CancellationToken cancellationToken)
    {
        var problems = new List<Problem>();
        var planned = read.SelectMany(paper => paper.Unsigned).Select(box => box.Id).ToHashSet();
        foreach (var toOneCell in read.GroupBy(paper => CellOf(paper.Arrival, input)))
        {
            var way = await routes.PlanReceivingAsync(toOneCell.Key, db.Today, cancellationToken);
            foreach (var paper in toOneCell)
                paper.LayOut(db, way);
        }

        var inReach = await boxes.InReachAsync(db, read, cancellationToken);
        foreach (var paper in read)
        {
            if (on < paper.LatestDay)
                problems.Add(new EffectiveDateIsBeforeEarlierFact(on, paper.LatestDay) { Field = "input.on" });
            else if (paper.Unsigned.Find(box => !input.AllInReach || !inReach.Contains(box.OrganizationId!.Value)) is { } next)
                problems.Add(await NotNowAsync(db, next, planned.Contains(next.Id), cancellationToken) with { Field = $"{paper.Field}.id" });
            else
                await SignAsync(db, paper, input, on, cancellationToken);
        }

        return problems;
    }

    private static async Task SignAsync(MembersDbContext db, ArrivalPaper paper, AcceptArrivalsInput input, DateOnly on, CancellationToken cancellationToken)
    {
        var signedBy = Wording.Clean(input.SignedBy);
        foreach (var box in paper.Unsigned)
            await ArrivalBoxes.SignAsync(db, box, on, signedBy, cancellationToken);
        paper.Add(db, CellOf(paper.Arrival, input)).Sign(on, signedBy);
    }

    private async Task<Problem> NotNowAsync(MembersDbContext db, ArrivalBox next, bool wasPlanned, CancellationToken cancellationToken)
    {
        var now = await boxes.NotNowAsync(db, next, cancellationToken);
        return wasPlanned ? now : new CommitteesOnTheWaySignFirst(now.Name);
    }

    private static Guid CellOf(Arrival arrival, AcceptArrivalsInput input) => input.CellId ?? arrival.ReceiverId!.Value;

    private async Task<IReadOnlyList<Problem>> TakeInAsync(
        MembersDbContext db, ArrivalPaper one, AcceptArrivalsInput input, DateOnly on, CancellationToken cancellationToken)
    {
        var arrival = one.Arrival;
        if (await letters.ReadAsync(arrival.Id, cancellationToken) is not { } content)
            return [new ArrivalIsSettled(ArrivalState.Recalled) { Field = $"{one.Field}.id" }];
        var file = Letter.FileOf(content);
        var (known, problems) = await FindKnownAsync(db, file, arrival, one.Field, cancellationToken);
        if (problems.Count > 0)
            return problems;

        var cellId = CellOf(arrival, input);
        var member = await PutAsync(db, file, known, cellId, on, arrival, cancellationToken);
        arrival.Accept(member.Id, cellId, on, Wording.Clean(input.SignedBy), Wording.Clean(input.LateReason));
        var answer = new PaperAnswer
        {
            On = on,
            By = await papers.NameOfAsync(db, cellId, cancellationToken),
            Reason = arrival.PresentLateReason,
            Boxes = await boxes.TellAsync(db, one, cancellationToken),
        };
        return await letters.AnswerAsync(arrival.Id, isAccepted: true, JsonSerializer.Serialize(answer, EventJson.Options), cancellationToken)
            ? []
            : [new ArrivalIsSettled(ArrivalState.Recalled) { Field = $"{one.Field}.id" }];
    }

    private async Task<Member> PutAsync(
        MembersDbContext db, JsonObject file, Member? known, Guid cellId, DateOnly on, Arrival arrival, CancellationToken cancellationToken)
    {
        var member = known;
        if (member is null)
        {
            member = await SealedFile.OpenAsync(db, file, cellId, cancellationToken);
            write.Raise(new MemberRegistered(member.Id, cellId, member.Status, on));
        }
        else
        {
            await SealedFile.ReopenAsync(db, file, member, cellId, on, arrival.PaperNumber, cancellationToken);
            write.Raise(new MemberStatusChanged(member.Id, cellId, MembershipStatus.TransferredOut, member.Status, on));
        }

        db.Assignments.Add(SealedFile.Assignment(member.Id, cellId, on, arrival));
        write.Raise(new MemberAssigned(member.Id, null, cellId, AssignmentKind.Official, on));
        return member;
    }

    // One record for life (MEM-09): whoever left this province for another is found by the identifier, or by the citizen identity number.
    private static async Task<(Member? Known, IReadOnlyList<Problem> Problems)> FindKnownAsync(
        MembersDbContext db, JsonObject file, Arrival arrival, string field, CancellationToken cancellationToken)
    {
        var id = SealedFile.MemberOf(file);
        if (db.Access.MemberId == id)
            return (null, [new NobodyActsOnTheirOwnCase { Field = $"{field}.id" }]);
        var citizenId = SealedFile.CitizenIdOf(file);
        var same = await db.Members.IgnoreQueryFilters([ModuleDbContext.ScopeFilter])
            .Where(row => row.Id == id || (citizenId != null && row.CitizenId == citizenId)).ToListAsync(cancellationToken);
        if (same.Exists(member => member.Status != MembershipStatus.TransferredOut) || same.Count > 1)
            return (null, [new CitizenIdIsTaken { Field = $"{field}.id" }]);
        var known = same.SingleOrDefault();
        if (known is not null)
            db.Touch(known);
        IReadOnlyList<Problem> numbers =
        [
            .. await NumberRegister.CheckCardAsync(db, arrival.CardNumber, known?.Id ?? id, $"{field}.id", cancellationToken),
            .. await NumberRegister.CheckCvAsync(db, arrival.CvNumber, known?.Id ?? id, $"{field}.id", cancellationToken),
        ];
        return (known, numbers);
    }
}
