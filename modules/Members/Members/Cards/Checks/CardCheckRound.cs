using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Provinces;

namespace Modular.Members.Cards.Checks;

/// <summary>A round in which all Party cards are looked at and stamped (đợt kiểm tra kỹ thuật thẻ đảng viên, MEM-15).</summary>
internal sealed class CardCheckRound : IProvinceOwned, IVersioned
{
    /// <inheritdoc />
    public ProvinceId ProvinceId { get; private set; }

    /// <summary>The identifier.</summary>
    public Guid Id { get; init; }

    /// <inheritdoc />
    public int Version { get; private set; }

    /// <summary>Which round it is (lần kiểm tra thứ): 1, 2, 3 …</summary>
    public int Ordinal { get; init; }

    /// <summary>The day as of which cards are counted (mốc kiểm tra).</summary>
    public DateOnly CheckedOn { get; init; }

    /// <summary>The province's Party organization, which directs and checks (MEM-12).</summary>
    public Guid OrganizationId { get; init; }

    /// <summary>Where it stands.</summary>
    public CardCheckRoundState State { get; set; }
}

/// <summary>Where a round stands.</summary>
internal enum CardCheckRoundState
{
    /// <summary>Cells send what they saw (đang kiểm tra).</summary>
    Open,

    /// <summary>The figures are final (đã kết thúc).</summary>
    Closed,
}
