using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Provinces;

namespace Modular.ResidenceLiaison.Statistics;

/// <summary>
/// What an organization reported of a year (số liệu báo cáo năm), for itself and all below it. Figures of a year are flows: somebody who was introduced and left within it counts, so that there may be more than the
/// organization has members. They are kept as they were reported.
/// </summary>
internal sealed class YearFigure : IProvinceOwned
{
    /// <inheritdoc />
    public ProvinceId ProvinceId { get; private set; }

    /// <summary>The identifier.</summary>
    public Guid Id { get; private set; }

    /// <summary>The organization that reported.</summary>
    public Guid OrganizationId { get; private set; }

    /// <summary>The year.</summary>
    public int Year { get; private set; }

    /// <summary>How many members were introduced and active at their residence in the year (đã giới thiệu).</summary>
    public int Introduced { get; private set; }

    /// <summary>How many of them the residence commended (được biểu dương).</summary>
    public int Commended { get; private set; }

    /// <summary>How many of them the residence reminded or criticised (bị nhắc nhở, phê bình).</summary>
    public int Warned { get; private set; }

    /// <summary>The report from which it is; that the year was closed by the register where none was made.</summary>
    public string? Source { get; private set; }

    /// <summary>Keeps what the register says of a year. Whom somebody judged without a letter of the year counts as introduced.</summary>
    public static YearFigure Close(Guid organizationId, LiaisonYear year) => new()
    {
        Id = Guid.CreateVersion7(),
        OrganizationId = organizationId,
        Year = year.Year,
        Introduced = Math.Max(year.Introduced, year.Commended + year.Warned),
        Commended = year.Commended,
        Warned = year.Warned,
        Source = "Chốt từ hệ thống",
    };
}
