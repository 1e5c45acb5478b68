using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Provinces;

namespace NamDinh.GrassrootsOversight.Overseers;

/// <summary>A committee member in charge of a cell (cấp ủy viên phụ trách chi bộ), OV-03.</summary>
internal sealed class Assignment : IProvinceOwned, IVersioned
{
    /// <inheritdoc />
    public ProvinceId ProvinceId { get; private set; }

    /// <summary>The identifier.</summary>
    public Guid Id { get; init; }

    /// <inheritdoc />
    public int Version { get; private set; }

    /// <summary>The committee member.</summary>
    public Guid OverseerId { get; init; }

    /// <summary>The cell.</summary>
    public Guid CellId { get; init; }

    /// <summary>The level of the committee.</summary>
    public OverseerLevel Level { get; init; }

    /// <summary>Number and symbol of the decision (số quyết định phân công).</summary>
    public string BasisNumber { get; init; } = "";

    /// <summary>The day of the decision.</summary>
    public DateOnly BasisDecidedOn { get; init; }

    /// <summary>The first day.</summary>
    public DateOnly FromOn { get; init; }

    /// <summary>The first day on which it holds no more; null while it holds.</summary>
    public DateOnly? ToOn { get; private set; }

    /// <summary>How many visits a quarter are asked for, by the policy of the first day.</summary>
    public int VisitsAQuarter { get; init; }

    /// <summary>Whether it holds on a day.</summary>
    public bool HoldsOn(DateOnly day) => FromOn <= day && (ToOn is null || day < ToOn);

    /// <summary>It ends; where it has not begun yet, with its first day.</summary>
    public void End(DateOnly on) => ToOn = on < FromOn ? FromOn : on;
}

/// <summary>The level of the committee to which an overseer belongs.</summary>
internal enum OverseerLevel
{
    /// <summary>The provincial committee (tỉnh ủy viên).</summary>
    Province,

    /// <summary>A committee directly above grassroots organizations (cấp ủy cấp trên trực tiếp cơ sở).</summary>
    Superior,

    /// <summary>A grassroots committee (cấp ủy cơ sở).</summary>
    Grassroots,
}
