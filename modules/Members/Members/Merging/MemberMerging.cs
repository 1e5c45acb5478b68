using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Policies;
using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Results;
using Modular.Members.Contracts;
using Modular.Members.Data;

namespace Modular.Members.Merging;

/// <summary>Proposes, tries out, carries out, rejects and undoes merges of two records of one person. Who proposes one does not carry it out.</summary>
internal sealed class MemberMerging(IWrite<MembersDbContext> write, MergeRules rules, MergeCarrying carrying, IPolicies policies, TimeProvider clock)
{
    private const int ReasonLength = 500;
    private static readonly MemberMergeState[] Standing = [MemberMergeState.Proposed, MemberMergeState.Merged];

    /// <summary>Proposes a merge.</summary>
    public Task<Result<MemberMerge>> ProposeAsync(ProposeMemberMergeInput input, CancellationToken cancellationToken) => write
        .Because(Wording.Clean(input.Reason), input.Document.Citation)
        .When("record_is_dropped_once", () => new RecordIsInAnotherMerge { Field = "input.droppedId" })
        .RunAsync((db, ct) => ProposeAsync(db, input, ct), cancellationToken);

    /// <summary>What a merge would come to; null where the user may not merge the two.</summary>
    public async Task<MergePreview?> PreviewAsync(Guid keptId, Guid droppedId, CancellationToken cancellationToken)
    {
        var tried = await write.TryOutAsync((db, ct) => PreviewAsync(db, keptId, droppedId, ct), cancellationToken);
        return tried.Succeeded ? tried.Value : null;
    }

    /// <summary>Carries a merge out.</summary>
    public Task<Result<MemberMerge>> MergeAsync(MergeMembersInput input, CancellationToken cancellationToken) =>
        write.RunAsync((db, ct) => MergeAsync(db, input, ct), cancellationToken);

    /// <summary>Rejects a merge, or withdraws it.</summary>
    public Task<Result<MemberMerge>> RejectAsync(RejectMemberMergeInput input, CancellationToken cancellationToken) => write
        .Because(Wording.Clean(input.Reason))
        .RunAsync((db, ct) => RejectAsync(db, input, ct), cancellationToken);

    /// <summary>Undoes a merge.</summary>
    public Task<Result<MemberMerge>> UndoAsync(UndoMemberMergeInput input, CancellationToken cancellationToken) => write
        .Because(Wording.Clean(input.Reason))
        .RunAsync((db, ct) => UndoAsync(db, input, ct), cancellationToken);

    private async Task<Result<MemberMerge>> ProposeAsync(MembersDbContext db, ProposeMemberMergeInput input, CancellationToken cancellationToken)
    {
        List<Problem> problems = [.. CheckReason(input.Reason), .. input.Document.Check(db.Today, "input.document")];
        var found = await rules.FindAsync(db, input.KeptId, input.DroppedId, ("input.keptId", "input.droppedId"), cancellationToken);
        if (!found.Succeeded)
            return found.Problems.Concat(problems).ToList();
        var pair = found.Value;
        problems.AddRange(CheckVersions(pair, input.KeptVersion, input.DroppedVersion));
        problems.AddRange(await MergeRules.CheckAsync(db, pair, "input.droppedId", cancellationToken));
        if (await db.Set<MemberMerge>().AnyAsync(row => row.DroppedMemberId == input.KeptId && Standing.Contains(row.State), cancellationToken))
            problems.Add(new RecordIsInAnotherMerge { Field = "input.keptId" });
        if (problems.Count > 0)
            return problems;

        var merge = new MemberMerge
        {
            Id = Guid.CreateVersion7(),
            KeptMemberId = pair.Kept.Id,
            DroppedMemberId = pair.Dropped.Id,
            DroppedName = pair.Dropped.FullName,
            Taken = [.. (input.TakeFromDropped ?? []).Distinct().Order().Select(field => field.ToString())],
            Reason = Wording.Clean(input.Reason)!,
            Document = input.Document.Citation,
            ProposedAt = clock.GetUtcNow(),
            ProposedById = db.Access.UserId,
            ProposedBy = db.Access.UserName,
        };
        db.Add(merge);
        return merge;
    }

    private async Task<Result<MergePreview>> PreviewAsync(MembersDbContext db, Guid keptId, Guid droppedId, CancellationToken cancellationToken)
    {
        var found = await rules.FindAsync(db, keptId, droppedId, ("keptId", "droppedId"), cancellationToken);
        if (!found.Succeeded)
            return found.Problems.ToList();
        var problems = await MergeRules.CheckAsync(db, found.Value, "droppedId", cancellationToken);
        var conflicts = MergedFields.Conflicts(found.Value.Kept, found.Value.Dropped);
        var rows = await carrying.CarryOutAsync(db, Guid.CreateVersion7(), found.Value, new HashSet<MergeField>(), cancellationToken);
        return new MergePreview(
            conflicts,
            [.. rows.Facts.Select(facts => new MergedFacts(facts.Owner, facts.Name, facts.Moved, facts.Ended, facts.LeftOut))],
            [.. problems.Select(problem => problem.Message(db.Access.Language))]);
    }

