using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Provinces;

namespace Modular.Members.Badges;

/// <summary>A round of awards (đợt tặng Huy hiệu Đảng): what grassroots organizations propose for one award day, and the province decides (MEM-44).</summary>
internal sealed class BadgeRound : IProvinceOwned, IVersioned
{
    /// <inheritdoc />
    public ProvinceId ProvinceId { get; private set; }

    /// <summary>The identifier.</summary>
    public Guid Id { get; init; }

    /// <inheritdoc />
    public int Version { get; private set; }

    /// <summary>The award day (ngày trao tặng): 3/2, 19/5, 2/9, 7/11 or another great day.</summary>
    public DateOnly AwardDay { get; init; }

    /// <summary>The organization that opens and decides it: the province's Party organization.</summary>
    public Guid OrganizationId { get; init; }

    /// <summary>Where it stands.</summary>
    public BadgeRoundState State { get; private set; }

    /// <summary>Number and symbol of the province's decision (số quyết định).</summary>
    public string? DecisionNumber { get; private set; }

    /// <summary>Date of the decision.</summary>
    public DateOnly? DecidedOn { get; private set; }

    /// <summary>Notes that the province decided.</summary>
    public void Decide(string? number, DateOnly decidedOn)
    {
        State = BadgeRoundState.Decided;
        DecisionNumber = number;
        DecidedOn = decidedOn;
    }
}

/// <summary>Where a round stands.</summary>
internal enum BadgeRoundState
{
    /// <summary>Proposals come in and are checked (đang đề nghị, thẩm định).</summary>
    Open,

    /// <summary>The province has decided (đã quyết định).</summary>
    Decided,
}
