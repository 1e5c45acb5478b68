using Modular.Kernel.Provinces;
using Modular.Members.Contracts;
using NpgsqlTypes;

namespace Modular.Members.Memberships;

/// <summary>A period in which a person had one status (diễn biến đảng tịch); the periods of a person never overlap.</summary>
internal sealed class StatusPeriod : IDatedFact
{
    /// <inheritdoc />
    public ProvinceId ProvinceId { get; private set; }

    /// <summary>The identifier.</summary>
    public Guid Id { get; init; }

    /// <summary>The person.</summary>
    public Guid MemberId { get; init; }

    /// <summary>The status.</summary>
    public MembershipStatus Status { get; init; }

    /// <summary>The days on which it held.</summary>
    public NpgsqlRange<DateOnly> Valid { get; set; }

    /// <inheritdoc />
    public DateOnly? FirstDay { get; private set; }

    /// <summary>Number and symbol of the decision that began it (số quyết định).</summary>
    public string? DecisionNumber { get; init; }

    /// <summary>Date of the decision.</summary>
    public DateOnly? DecidedOn { get; init; }

    /// <summary>Who decided (cấp quyết định).</summary>
    public string? DecidedBy { get; init; }

    /// <summary>Grounds, in short (lý do).</summary>
    public string? Reason { get; init; }
}
