using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Postgres.Imports;
using Modular.Members.Contracts;
using Modular.Members.Data;
using Modular.Members.Memberships;
using Modular.Members.People;

namespace Modular.Members.Imports;

/// <summary>Reads the files of members whom a list names, so that the rules of single acts judge its rows.</summary>
internal static class FilesOfMembers
{
    // So many files are looked at together.
    private const int AtOnce = 2_000;

    /// <summary>What stands against rows, by their files; a few thousand are read at a time, each kind of fact by one query.</summary>
    /// <param name="run">The import.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="memberOf">Whom a row names.</param>
    /// <param name="against">What stands against a row.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async Task<IReadOnlyList<RowFault>> CheckAsync<TRow>(
        ImportRun run, IReadOnlyList<TRow> rows, Func<TRow, Guid> memberOf, Func<TRow, MemberFile, IEnumerable<RowFault>> against, CancellationToken cancellationToken)
    {
        var faults = new List<RowFault>();
        foreach (var part in rows.Chunk(AtOnce))
        {
            var files = await ReadAsync(run, [.. part.Select(memberOf).Distinct()], cancellationToken);
            faults.AddRange(part.SelectMany(row => against(row, files[memberOf(row)])));
        }

        return faults;
    }

    private static async Task<Dictionary<Guid, MemberFile>> ReadAsync(ImportRun run, Guid[] ids, CancellationToken cancellationToken)
    {
        var db = run.Services.GetRequiredService<MembersDbContext>();
        var today = run.Today;
        var members = await MembersByNumber.ReadAsync(run, ids, cancellationToken);
        var memberships = (await Of(db.Memberships, ids).ToListAsync(cancellationToken)).ToLookup(row => row.MemberId);
        var statuses = await Of(db.Statuses, ids).Where(row => row.Valid.UpperBoundInfinite).ToDictionaryAsync(row => row.MemberId, cancellationToken);
        var cells = await Of(db.Assignments, ids).Where(row => row.Kind == AssignmentKind.Official && row.Valid.UpperBoundInfinite)
            .ToDictionaryAsync(row => row.MemberId, cancellationToken);
        var cards = await Of(db.Cards, ids).Where(row => row.Valid.UpperBoundInfinite).ToDictionaryAsync(row => row.MemberId, cancellationToken);
        var numbers = await Of(db.CvNumbers, ids).Where(row => row.Valid.UpperBoundInfinite).ToDictionaryAsync(row => row.MemberId, cancellationToken);
        var flags = (await Of(db.Flags, ids).Where(row => row.Valid.UpperBoundInfinite || row.Valid.UpperBound > today).ToListAsync(cancellationToken)).ToLookup(row => row.MemberId);
        return members.ToDictionary(
            pair => pair.Key,
            pair => new MemberFile
            {
                Member = pair.Value,
                Membership = memberships[pair.Key].MaxBy(row => row.Ordinal),
                Status = statuses[pair.Key],
                Cell = cells.GetValueOrDefault(pair.Key),
                Card = cards.GetValueOrDefault(pair.Key),
                CvNumber = numbers.GetValueOrDefault(pair.Key),
                Flags = [.. flags[pair.Key]],
            });
    }

    private static IQueryable<TFact> Of<TFact>(DbSet<TFact> facts, Guid[] ids)
        where TFact : class, IMemberFact =>
        facts.IgnoreQueryFilters([ModuleDbContext.ScopeFilter]).AsNoTracking().Where(row => ids.Contains(row.MemberId));
}
