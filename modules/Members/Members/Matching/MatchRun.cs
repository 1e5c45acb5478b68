using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Provinces;

namespace Modular.Members.Matching;

/// <summary>A list from elsewhere, such as the national export, that was compared with the register (đợt đối chiếu). It is made by an import, whose identifier it has.</summary>
internal sealed class MatchRun : IProvinceOwned, IVersioned
{
    /// <inheritdoc />
    public ProvinceId ProvinceId { get; private set; }

    /// <summary>The identifier: that of the import that brought the list.</summary>
    public Guid Id { get; init; }

    /// <inheritdoc />
    public int Version { get; private set; }

    /// <summary>Whether it is still worked on.</summary>
    public MatchRunState State { get; private set; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset MadeAt { get; private set; }

    /// <summary>Who made it.</summary>
    public string MadeBy { get; private set; } = "";

    /// <summary>How many members of the register were compared.</summary>
    public int MembersCompared { get; private set; }

    /// <summary>When it was closed; null while it is worked on.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>Who closed it.</summary>
    public string? ClosedBy { get; private set; }

    /// <summary>Why it was closed.</summary>
    public string? ClosedBecause { get; private set; }

    /// <summary>Ends the work on it.</summary>
    public void Close(DateTimeOffset now, string by, string because) =>
        (State, ClosedAt, ClosedBy, ClosedBecause) = (MatchRunState.Closed, now, by, because);
}

/// <summary>Whether a match run is still worked on.</summary>
internal enum MatchRunState
{
    /// <summary>Its rows are decided (đang xử lý).</summary>
    Open,

    /// <summary>It is over; what its rows said of persons is taken out, the figures stay (đã kết thúc).</summary>
    Closed,
}
