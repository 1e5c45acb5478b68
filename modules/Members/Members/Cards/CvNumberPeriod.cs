using Modular.Kernel.Provinces;
using Modular.Members.Memberships;
using NpgsqlTypes;

namespace Modular.Members.Cards;

/// <summary>A CV number (số lý lịch) with the period in which the member bore it (MEM-10).</summary>
internal sealed class CvNumberPeriod : IDatedFact
{
    /// <inheritdoc />
    public ProvinceId ProvinceId { get; private set; }

    /// <summary>The identifier.</summary>
    public Guid Id { get; init; }

    /// <summary>The member.</summary>
    public Guid MemberId { get; init; }

    /// <summary>The number, 6 digits and 2 or 3 letters that mark the provincial committee.</summary>
    public string Number { get; init; } = "";

    /// <summary>The days on which it was in force.</summary>
    public NpgsqlRange<DateOnly> Valid { get; set; }

    /// <inheritdoc />
    public DateOnly? FirstDay { get; private set; }
}
