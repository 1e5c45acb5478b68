using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Provinces;

namespace Modular.Members.Quality;

/// <summary>
/// What is wrong with the record of a person, and which papers their file holds. The database keeps it true by triggers on the record's tables; nothing else writes it. What time alone brings is told from the days that
/// stand here when it is asked for.
/// </summary>
internal sealed class MemberQuality : IProvinceOwned
{
    /// <inheritdoc />
    public ProvinceId ProvinceId { get; private set; }

    /// <summary>The person.</summary>
    public Guid Id { get; private set; }

    /// <summary>The person's cell.</summary>
    public Guid OrganizationId { get; private set; }

    /// <summary>Whether the person is a probationary or official member; of others no record is asked for.</summary>
    public bool IsMember { get; private set; }

    /// <summary>The findings that do not depend on the day.</summary>
    public string[] Findings { get; private set; } = [];

    /// <summary>The day of joining.</summary>
    public DateOnly? JoinedOn { get; private set; }

    /// <summary>Whether the person is on probation.</summary>
    public bool IsProbationary { get; private set; }

    /// <summary>Since when the temporary residence in force holds.</summary>
    public DateOnly? TemporaryResidenceSince { get; private set; }

    /// <summary>The latest year of which a supplement slip is in.</summary>
    public int? LastSlipYear { get; private set; }

    /// <summary>The kinds of papers that the file holds (MEM-07), each by the bit that <c>members.paper_bit</c> gives it.</summary>
    public long Papers { get; private set; }
}
