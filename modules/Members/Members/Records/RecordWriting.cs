using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Policies;
using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Results;
using Modular.Members.Data;
using Modular.Members.People;

namespace Modular.Members.Records;

/// <summary>
/// Writes changes of a member sheet into the record, by whatever act they came: an officer's, a supplement slip, a request of the member. Whoever calls has found the member by the
/// version that was read and raises it, so that no two changes of one record run beside each other.
/// </summary>
internal sealed class RecordWriting(IPolicies policies)
{
    /// <summary>Changes the record in the running change; nothing may be committed where problems come back.</summary>
    /// <param name="db">The context of the running change.</param>
    /// <param name="member">Whose record.</param>
    /// <param name="changes">What is changed.</param>
    /// <param name="path">Where the changes stand in the input.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<IReadOnlyList<Problem>> ApplyAsync(
        MembersDbContext db, Member member, RecordChangesInput changes, string path, CancellationToken cancellationToken)
    {
        var policy = await policies.InForceOnAsync<RecordPolicy>(db.Today, cancellationToken);
        var frame = new EntryFrame(member.BirthDate, db.Today, policy.LeastMonthsAbroad);
        var record = await OpenAsync(db, member, cancellationToken);
        changes.Particulars?.WriteTo(record);
        return
        [
            .. changes.Particulars?.Check(record, frame.BirthDate, frame.Today, $"{path}.particulars") ?? [],
            .. await ApplyAsync(db, member, changes.Admissions, $"{path}.admissions", cancellationToken),
            .. await ApplyAsync(db.Career, member, changes.Career, frame, $"{path}.career", cancellationToken),
            .. await ApplyAsync(db.Trainings, member, changes.Trainings, frame, $"{path}.trainings", cancellationToken),
            .. await ApplyAsync(db.Honours, member, changes.Honours, frame, $"{path}.honours", cancellationToken),
            .. await ApplyAsync(db.TripsAbroad, member, changes.TripsAbroad, frame, $"{path}.tripsAbroad", cancellationToken),
            .. await ApplyAsync(db.ForeignTies, member, changes.ForeignTies, frame, $"{path}.foreignTies", cancellationToken),
            .. await ApplyAsync(db.Family, member, changes.Family, frame, $"{path}.family", cancellationToken),
        ];
    }

    private static async Task<MemberRecord> OpenAsync(MembersDbContext db, Member member, CancellationToken cancellationToken)
    {
        var record = await db.Records.IgnoreQueryFilters([ModuleDbContext.ScopeFilter]).SingleOrDefaultAsync(row => row.Id == member.Id, cancellationToken);
        if (record is not null)
            return record;
        record = new MemberRecord { Id = member.Id, OrganizationId = member.OrganizationId };
        db.Records.Add(record);
        return record;
    }

    private static async Task<IReadOnlyList<Problem>> ApplyAsync(
        MembersDbContext db, Member member, IReadOnlyList<AdmissionDetailInput>? admissions, string path, CancellationToken cancellationToken)
    {
        if (admissions is null)
            return [];
        var ordinals = await Of(db.Memberships, member.Id).Select(row => row.Ordinal).ToListAsync(cancellationToken);
        var known = await Of(db.AdmissionDetails, member.Id).ToDictionaryAsync(row => row.Ordinal, cancellationToken);
        var problems = new List<Problem>();
        for (var index = 0; index < admissions.Count; index++)
        {
            var input = admissions[index];
            problems.AddRange(input.Check($"{path}.{index}"));
            if (!ordinals.Remove(input.Ordinal))
            {
                problems.Add(new NotFound("Membership") { Field = $"{path}.{index}.ordinal" });
                continue;
            }

            var detail = known.GetValueOrDefault(input.Ordinal);
            if (detail is null)
                db.AdmissionDetails.Add(detail = new AdmissionDetail { Id = Guid.CreateVersion7(), MemberId = member.Id, Ordinal = input.Ordinal });
            input.WriteTo(detail);
        }

        return problems;
    }

    private static async Task<IReadOnlyList<Problem>> ApplyAsync<TEntry, TInput>(
        DbSet<TEntry> table, Member member, IEntryChanges<TInput>? changes, EntryFrame frame, string path, CancellationToken cancellationToken)
        where TEntry : RecordEntry, new()
        where TInput : IEntryInput<TEntry>
    {
        if (changes is null)
            return [];
        var entries = await Of(table, member.Id).ToDictionaryAsync(row => row.Id, cancellationToken);
        List<Problem> problems = [.. Remove(table, entries, changes.Remove ?? [], path), .. Put(table, entries, member.Id, changes.Put ?? [], frame, path)];
        if (entries.Count > IEntryChanges<TInput>.Most)
            problems.Add(TooMany(IEntryChanges<TInput>.Most, path));
        if (problems.Count == 0 && EntryRules.Overlap(entries.Values.OfType<IExclusivePeriod>()) is var (earlier, later))
            problems.Add(new PeriodsOverlap(earlier.BeganOn, later.BeganOn) { Field = $"{path}.put" });
        return problems;
    }

    private static List<Problem> Remove<TEntry>(DbSet<TEntry> table, Dictionary<Guid, TEntry> entries, IReadOnlyList<Guid> removed, string path)
        where TEntry : RecordEntry
    {
        var problems = new List<Problem>();
        for (var index = 0; index < removed.Count; index++)
        {
            if (entries.Remove(removed[index], out var entry))
                table.Remove(entry);
            else
                problems.Add(new NotFound(typeof(TEntry).Name) { Field = $"{path}.remove.{index}" });
        }

        return problems;
    }

    private static List<Problem> Put<TEntry, TInput>(
        DbSet<TEntry> table, Dictionary<Guid, TEntry> entries, Guid memberId, IReadOnlyList<TInput> put, EntryFrame frame, string path)
        where TEntry : RecordEntry, new()
        where TInput : IEntryInput<TEntry>
    {
        var problems = new List<Problem>();
        for (var index = 0; index < put.Count; index++)
        {
            var place = $"{path}.put.{index}";
            List<Problem> found = [.. put[index].Check(frame, place)];
            TEntry? entry = null;
            if (put[index].Id is { } id && !entries.TryGetValue(id, out entry))
                found.Add(new NotFound(typeof(TEntry).Name) { Field = $"{place}.id" });
            problems.AddRange(found);
            if (found.Count > 0)
                continue;
            if (entry is null)
            {
                entry = new TEntry { Id = Guid.CreateVersion7(), MemberId = memberId };
                entries.Add(entry.Id, entry);
                table.Add(entry);
            }

            put[index].WriteTo(entry);
        }

        return problems;
    }

    private static InvalidInput TooMany(int most, string path) =>
        new(new LocalizedText($"Mỗi bảng có tối đa {most} dòng.", $"A table holds at most {most} lines.")) { Field = path };

    // Whoever may change the record has been found to reach the member, so the scope needs not be asked again.
    private static IQueryable<TFact> Of<TFact>(DbSet<TFact> facts, Guid memberId)
        where TFact : class, Memberships.IMemberFact =>
        facts.IgnoreQueryFilters([ModuleDbContext.ScopeFilter]).Where(row => row.MemberId == memberId);
}
