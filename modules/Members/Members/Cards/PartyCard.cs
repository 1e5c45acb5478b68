using Modular.Kernel.Provinces;
using Modular.Members.Memberships;
using NpgsqlTypes;

namespace Modular.Members.Cards;

/// <summary>A Party card (thẻ đảng viên) with the period in which it was in force. The number stays text: the chip card of 2025 may number anew (MEM-11).</summary>
internal sealed class PartyCard : IDatedFact
{
    /// <inheritdoc />
    public ProvinceId ProvinceId { get; private set; }

    /// <summary>The identifier.</summary>
    public Guid Id { get; init; }

    /// <summary>The member.</summary>
    public Guid MemberId { get; init; }

    /// <summary>The number (số thẻ), 8 digits.</summary>
    public string Number { get; init; } = "";

    /// <summary>The make of the card.</summary>
    public CardKind Kind { get; init; }

    /// <summary>Why it was issued.</summary>
    public CardIssue Issue { get; init; }

    /// <summary>The days on which it was in force.</summary>
    public NpgsqlRange<DateOnly> Valid { get; set; }

    /// <inheritdoc />
    public DateOnly? FirstDay { get; private set; }

    /// <summary>Number and symbol of the decision to issue it (MEM-12).</summary>
    public string? DecisionNumber { get; init; }

    /// <summary>Date of the decision.</summary>
    public DateOnly? DecidedOn { get; init; }

    /// <summary>Why it is no longer in force.</summary>
    public CardEnd? EndedBecause { get; set; }

    /// <summary>What the member reported about it: lost or damaged (MEM-13).</summary>
    public CardFault? ReportedAs { get; set; }

    /// <summary>The day of the report (ngày báo mất, báo hỏng).</summary>
    public DateOnly? ReportedOn { get; set; }

    /// <summary>The day on which the member left the Party, from which the card is to come back (MEM-16); null for other cards, and for those that ended before this was followed.</summary>
    public DateOnly? OwedSince { get; set; }

    /// <summary>The day on which it came back (ngày thu lại thẻ).</summary>
    public DateOnly? ReturnedOn { get; set; }

    /// <summary>Who took it back (người thu lại).</summary>
    public string? ReturnTakenBy { get; set; }

    /// <summary>The day on which it was established that it does not come back.</summary>
    public DateOnly? NotReturnedOn { get; set; }

    /// <summary>Why it does not (lý do không thu lại được).</summary>
    public string? NotReturnedBecause { get; set; }
}
