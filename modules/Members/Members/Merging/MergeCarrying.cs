using Microsoft.EntityFrameworkCore;
using Modular.Kernel.GraphQL.PersonalData;
using Modular.Kernel.WorkItems;
using Modular.Members.Data;
using Modular.Members.People;

namespace Modular.Members.Merging;

/// <summary>What carrying a merge out came to.</summary>
/// <param name="Facts">What became of the facts, by table.</param>
/// <param name="Before">What the record that stays said before, of the columns that changed: JSON.</param>
/// <param name="After">What it says now.</param>
internal sealed record CarriedMerge(IReadOnlyList<MergedRows> Facts, string Before, string After);

/// <summary>Carries merges out and takes them back: the rows of all modules, and what the record that stays says of the person.</summary>
internal sealed class MergeCarrying(PersonMerger merger, IWorkItems workItems, TimeProvider clock)
{
    private const string Records = "members.member";

    /// <summary>Makes the two records one.</summary>
    public async Task<CarriedMerge> CarryOutAsync(
        MembersDbContext db, Guid act, RecordPair pair, IReadOnlySet<MergeField> taken, CancellationToken cancellationToken)
    {
        var (kept, dropped) = (pair.Kept, pair.Dropped);
        await ReconsiderAsync(db, kept.Id, dropped.Id, cancellationToken);
        var before = await ReadAsync(db, kept.Id, cancellationToken);
        var facts = await merger.MergeAsync(db, act, kept.Id, dropped.Id, Records, cancellationToken);
        // The row is gone; what was read of it is still needed.
        db.Entry(dropped).State = EntityState.Detached;
        MergedFields.Take(kept, dropped, taken);
        kept.Carry(kept.CardNumber ?? dropped.CardNumber, kept.CvNumber ?? dropped.CvNumber);
        db.Touch(kept);
        await db.SaveChangesAsync(cancellationToken);
        var after = await ReadAsync(db, kept.Id, cancellationToken);
        return new CarriedMerge(facts, await DifferingAsync(db, before, after, cancellationToken), await DifferingAsync(db, after, before, cancellationToken));
    }

    /// <summary>How many rows, the record that stays included, are no more as the merge left them.</summary>
    public static async Task<int> CountChangedAsync(MembersDbContext db, MemberMerge merge, CancellationToken cancellationToken)
    {
        var current = await ReadAsync(db, merge.KeptMemberId, cancellationToken);
        var stands = await db.Database.SqlQuery<bool>($"""select {current}::jsonb @> {merge.ValuesAfter}::jsonb as "Value" """).SingleAsync(cancellationToken);
        return await PersonMerger.CountChangedAsync(db, merge.Id, cancellationToken) + (stands ? 0 : 1);
    }

    /// <summary>Puts everything back.</summary>
    public async Task UndoAsync(MembersDbContext db, MemberMerge merge, Member kept, CancellationToken cancellationToken)
    {
        db.Touch(kept);
        await db.SaveChangesAsync(cancellationToken);
        // First what it took, so that numbers are free for the record that comes back.
        await db.Database.ExecuteSqlAsync(
            $"""
            update members.member as kept
            set (full_name, birth_name, other_names, search_key, sort_key, sex, birth_date, birth_date_precision, citizen_id, ethnic_group, religion, native_place, birth_place, occupation,
                general_education, professional_level, political_theory, phone, email, card_number, cv_number)
                = (select full_name, birth_name, other_names, search_key, sort_key, sex, birth_date, birth_date_precision, citizen_id, ethnic_group, religion, native_place, birth_place, occupation,
                    general_education, professional_level, political_theory, phone, email, card_number, cv_number
                    from jsonb_populate_record(kept, {merge.ValuesBefore}::jsonb))
            where kept.province_id = {db.Province.Value} and kept.id = {kept.Id}
            """,
            cancellationToken);
        await PersonMerger.UndoAsync(db, merge.Id, cancellationToken);
        // What is wrong with a record follows its facts; that facts left a record it does not see.
        await db.Database.ExecuteSqlAsync($"select members.refresh_quality(array[{kept.Id}]::uuid[])", cancellationToken);
        await ReconsiderAsync(db, merge.KeptMemberId, merge.DroppedMemberId, cancellationToken);
    }

    /// <summary>Writes into the history what became of the facts.</summary>
    public Task TellAsync(
        MembersDbContext db, MemberMerge merge, Guid organizationId, bool isUndone, string reason, CancellationToken cancellationToken) =>
        merger.TellHistoryAsync(db, merge.Id, merge.KeptMemberId, organizationId, isUndone, reason, clock.GetUtcNow(), cancellationToken);

    // What is due about either record is told anew from the facts.
    private async Task ReconsiderAsync(MembersDbContext db, Guid kept, Guid dropped, CancellationToken cancellationToken)
    {
        var due = await db.Database
            .SqlQuery<DueItem>(
                $"""
                select kind as "Kind", subject_id as "SubjectId" from kernel.work_items
                where province_id = {db.Province.Value} and module = 'members' and member_id in ({kept}, {dropped})
                """)
            .ToListAsync(cancellationToken);
        foreach (var kind in due.GroupBy(item => item.Kind))
            workItems.Reconsider(kind.Key, [.. kind.Select(item => item.SubjectId).Append(kept).Append(dropped).Distinct()]);
    }

    private static Task<string> ReadAsync(MembersDbContext db, Guid id, CancellationToken cancellationToken) => db.Database
        .SqlQuery<string>(
            $"""select (to_jsonb(member) - array['version', 'name_key'])::text as "Value" from members.member as member where member.province_id = {db.Province.Value} and member.id = {id}""")
        .SingleAsync(cancellationToken);

    private static Task<string> DifferingAsync(MembersDbContext db, string values, string other, CancellationToken cancellationToken) => db.Database
        .SqlQuery<string>(
            $"""
            select coalesce(jsonb_object_agg(key, value), jsonb_build_object())::text as "Value"
            from jsonb_each({values}::jsonb) where value is distinct from {other}::jsonb -> key
            """)
        .SingleAsync(cancellationToken);

    private sealed record DueItem(string Kind, Guid SubjectId);
}
