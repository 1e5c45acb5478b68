using Modular.Kernel.Provinces;
using Modular.Members.Memberships;

namespace Modular.Members.Records;

/// <summary>A line in one of the tables of the member sheet.</summary>
internal abstract class RecordEntry : IMemberFact
{
    /// <inheritdoc />
    public ProvinceId ProvinceId { get; private set; }

    /// <inheritdoc />
    public Guid Id { get; init; }

    /// <inheritdoc />
    public Guid MemberId { get; init; }
}

/// <summary>A line that holds for a period, of which no two of a table may overlap.</summary>
internal interface IExclusivePeriod
{
    /// <summary>The first day.</summary>
    DateOnly BeganOn { get; }

    /// <summary>The last day; null while it goes on.</summary>
    DateOnly? EndedOn { get; }
}
