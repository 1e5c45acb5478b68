namespace Modular.Members.Cards;

/// <summary>The make of a Party card.</summary>
internal enum CardKind
{
    /// <summary>The paper card in use before the exchange of 2025.</summary>
    Paper,

    /// <summary>The chip card of Directive 51-CT/TW of 8 August 2025 (thẻ đảng viên gắn chip).</summary>
    Chip,
}

/// <summary>Why a card was issued.</summary>
internal enum CardIssue
{
    /// <summary>The first card of an official member (phát thẻ).</summary>
    First,

    /// <summary>Issued again after loss (cấp lại).</summary>
    Again,

    /// <summary>Exchanged, for damage or in a general exchange (đổi thẻ).</summary>
    Exchange,
}

/// <summary>Why a card is no longer in force.</summary>
internal enum CardEnd
{
    /// <summary>Another card took its place.</summary>
    Replaced,

    /// <summary>Reported as lost (MEM-13).</summary>
    Lost,

    /// <summary>The member left the Party and returns it (MEM-16); the card says when it came back.</summary>
    Returned,

    /// <summary>The member died.</summary>
    Death,
}

/// <summary>What was reported about a card.</summary>
internal enum CardFault
{
    /// <summary>Lost (mất).</summary>
    Lost,

    /// <summary>Damaged (hỏng).</summary>
    Damaged,
}
