using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Postgres.Writing;
using Modular.Members.Cells;
using Modular.Members.Contracts;
using Modular.Members.Data;
using Modular.Members.Flags;
using Modular.Members.Memberships;
using Modular.Members.People;
using Modular.Organizations.Contracts;

namespace Modular.Members.Transfers;

/// <summary>A member with the facts that a transfer changes.</summary>
/// <param name="Member">The member.</param>
/// <param name="Status">The status in force.</param>
/// <param name="Cell">The cell on whose list the member stands, or null.</param>
/// <param name="Flags">The flags that are set today or later.</param>
internal sealed record TransferStanding(Member Member, StatusPeriod Status, CellAssignment? Cell, List<FlagPeriod> Flags)
{
    /// <summary>The first day on which the member may move: none is in two cells, or in none, on a day.</summary>
    public DateOnly EarliestMove => new[] { Cell?.Valid.LowerBound ?? DateOnly.MinValue, Status.Valid.LowerBound }.Max().AddDays(1);

    /// <summary>Whether the person is a member of that cell.</summary>
    public bool StandsAt(Guid cellId) => Member.Status.IsMember() && Cell?.OrganizationId == cellId;
}

/// <summary>What acceptance, and the end of a temporary stay, do to a member's facts.</summary>
internal sealed class TransferMoves(IWrite<MembersDbContext> write)
{
    /// <summary>How the members of transfers stand; the version of each rises with the change.</summary>
    public static async Task<Dictionary<Guid, TransferStanding>> ReadAsync(
        MembersDbContext db, IReadOnlyList<TransferPaper> papers, CancellationToken cancellationToken)
    {
        var members = await TransferPapers.MembersOfAsync(db, papers, cancellationToken);
        var ids = members.Keys.ToArray();
        var today = db.Today;
        var statuses = await Of(db.Statuses, ids).Where(row => row.Valid.UpperBoundInfinite).ToDictionaryAsync(row => row.MemberId, cancellationToken);
        var assignments = await Of(db.Assignments, ids).Where(row => row.Kind == AssignmentKind.Official && row.Valid.UpperBoundInfinite)
            .ToDictionaryAsync(row => row.MemberId, cancellationToken);
        var flags = (await Of(db.Flags, ids).Where(row => row.Valid.UpperBoundInfinite || row.Valid.UpperBound > today).ToListAsync(cancellationToken))
            .ToLookup(row => row.MemberId);
        foreach (var member in members.Values)
            db.Touch(member);
        return members.ToDictionary(
            pair => pair.Key, pair => new TransferStanding(pair.Value, statuses[pair.Key], assignments.GetValueOrDefault(pair.Key), [.. flags[pair.Key]]));
    }

    /// <summary>Nobody waits for the paper any more.</summary>
    public void EndPending(MembersDbContext db, TransferStanding standing, DateOnly on) => EndFlag(db, standing, MembershipFlag.TransferOutPending, on);

    /// <summary>Moves the member to the list of another cell.</summary>
    public void Move(MembersDbContext db, TransferStanding standing, Transfer transfer, string? paperNumber, Guid cellId, IReadOnlyList<Guid> left, DateOnly on)
    {
        var member = standing.Member;
        standing.Cell!.Valid = standing.Cell.Valid.EndedBefore(on);
        db.Assignments.Add(Assignment(transfer, paperNumber, cellId, AssignmentKind.Official, on));
        member.BelongTo(cellId);
        if (transfer.Kind == TransferKind.Abroad && standing.Flags.TrueForAll(flag => flag.Flag != MembershipFlag.Abroad))
            SetFlag(db, transfer, MembershipFlag.Abroad, on);
        foreach (var organizationId in left)
            write.Raise(new CommitteePostsAreToEnd(member.Id, on, CommitteePostsEndReason.Left, organizationId));
        write.Raise(new MemberAssigned(member.Id, transfer.OriginId, cellId, AssignmentKind.Official, on));
    }

    /// <summary>Lets the member be active elsewhere, counted at home (MEM-29).</summary>
    public void Lend(MembersDbContext db, TransferStanding standing, Transfer transfer, string? paperNumber, DateOnly on)
    {
        if (standing.Flags.TrueForAll(flag => flag.Flag != MembershipFlag.TemporaryAway))
            SetFlag(db, transfer, MembershipFlag.TemporaryAway, on);
        if (transfer.CellId is not { } cellId)
            return;
        db.Assignments.Add(Assignment(transfer, paperNumber, cellId, AssignmentKind.Temporary, on));
        write.Raise(new MemberAssigned(transfer.MemberId, null, cellId, AssignmentKind.Temporary, on));
    }

