using Microsoft.EntityFrameworkCore;
using Modular.Members.Data;
using Modular.Members.Editing;

namespace Modular.Members.Qualifications;

/// <summary>Keeps what records said of education and occupation when they change.</summary>
internal static class QualificationKeeping
{
    /// <summary>Keeps what the changes, which are applied, replaced.</summary>
    /// <param name="db">The context of the running change.</param>
    /// <param name="all">The changes, each of another member.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async Task KeepAsync(MembersDbContext db, IEnumerable<MemberChanges> all, CancellationToken cancellationToken)
    {
        var replaced = all.Select(changes => changes.ReplacedOn(db.Today)).OfType<FormerQualification>().ToList();
        if (replaced.Count == 0)
            return;
        var members = replaced.Select(row => row.MemberId).ToArray();
        var kept = (await db.FormerQualifications.Where(row => members.Contains(row.MemberId)).OrderBy(row => row.Until).ToListAsync(cancellationToken))
            .ToLookup(row => row.MemberId);
        foreach (var row in replaced)
            Keep(db, row, [.. kept[row.MemberId].Where(other => other.Until >= row.Until)]);
    }

    /// <summary>What held the day before goes on to the day; what is said to have held later never did.</summary>
    private static void Keep(MembersDbContext db, FormerQualification replaced, IReadOnlyList<FormerQualification> later)
    {
        if (later.Count == 0)
        {
            db.Add(replaced);
            return;
        }

        later[0].Until = replaced.Until;
        db.RemoveRange(later.Skip(1));
    }
}
