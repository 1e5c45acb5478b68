using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Postgres.Entities;
using Modular.Members.Data;

namespace Modular.Members.Movement;

/// <summary>
/// Reckons the report from the facts. Opening and closing are the headcounts of two days; the movements are those members of whom a status, an
/// assignment or the place of their cell in the tree began or ended in the period, compared with the day before.
/// </summary>
internal sealed class MovementFigures(MembersDbContext db)
{
    /// <summary>The report of each organization; none where the period ends before it begins.</summary>
    public async Task<IReadOnlyDictionary<Guid, MovementReport>> ReportAsync(
        IReadOnlyList<Guid> organizations, DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        if (to < from)
            return new Dictionary<Guid, MovementReport>();
        Guid[] asked = [.. organizations.Distinct()];
        var opening = await CountAsync(asked, from.AddDays(-1), cancellationToken);
        var closing = await CountAsync(asked, to, cancellationToken);
        var moved = (await MovementSql.Count(db, asked, from, to).ToListAsync(cancellationToken)).ToLookup(row => row.Key);
        return asked.ToDictionary(id => id, id => Report([.. moved[id]], opening.GetValueOrDefault(id), closing.GetValueOrDefault(id)));
    }

    /// <summary>Who stands behind a line, by organization.</summary>
    public async Task<IReadOnlyDictionary<Guid, IReadOnlyList<MovementEntry>>> EntriesAsync(
        IReadOnlyList<Guid> organizations, DateOnly from, DateOnly to, MovementLine line, int first, int skip, CancellationToken cancellationToken)
    {
        if (to < from)
            return new Dictionary<Guid, IReadOnlyList<MovementEntry>>();
        Guid[] asked = [.. organizations.Distinct()];
        var found = (await MovementSql.List(db, asked, from, to, EnumText.Of(line), first, skip).ToListAsync(cancellationToken)).ToLookup(row => row.Key);
        return asked.ToDictionary(
            id => id,
            IReadOnlyList<MovementEntry> (id) => [.. found[id].Select(row => new MovementEntry(row.Day, line, row.MemberId, row.FromCell, row.ToCell))]);
    }

    private async Task<Dictionary<Guid, int>> CountAsync(Guid[] asked, DateOnly day, CancellationToken cancellationToken) =>
        (await MovementSql.Standing(db, asked, day).ToListAsync(cancellationToken)).ToDictionary(row => row.Key, row => row.Count);

    private static MovementReport Report(List<MovementCount> moved, int opening, int closing)
    {
        int Of(MovementLine line) => moved.Where(row => row.Line == EnumText.Of(line)).Sum(row => row.Count);
        return new MovementReport(
            opening,
            Enum.GetValues<MovementLine>().Where(line => line < MovementLine.Deceased).Sum(Of),
            Of(MovementLine.Admitted),
            Of(MovementLine.MovedInFromOutside),
            Of(MovementLine.MovedInWithin),
            Of(MovementLine.Restored),
            Of(MovementLine.JoinedByReorganization),
            Of(MovementLine.OtherIncrease),
            Enum.GetValues<MovementLine>().Where(line => line >= MovementLine.Deceased).Sum(Of),
            Of(MovementLine.Deceased),
            Of(MovementLine.Expelled),
            Of(MovementLine.NameRemoved),
            moved.Where(row => row.Line == EnumText.Of(MovementLine.NameRemoved)).Sum(row => row.Probationary),
            Of(MovementLine.LeftOnRequest),
            Of(MovementLine.MovedOutOfTheProvince),
            Of(MovementLine.MovedOutWithin),
            Of(MovementLine.LeftByReorganization),
            Of(MovementLine.OtherDecrease),
            closing);
    }
}