    /// <summary>Takes the member off the lists of the province: they stand on that of another now.</summary>
    public void LetGo(MembersDbContext db, TransferStanding standing, Transfer transfer, string? paperNumber, DateOnly on)
    {
        var member = standing.Member;
        var before = standing.Status.Status;
        standing.Status.Valid = standing.Status.Valid.EndedBefore(on);
        standing.Cell!.Valid = standing.Cell.Valid.EndedBefore(on);
        db.Statuses.Add(new StatusPeriod
        {
            Id = Guid.CreateVersion7(),
            MemberId = member.Id,
            Status = MembershipStatus.TransferredOut,
            Valid = Periods.From(on),
            DecisionNumber = paperNumber ?? transfer.DecisionNumber,
            DecidedOn = transfer.IntroducedOn,
            DecidedBy = transfer.DestinationName,
        });
        foreach (var flag in standing.Flags.Where(flag => flag.Flag != MembershipFlag.TransferOutPending).ToList())
            EndFlag(db, standing, flag.Flag, on);
        member.Stand(MembershipStatus.TransferredOut, on);
        write.Raise(new CommitteePostsAreToEnd(member.Id, on, CommitteePostsEndReason.Left));
        write.Raise(new MemberStatusChanged(member.Id, transfer.OriginId, before, MembershipStatus.TransferredOut, on));
    }

    /// <summary>Takes the member back home from a temporary stay.</summary>
    public async Task TakeBackAsync(MembersDbContext db, TransferStanding standing, DateOnly on, CancellationToken cancellationToken)
    {
        EndFlag(db, standing, MembershipFlag.TemporaryAway, on);
        await EndStayAsync(db, standing.Member.Id, on, cancellationToken);
    }

    /// <summary>Ends the temporary stay of a member anywhere.</summary>
    public static async Task EndStayAsync(MembersDbContext db, Guid memberId, DateOnly on, CancellationToken cancellationToken)
    {
        var stays = await Of(db.Assignments, [memberId]).Where(row => row.Kind == AssignmentKind.Temporary && row.Valid.UpperBoundInfinite).ToListAsync(cancellationToken);
        foreach (var stay in stays)
        {
            if (stay.Valid.LowerBound < on)
                stay.Valid = stay.Valid.EndedBefore(on);
            else
                db.Assignments.Remove(stay);
        }
    }

    private void EndFlag(MembersDbContext db, TransferStanding standing, MembershipFlag which, DateOnly on)
    {
        if (standing.Flags.Find(flag => flag.Flag == which) is not { } set)
            return;
        // What began on the same day, or later, never came to hold.
        if (set.Valid.LowerBound < on)
            set.Valid = set.Valid.EndedBefore(on);
        else
            db.Flags.Remove(set);
        write.Raise(new MemberFlagCleared(standing.Member.Id, which, on));
    }

    private void SetFlag(MembersDbContext db, Transfer transfer, MembershipFlag flag, DateOnly on)
    {
        db.Flags.Add(new FlagPeriod
        {
            Id = Guid.CreateVersion7(),
            MemberId = transfer.MemberId,
            Flag = flag,
            Valid = Periods.From(on),
            DecisionNumber = transfer.DecisionNumber,
            DecidedOn = transfer.DecidedOn,
        });
        write.Raise(new MemberFlagSet(transfer.MemberId, flag, on, null));
    }

    private static CellAssignment Assignment(Transfer transfer, string? paperNumber, Guid cellId, AssignmentKind kind, DateOnly on) => new()
    {
        Id = Guid.CreateVersion7(),
        MemberId = transfer.MemberId,
        OrganizationId = cellId,
        Kind = kind,
        Valid = Periods.From(on),
        DecisionNumber = paperNumber ?? transfer.DecisionNumber,
        DecidedOn = transfer.IntroducedOn,
    };

    private static IQueryable<TFact> Of<TFact>(DbSet<TFact> facts, Guid[] memberIds)
        where TFact : class, IMemberFact =>
        facts.IgnoreQueryFilters([ModuleDbContext.ScopeFilter]).Where(row => memberIds.Contains(row.MemberId));
}
