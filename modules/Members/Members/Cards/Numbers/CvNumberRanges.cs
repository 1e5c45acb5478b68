using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Organizations;
using Modular.Kernel.Postgres.Entities;
using Modular.Members.Data;

namespace Modular.Members.Cards.Numbers;

/// <summary>The ranges from which the members of some cells receive numbers: those of the organizations above each cell, the nearest first.</summary>
internal sealed class CvNumberRanges
{
    private const int AtOnce = 200;
    private readonly IReadOnlyList<CvNumberRange> all;
    private readonly IReadOnlyDictionary<Guid, CvNumberRange[]> above;

    private CvNumberRanges(IReadOnlyList<CvNumberRange> all, IReadOnlyDictionary<Guid, CvNumberRange[]> above) => (this.all, this.above) = (all, above);

    public static async Task<CvNumberRanges> ReadAsync(
        MembersDbContext db, IOrganizationTree tree, IReadOnlyCollection<Guid> cells, CancellationToken cancellationToken)
    {
        var all = await db.CvNumberRanges.OrderBy(row => row.Letters).ThenBy(row => row.First).ToListAsync(cancellationToken);
        var places = await tree.FindAsync([.. cells.Concat(all.Select(range => range.OrganizationId)).Distinct()], db.Today, cancellationToken);
        return new CvNumberRanges(all, cells.ToDictionary(cell => cell, Above));

        CvNumberRange[] Above(Guid cell) => places.GetValueOrDefault(cell)?.Path is not { } path
            ? []
            : [.. from range in all
                  let top = places.GetValueOrDefault(range.OrganizationId)?.Path
                  where top is not null && path.StartsWith(top, StringComparison.Ordinal)
                  orderby top.Length descending, range.First
                  select range];
    }

    /// <summary>Whether the number was assigned to an organization that does not stand above the cell.</summary>
    public bool BelongsToAnother(string number, Guid cell) => all.FirstOrDefault(range => range.Holds(number)) is { } range && !above[cell].Contains(range);

    /// <summary>The next number for a member of a cell that nobody ever bore; null where none is left. Who asks at the same time waits for the range's row, and begins again.</summary>
    public async Task<string?> NextAsync(MembersDbContext db, Guid cell, CancellationToken cancellationToken)
    {
        foreach (var range in above[cell])
        {
            while (range.LastGiven < range.Last)
            {
                var next = Enumerable.Range(range.LastGiven + 1, Math.Min(AtOnce, range.Last - range.LastGiven)).ToArray();
                var written = next.Select(range.Write).ToArray();
                var borne = await db.CvNumbers.IgnoreQueryFilters([ModuleDbContext.ScopeFilter])
                    .Where(given => written.Contains(given.Number)).Select(given => given.Number).ToListAsync(cancellationToken);
                var free = Array.FindIndex(written, number => !borne.Contains(number));
                range.LastGiven = free < 0 ? next[^1] : next[free];
                if (free >= 0)
                    return written[free];
            }
        }

        return null;
    }
}
