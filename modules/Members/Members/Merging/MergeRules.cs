using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Results;
using Modular.Members.Contracts;
using Modular.Members.Data;
using Modular.Members.Duplicates;
using Modular.Members.People;
using Modular.Members.Transfers;

namespace Modular.Members.Merging;

/// <summary>Two records on which a merge rests.</summary>
/// <param name="Kept">The one that stays.</param>
/// <param name="Dropped">The one that goes.</param>
internal sealed record RecordPair(Member Kept, Member Dropped);

/// <summary>What must hold of two records before they become one.</summary>
internal sealed class MergeRules(MemberFiles files)
{
    private static readonly TransferState[] UnderWay = [TransferState.Requested, TransferState.Introduced, TransferState.Received];

    /// <summary>The two records, or why this user may not merge them.</summary>
    /// <param name="db">The context of the running change.</param>
    /// <param name="keptId">The record that stays.</param>
    /// <param name="droppedId">The record that goes.</param>
    /// <param name="paths">Where the two stand in the input.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<Result<RecordPair>> FindAsync(
        MembersDbContext db, Guid keptId, Guid droppedId, (string Kept, string Dropped) paths, CancellationToken cancellationToken)
    {
        Guid[] ids = [keptId, droppedId];
        var found = await db.Members.Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancellationToken);
        var covered = await files.CoveredAsync(db, MembersPermissions.Merge, [.. found.Values.Select(member => member.OrganizationId).Distinct()], cancellationToken);
        List<Problem> problems = [.. Against(keptId, paths.Kept), .. Against(droppedId, paths.Dropped)];
        if (keptId == droppedId)
            problems.Add(new PersonsMustBeTwo { Field = paths.Dropped });
        return problems.Count > 0 ? problems : new RecordPair(found[keptId], found[droppedId]);

        IEnumerable<Problem> Against(Guid id, string path)
        {
            if (!found.TryGetValue(id, out var member))
                yield return new NotFound("Member") { Field = path };
            else if (!covered.Contains(member.OrganizationId))
                yield return new MemberIsOutOfYourReach { Field = path };
            else if (id == db.Access.MemberId)
                yield return new NobodyActsOnTheirOwnCase { Field = path };
        }
    }

    /// <summary>What stands against taking them for one person.</summary>
    public static async Task<IReadOnlyList<Problem>> CheckAsync(MembersDbContext db, RecordPair pair, string path, CancellationToken cancellationToken)
    {
        var problems = new List<Problem>();
        var (kept, dropped) = (pair.Kept, pair.Dropped);
        if (kept.CitizenId is { } own && dropped.CitizenId is { } other && own != other && !await IsNearlyTheSameAsync(db, own, other, cancellationToken))
            problems.Add(new RecordsBearDifferentNumbers { Field = path });
        var (first, second) = DifferentPersons.InOrder(kept.Id, dropped.Id);
        if (await db.Set<DifferentPersons>().AnyAsync(row => row.FirstMemberId == first && row.SecondMemberId == second, cancellationToken))
            problems.Add(new PersonsWereToldApart { Field = path });
        if (await db.Transfers.AnyAsync(row => row.MemberId == dropped.Id && UnderWay.Contains(row.State), cancellationToken))
            problems.Add(new DroppedRecordIsBeingTransferred { Field = path });
        return problems;
    }

    private static Task<bool> IsNearlyTheSameAsync(MembersDbContext db, string number, string other, CancellationToken cancellationToken) =>
        db.Database.SqlQuery<bool>($"""select members.nearly_the_same_number({number}, {other}) as "Value" """).SingleAsync(cancellationToken);
}
