using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Policies;
using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Time;
using Modular.Members.Contracts;
using Modular.ResidenceLiaison.Data;
using Modular.ResidenceLiaison.Notices;

namespace Modular.ResidenceLiaison.Introductions;

/// <summary>
/// Brings the introductions of members up to date with what other modules know of them (RES-01, RES-02): whatever is told twice, or in another order, comes to the same.
/// </summary>
internal sealed class LiaisonList(LiaisonFacts facts, ChangesAreTold notices, IPolicies policies, IWorkingDays workingDays)
{
    /// <summary>Compares members with their introductions, and opens, changes and closes what differs.</summary>
    /// <param name="db">The context of the running change.</param>
    /// <param name="memberIds">The members.</param>
    /// <param name="cause">What an introduction is necessary for that is opened because there was none.</param>
    /// <param name="on">The day of the cause.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>What was done, one entry a member about whom something was done.</returns>
    public Task<IReadOnlyList<ListChange>> BringUpToDateAsync(
        LiaisonDbContext db, IReadOnlyCollection<Guid> memberIds, IntroductionCause cause, DateOnly on, CancellationToken cancellationToken) =>
        BringUpToDateAsync(db, memberIds, found: [], cause, on, cancellationToken);

    /// <summary>Compares the list of some cells with those who belong to them today.</summary>
    /// <param name="db">The context of the running change.</param>
    /// <param name="found">Who belongs to the cells today.</param>
    /// <param name="cellIds">The cells.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>What was done, one entry a member about whom something was done.</returns>
    public async Task<IReadOnlyList<ListChange>> ReviewAsync(
        LiaisonDbContext db, IReadOnlyCollection<MemberSummary> found, IReadOnlyCollection<Guid> cellIds, CancellationToken cancellationToken)
    {
        var listed = await db.Introductions.IgnoreQueryFilters([ModuleDbContext.ScopeFilter])
            .Where(row => cellIds.Contains(row.CellId) && row.ClosedOn == null).Select(row => row.MemberId).ToListAsync(cancellationToken);
        return await BringUpToDateAsync(
            db, [.. found.Select(member => member.Id).Union(listed)], found, IntroductionCause.ListReview, db.Today, cancellationToken);
    }

    private async Task<IReadOnlyList<ListChange>> BringUpToDateAsync(
        LiaisonDbContext db,
        IReadOnlyCollection<Guid> memberIds,
        IReadOnlyCollection<MemberSummary> found,
        IntroductionCause cause,
        DateOnly on,
        CancellationToken cancellationToken)
    {
        var known = await facts.FindAsync(memberIds, db.Today, found, cancellationToken);
        var open = await db.Introductions.IgnoreQueryFilters([ModuleDbContext.ScopeFilter])
            .Where(row => memberIds.Contains(row.MemberId) && row.ClosedOn == null)
            .ToDictionaryAsync(row => row.MemberId, cancellationToken);
        var introduceBy = await IntroduceByAsync(on, cancellationToken);
        var before = ChangesAreTold.Before(open.Values);
        var changes = new List<ListChange>();
        foreach (var memberId in memberIds)
        {
            var change = Compare(db, known.GetValueOrDefault(memberId), open.GetValueOrDefault(memberId), cause, on, introduceBy);
            if (change is not null)
                changes.Add(change);
        }

        await notices.TellAsync(db, before, on, cancellationToken);
        return changes;
    }

    /// <summary>The last day on which a member is introduced whose introduction became necessary on a day.</summary>
    public async Task<DateOnly> IntroduceByAsync(DateOnly on, CancellationToken cancellationToken)
    {
        var policy = await policies.InForceOnAsync<IntroductionPolicy>(on, cancellationToken);
        return (await workingDays.CalendarAsync(cancellationToken)).DueAfter(on, policy.IssueWorkingDays);
    }

    private static ListChange? Compare(
        LiaisonDbContext db, LiaisonFact? fact, Introduction? open, IntroductionCause cause, DateOnly on, DateOnly introduceBy)
    {
        if (fact is null || !fact.Status.IsMember())
            return open is null ? null : End(open, fact?.Status, on);
        if (open is null)
        {
            db.Introductions.Add(Introduction.Open(fact, cause, on, introduceBy));
            return new ListChange(fact.WorkplaceId, ListChangeKind.Added);
        }

        if (open.CellId != fact.CellId && open.WorkplaceId != fact.WorkplaceId)
        {
            open.Close(IntroductionState.Ended, IntroductionClosing.Transferred, on);
            db.Introductions.Add(Introduction.Open(fact, IntroductionCause.Transfer, on, introduceBy));
            return new ListChange(fact.WorkplaceId, ListChangeKind.Added);
        }

        return Update(db, fact, open, on, introduceBy);
    }

    private static ListChange End(Introduction open, MembershipStatus? status, DateOnly on)
    {
        open.Close(IntroductionState.Ended, ReasonOf(status), on);
        return new ListChange(open.WorkplaceId, ListChangeKind.Ended);
    }

    private static ListChange? Update(LiaisonDbContext db, LiaisonFact fact, Introduction open, DateOnly on, DateOnly introduceBy)
    {
        var category = open.CategoryReason is null ? fact.Derived : open.Category;
        var moved = !open.SaysOf(fact.Residence);
        var reclassified = category != open.Category;
        if ((moved || reclassified) && open.State.IsIntroduced())
        {
            var (state, closing, cause) = moved
                ? (IntroductionState.Moved, IntroductionClosing.MovedHouse, IntroductionCause.NewResidence)
                : (IntroductionState.Ended, IntroductionClosing.CategoryChange, IntroductionCause.CategoryChange);
            open.Close(state, closing, on);
            db.Introductions.Add(open.Follow(fact, cause, on, introduceBy));
            return new ListChange(fact.WorkplaceId, ListChangeKind.Changed);
        }

        var before = (open.CellId, open.WorkplaceId, open.DerivedCategory, open.DerivedFrom, open.Category);
        open.WorkAt(fact.CellId, fact.WorkplaceId);
        open.LiveAt(fact.Residence);
        if (reclassified && category.IsIntroduced() && !open.Category.IsIntroduced())
            open.Restart(IntroductionCause.CategoryChange, on, introduceBy);
        open.Classify(fact.Derived, fact.Ground, category, open.CategoryReason);
        return moved || before != (open.CellId, open.WorkplaceId, open.DerivedCategory, open.DerivedFrom, open.Category)
            ? new ListChange(fact.WorkplaceId, ListChangeKind.Changed)
            : null;
    }

    private static IntroductionClosing ReasonOf(MembershipStatus? status) => status switch
    {
        MembershipStatus.Expelled => IntroductionClosing.Expelled,
        MembershipStatus.NameRemoved => IntroductionClosing.NameRemoved,
        MembershipStatus.Deceased => IntroductionClosing.Deceased,
        MembershipStatus.TransferredOut => IntroductionClosing.Transferred,
        _ => IntroductionClosing.Left,
    };
}

/// <summary>What a review of the list came to for a member.</summary>
/// <param name="WorkplaceId">The grassroots organization on whose list it is.</param>
/// <param name="Kind">What was done.</param>
internal sealed record ListChange(Guid WorkplaceId, ListChangeKind Kind);

/// <summary>What was done on a list.</summary>
internal enum ListChangeKind
{
    /// <summary>Somebody came onto it.</summary>
    Added,

    /// <summary>Somebody left it.</summary>
    Ended,

    /// <summary>What it says of somebody was brought up to date.</summary>
    Changed,
}