    private async Task<Result<MemberMerge>> MergeAsync(MembersDbContext db, MergeMembersInput input, CancellationToken cancellationToken)
    {
        var opened = await OpenAsync(db, input.Key, input.ExpectedVersion, MemberMergeState.Proposed, cancellationToken);
        if (!opened.Succeeded)
            return opened;
        var merge = opened.Value;
        var found = await rules.FindAsync(db, merge.KeptMemberId, merge.DroppedMemberId, ("input.key", "input.key"), cancellationToken);
        if (!found.Succeeded)
            return found.Problems.ToList();
        if (db.Access.UserId == merge.ProposedById)
            return new MergeTakesASecondPerson { Field = "input.key" };
        List<Problem> problems =
            [.. CheckVersions(found.Value, input.KeptVersion, input.DroppedVersion), .. await MergeRules.CheckAsync(db, found.Value, "input.key", cancellationToken)];
        if (problems.Count > 0)
            return problems;

        write.Because(merge.Reason, merge.Document);
        var carried = await carrying.CarryOutAsync(
            db, merge.Id, found.Value, merge.Taken.Select(Enum.Parse<MergeField>).ToHashSet(), cancellationToken);
        await carrying.TellAsync(db, merge, found.Value.Kept.OrganizationId, isUndone: false, merge.Reason, cancellationToken);
        merge.CarryOut(clock.GetUtcNow(), db.Access.UserName, carried.Before, carried.After);
        write.Raise(new MembersMerged(merge.KeptMemberId, merge.DroppedMemberId, IsUndone: false));
        return merge;
    }

    private async Task<Result<MemberMerge>> RejectAsync(MembersDbContext db, RejectMemberMergeInput input, CancellationToken cancellationToken)
    {
        var problems = CheckReason(input.Reason).ToList();
        if (problems.Count > 0)
            return problems;
        var opened = await OpenAsync(db, input.Key, input.ExpectedVersion, MemberMergeState.Proposed, cancellationToken);
        if (opened.Succeeded)
            opened.Value.Reject(clock.GetUtcNow(), db.Access.UserName, Wording.Clean(input.Reason)!);
        return opened;
    }

    private async Task<Result<MemberMerge>> UndoAsync(MembersDbContext db, UndoMemberMergeInput input, CancellationToken cancellationToken)
    {
        var problems = CheckReason(input.Reason).ToList();
        if (problems.Count > 0)
            return problems;
        var opened = await OpenAsync(db, input.Key, input.ExpectedVersion, MemberMergeState.Merged, cancellationToken);
        if (!opened.Succeeded)
            return opened;
        var merge = opened.Value;
        if (db.Access.MemberId is { } own && (own == merge.KeptMemberId || own == merge.DroppedMemberId))
            return new NobodyActsOnTheirOwnCase { Field = "input.key" };
        var policy = await policies.InForceOnAsync<MergePolicy>(db.Today, cancellationToken);
        if (merge.ClosedAt!.Value.AddDays(policy.UndoneWithinDays) < clock.GetUtcNow())
            return new MergeCanNoLongerBeUndone(policy.UndoneWithinDays) { Field = "input.key" };
        if (await MergeCarrying.CountChangedAsync(db, merge, cancellationToken) is > 0 and var changed)
            return new MergedRecordsWereChanged(changed) { Field = "input.key" };

        var kept = await db.Members.SingleAsync(member => member.Id == merge.KeptMemberId, cancellationToken);
        await carrying.UndoAsync(db, merge, kept, cancellationToken);
        await carrying.TellAsync(db, merge, kept.OrganizationId, isUndone: true, Wording.Clean(input.Reason)!, cancellationToken);
        merge.Undo(clock.GetUtcNow(), db.Access.UserName, Wording.Clean(input.Reason)!);
        write.Raise(new MembersMerged(merge.KeptMemberId, merge.DroppedMemberId, IsUndone: true));
        return merge;
    }

    private static async Task<Result<MemberMerge>> OpenAsync(
        MembersDbContext db, Guid key, int expectedVersion, MemberMergeState needed, CancellationToken cancellationToken)
    {
        var merge = await db.Set<MemberMerge>().SingleOrDefaultAsync(row => row.Id == key, cancellationToken);
        if (merge is null)
            return new NotFound("MemberMerge") { Field = "input.key" };
        if (merge.Version != expectedVersion)
            return new StaleVersion(expectedVersion, merge.Version) { Field = "input.expectedVersion" };
        return merge.State == needed ? merge : new MergeStandsElsewhere(merge.State) { Field = "input.key" };
    }

    private static IEnumerable<Problem> CheckVersions(RecordPair pair, int kept, int dropped)
    {
        if (pair.Kept.Version != kept)
            yield return new StaleVersion(kept, pair.Kept.Version) { Field = "input.keptVersion" };
        if (pair.Dropped.Version != dropped)
            yield return new StaleVersion(dropped, pair.Dropped.Version) { Field = "input.droppedVersion" };
    }

    private static IEnumerable<Problem> CheckReason(string reason) => Wording.Clean(reason) is null
        ? [new InvalidInput(new LocalizedText("Phải nêu căn cứ.", "Say why.")) { Field = "input.reason" }]
        : Wording.CheckLength(reason, ReasonLength, "input.reason");
}
