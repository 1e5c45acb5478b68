using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Provinces;

namespace Modular.Members.Headcounts;

/// <summary>
/// How many people stood on the list of a cell from a day on, until the next row: the counted membership (đảng số). The database
/// keeps it true by triggers on statuses and assignments; nothing else writes it. Temporary members are counted at home (MEM-29).
/// </summary>
internal sealed class Headcount : IProvinceOwned
{
    /// <inheritdoc />
    public ProvinceId ProvinceId { get; private set; }

    /// <summary>The cell.</summary>
    public Guid OrganizationId { get; private set; }

    /// <summary>The first day of these numbers.</summary>
    public DateOnly FirstDay { get; private set; }

    /// <summary>The first day of the next numbers; null where these hold until now.</summary>
    public DateOnly? NextDay { get; private set; }

    /// <summary>Official members (đảng viên chính thức).</summary>
    public int Official { get; private set; }

    /// <summary>Probationary members (đảng viên dự bị).</summary>
    public int Probationary { get; private set; }

    /// <summary>Applicants (người xin vào Đảng).</summary>
    public int Applicants { get; private set; }

    /// <summary>Sympathizers (quần chúng ưu tú).</summary>
    public int Sympathizers { get; private set; }
}
