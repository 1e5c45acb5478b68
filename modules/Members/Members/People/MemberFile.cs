using Modular.Members.Cards;
using Modular.Members.Cells;
using Modular.Members.Flags;
using Modular.Members.Memberships;

namespace Modular.Members.People;

/// <summary>A person with the dated facts in force: what the rules look at before anything is changed (hồ sơ đảng viên).</summary>
internal sealed class MemberFile
{
    /// <summary>The person.</summary>
    public required Member Member { get; init; }

    /// <summary>The present or last membership; null for who never was a member.</summary>
    public Membership? Membership { get; set; }

    /// <summary>The status in force.</summary>
    public required StatusPeriod Status { get; set; }

    /// <summary>The cell to which the person belongs; null for who has left the Party.</summary>
    public CellAssignment? Cell { get; set; }

    /// <summary>The card in force.</summary>
    public PartyCard? Card { get; set; }

    /// <summary>The CV number in force.</summary>
    public CvNumberPeriod? CvNumber { get; set; }

    /// <summary>The flags that are set today or will be.</summary>
    public required List<FlagPeriod> Flags { get; init; }

    /// <summary>The beginnings of the facts that end when the person leaves: none can end before the day after it began.</summary>
    public IEnumerable<DateOnly> Beginnings =>
    [
        Status.Valid.LowerBound,
        .. Cell is null ? [] : (DateOnly[])[Cell.Valid.LowerBound],
        .. Card is null ? [] : (DateOnly[])[Card.Valid.LowerBound],
        .. Flags.Select(flag => flag.Valid.LowerBound),
    ];
}
