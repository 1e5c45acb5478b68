using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Provinces;

namespace Modular.ResidenceLiaison.Statistics;

/// <summary>
/// That a member counts in a year by a letter that is over, or by letters of several cells. The database keeps it true by triggers on introductions; nothing else writes it.
/// </summary>
internal sealed class LetterPast : IProvinceOwned
{
    /// <inheritdoc />
    public ProvinceId ProvinceId { get; private set; }

    /// <summary>The member's own cell at the time.</summary>
    public Guid CellId { get; private set; }

    /// <summary>The year.</summary>
    public int Year { get; private set; }

    /// <summary>The member.</summary>
    public Guid MemberId { get; private set; }

    /// <summary>Whether no letter of the cell that covers the year holds still.</summary>
    public bool IsOver { get; private set; }

    /// <summary>Whether letters of other cells cover the year too, so that organizations above count the member once.</summary>
    public bool IsShared { get; private set; }
}
