using Modular.Kernel.Provinces;
using Modular.Members.Memberships;

namespace Modular.Members.Cards.Checks;

/// <summary>What was seen of a member's card in a round (kết quả kiểm tra thẻ, MEM-15).</summary>
internal sealed class CardCheck : IMemberFact
{
    /// <inheritdoc />
    public ProvinceId ProvinceId { get; private set; }

    /// <inheritdoc />
    public Guid Id { get; init; }

    /// <inheritdoc />
    public Guid MemberId { get; init; }

    /// <summary>The round.</summary>
    public Guid RoundId { get; init; }

    /// <summary>What was found.</summary>
    public CardFinding Finding { get; set; }

    /// <summary>The day on which the card was looked at.</summary>
    public DateOnly CheckedOn { get; set; }

    /// <summary>Why the card was not stamped, in short.</summary>
    public string? Remark { get; set; }
}

/// <summary>What was found of a card.</summary>
internal enum CardFinding
{
    /// <summary>It was in order and was stamped (đã đóng dấu kỹ thuật).</summary>
    Stamped,

    /// <summary>It is in order and was not stamped yet, for instance because the member is away (chưa đóng dấu).</summary>
    NotStamped,

    /// <summary>It is damaged, and is to be exchanged (thẻ hỏng, MEM-13).</summary>
    Damaged,

    /// <summary>It is lost, and is to be issued again (mất thẻ, MEM-13).</summary>
    Lost,
}
