using Microsoft.EntityFrameworkCore;
using Modular.Members.Data;

namespace Modular.Members.Transfers.BetweenProvinces;

/// <summary>A paper from another province with its boxes.</summary>
/// <param name="Arrival">The paper.</param>
/// <param name="Boxes">The boxes in order.</param>
/// <param name="Field">Where it stands in the input.</param>
internal sealed record ArrivalPaper(Arrival Arrival, List<ArrivalBox> Boxes, string Field)
{
    /// <summary>The boxes that committees here have not signed, in order.</summary>
    public List<ArrivalBox> Unsigned => Boxes.FindAll(box => box.SignedOn is null);

    /// <summary>The latest day on the paper: nothing that follows is earlier.</summary>
    public DateOnly LatestDay => Boxes.Select(box => box.SignedOn ?? Arrival.IntroducedOn).Append(Arrival.IntroducedOn).Max();

    /// <summary>
    /// Lays out the way down to where the paper goes. What was signed stays, also where the paper was directed elsewhere since; boxes that nobody signed are those of the new way.
    /// </summary>
    /// <param name="db">The context of the running change.</param>
    /// <param name="way">The committees that sign, in order.</param>
    public void LayOut(MembersDbContext db, IReadOnlyList<Guid> way)
    {
        var unsigned = Unsigned;
        var toSign = way.Where(stop => !Boxes.Exists(box => box.SignedOn is not null && box.OrganizationId == stop)).ToList();
        foreach (var (box, stop) in unsigned.Zip(toSign))
            box.PassTo(stop);
        foreach (var stop in toSign.Skip(unsigned.Count))
            Add(db, stop);
        foreach (var superfluous in unsigned.Skip(toSign.Count))
        {
            Boxes.Remove(superfluous);
            db.ArrivalBoxes.Remove(superfluous);
        }
    }

    /// <summary>Adds an empty box at the end.</summary>
    public ArrivalBox Add(MembersDbContext db, Guid organizationId)
    {
        var box = ArrivalBox.Of(Arrival.Id, Boxes.Count + 1, organizationId);
        Boxes.Add(box);
        db.ArrivalBoxes.Add(box);
        return box;
    }

    /// <summary>Papers with their boxes.</summary>
    public static async Task<List<ArrivalPaper>> ReadAsync(MembersDbContext db, IReadOnlyList<OpenedArrival> opened, CancellationToken cancellationToken)
    {
        var ids = opened.Select(one => one.Arrival.Id).ToArray();
        var boxes = (await db.ArrivalBoxes.Where(row => ids.Contains(row.ArrivalId)).ToListAsync(cancellationToken)).ToLookup(row => row.ArrivalId);
        return [.. opened.Select(one => new ArrivalPaper(one.Arrival, [.. boxes[one.Arrival.Id].OrderBy(box => box.Ordinal)], one.Field))];
    }
}
