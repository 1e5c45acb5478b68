using Modular.Kernel.Policies;
using Modular.ResidenceLiaison.Data;
using Modular.ResidenceLiaison.Introductions;

namespace Modular.ResidenceLiaison.Notices;

/// <summary>
/// Tells the residence what changed of members whose letters are out (RES-07): whatever closed an introduction, or took the member to another cell. It compares what the introductions were with
/// what they have become in the change that is running, so that no way into such a change can forget it.
/// </summary>
internal sealed class ChangesAreTold(NoticeSending sending, IPolicies policies)
{
    /// <summary>Remembers introductions before a change.</summary>
    public static IReadOnlyList<IntroductionBefore> Before(IEnumerable<Introduction> introductions) =>
        [.. introductions.Where(row => row.State.IsIntroduced()).Select(row => new IntroductionBefore(row, row.CellId))];

    /// <summary>Tells what became of them.</summary>
    /// <param name="db">The context of the running change.</param>
    /// <param name="before">The introductions as they were remembered.</param>
    /// <param name="on">The day of what changed them.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task TellAsync(LiaisonDbContext db, IReadOnlyList<IntroductionBefore> before, DateOnly on, CancellationToken cancellationToken)
    {
        if (before.Count == 0)
            return;
        var policy = await policies.InForceOnAsync<NoticePolicy>(db.Today, cancellationToken);
        var following = db.Introductions.Local.Where(row => row.ClosedOn is null).ToLookup(row => row.MemberId);
        var told = new List<(Introduction, NoticeTelling)>();
        foreach (var (introduction, cellId) in before)
        {
            if (KindOf(introduction, cellId, following[introduction.MemberId].FirstOrDefault(), policy) is { } kind)
                told.Add((introduction, new NoticeTelling(kind, NoticeDirection.ToResidence, introduction.ClosedOn ?? on) { IsAutomatic = true }));
        }

        await sending.SendAsync(db, told, cancellationToken);
    }

    private static NoticeKind? KindOf(Introduction introduction, Guid cellBefore, Introduction? following, NoticePolicy policy) => introduction.ClosingReason switch
    {
        null when introduction.CellId != cellBefore && policy.TellsOtherCells => NoticeKind.CellChanged,
        IntroductionClosing.MovedHouse => NoticeKind.MovedHouse,
        IntroductionClosing.Transferred => NoticeKind.Transferred,
        IntroductionClosing.Expelled => NoticeKind.Expelled,
        IntroductionClosing.NameRemoved => NoticeKind.NameRemoved,
        IntroductionClosing.Left => NoticeKind.Left,
        IntroductionClosing.Deceased => NoticeKind.Deceased,
        // What the workplace says by hand may be a secret task: the residence learns that the category changed, and not why.
        IntroductionClosing.CategoryChange => following is { CategoryReason: null, DerivedFrom: CategoryGround.Circumstance } ? NoticeKind.LongAbsence : NoticeKind.CategoryChanged,
        _ => null,
    };
}

/// <summary>An introduction whose letter was out before a change.</summary>
/// <param name="Introduction">The introduction.</param>
/// <param name="CellId">The member's own cell before it.</param>
internal sealed record IntroductionBefore(Introduction Introduction, Guid CellId);
