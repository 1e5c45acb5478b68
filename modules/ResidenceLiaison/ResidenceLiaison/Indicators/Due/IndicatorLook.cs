using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Provinces;

namespace Modular.ResidenceLiaison.Indicators.Due;

/// <summary>How far the cells of the province were looked at on a day of the policy.</summary>
internal sealed class IndicatorLook : IProvinceOwned
{
    /// <inheritdoc />
    public ProvinceId ProvinceId { get; private set; }

    /// <summary>The day of the policy on which it was due.</summary>
    public DateOnly DueOn { get; init; }

    /// <summary>The year whose comments and meetings are looked at.</summary>
    public int Year { get; init; }

    /// <summary>The last cell that was looked at, in the order of their identifiers.</summary>
    public Guid ReachedCellId { get; private set; }

    /// <summary>How many cells were looked at.</summary>
    public int Cells { get; private set; }

    /// <summary>The day on which the last cell was looked at.</summary>
    public DateOnly? DoneOn { get; private set; }

    /// <summary>These cells were looked at, in the order of their identifiers.</summary>
    public void Reach(IReadOnlyList<Guid> cells) => (ReachedCellId, Cells) = (cells[^1], Cells + cells.Count);

    /// <summary>There is no further cell.</summary>
    public void Finish(DateOnly on) => DoneOn = on;
}
