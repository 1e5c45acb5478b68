using Modular.Kernel.Provinces;
using Modular.Members.Contracts;
using Modular.Members.Memberships;
using NpgsqlTypes;

namespace Modular.Members.Flags;

/// <summary>A period in which a flag was set on a member. Periods of different flags overlap freely.</summary>
internal sealed class FlagPeriod : IDatedFact
{
    /// <inheritdoc />
    public ProvinceId ProvinceId { get; private set; }

    /// <summary>The identifier.</summary>
    public Guid Id { get; init; }

    /// <summary>The member.</summary>
    public Guid MemberId { get; init; }

    /// <summary>The flag.</summary>
    public MembershipFlag Flag { get; init; }

    /// <summary>The days on which it is set.</summary>
    public NpgsqlRange<DateOnly> Valid { get; set; }

    /// <inheritdoc />
    public DateOnly? FirstDay { get; private set; }

    /// <summary>Number and symbol of the decision.</summary>
    public string? DecisionNumber { get; init; }

    /// <summary>Date of the decision.</summary>
    public DateOnly? DecidedOn { get; init; }

    /// <summary>Why, in short.</summary>
    public string? Reason { get; init; }
}
