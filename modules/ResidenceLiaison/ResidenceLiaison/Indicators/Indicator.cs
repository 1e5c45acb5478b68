using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Provinces;
using Modular.ResidenceLiaison.Contracts;

namespace Modular.ResidenceLiaison.Indicators;

/// <summary>That something about the comments or meetings of a cell in a year is worth a look (dấu hiệu cần xem xét): a lead for a human with its figures, never a verdict.</summary>
internal sealed class Indicator : IProvinceOwned, IVersioned
{
    /// <inheritdoc />
    public ProvinceId ProvinceId { get; private set; }

    /// <summary>The identifier.</summary>
    public Guid Id { get; private set; }

    /// <inheritdoc />
    public int Version { get; private set; }

    /// <summary>The residential cell.</summary>
    public Guid CellId { get; private set; }

    /// <summary>The year.</summary>
    public int Year { get; private set; }

    /// <summary>What it is.</summary>
    public IndicatorKind Kind { get; private set; }

    /// <summary>The first year to which the evidence reaches back.</summary>
    public int FromYear { get; private set; }

    /// <summary>How many comments or meetings show it.</summary>
    public int Found { get; private set; }

    /// <summary>Out of how many.</summary>
    public int OutOf { get; private set; }

    /// <summary>The day on which it was found first.</summary>
    public DateOnly FoundOn { get; private set; }

    /// <summary>The day on which it was looked for last.</summary>
    public DateOnly LookedOn { get; private set; }

    /// <summary>What became of it.</summary>
    public IndicatorState State { get; private set; }

    /// <summary>The day on which somebody closed it.</summary>
    public DateOnly? ClosedOn { get; private set; }

    /// <summary>What they found (kết quả xem xét).</summary>
    public string? ClosingNote { get; private set; }

    /// <summary>Something was found that was not there before.</summary>
    public static Indicator Of(Finding finding, int year, DateOnly on) => new()
    {
        Id = Guid.CreateVersion7(),
        CellId = finding.CellId,
        Year = year,
        Kind = finding.Kind,
        FromYear = finding.FromYear,
        Found = finding.Found,
        OutOf = finding.OutOf,
        FoundOn = on,
        LookedOn = on,
    };

    /// <summary>It was found again, with the figures of today.</summary>
    public void FindAgain(Finding finding, DateOnly on) => (State, FromYear, Found, OutOf, LookedOn) = (IndicatorState.Open, finding.FromYear, finding.Found, finding.OutOf, on);

    /// <summary>The facts do not show it any more.</summary>
    public void Vanish(DateOnly on) => (State, LookedOn) = (IndicatorState.Gone, on);

    /// <summary>Somebody looked into it.</summary>
    public void Close(string note, DateOnly on) => (State, ClosedOn, ClosingNote) = (IndicatorState.Closed, on, note);
}

/// <summary>A comment by which an indicator was found.</summary>
internal sealed class IndicatorEvidence : IProvinceOwned
{
    /// <inheritdoc />
    public ProvinceId ProvinceId { get; private set; }

    /// <summary>The identifier.</summary>
    public Guid Id { get; init; }

    /// <summary>The indicator.</summary>
    public Guid IndicatorId { get; init; }

    /// <summary>The request that the comment answers.</summary>
    public Guid RequestId { get; init; }

    /// <summary>How alike the text is to another one of the cell, or how many of the meetings were missed, of a hundred; null where the kind knows no such number.</summary>
    public int? Percent { get; init; }

    /// <summary>The member, where ratings of theirs are kept here.</summary>
    public Guid? MemberId { get; init; }

    /// <summary>The level of the comment when it was compared with the workplace's rating, by its code in the province's scale (mức nhận xét của nơi cư trú).</summary>
    public string? Level { get; init; }

    /// <summary>How the workplace rated the member for the year when that was compared (mức xếp loại của nơi công tác).</summary>
    public WorkplaceRating? WorkplaceRating { get; init; }

    /// <summary>What shows an indicator.</summary>
    public static IndicatorEvidence Of(Guid id, Guid indicatorId, FoundEvidence found) => new()
    {
        Id = id,
        IndicatorId = indicatorId,
        RequestId = found.RequestId,
        Percent = found.Percent,
        MemberId = found.Ratings?.MemberId,
        Level = found.Ratings?.Level,
        WorkplaceRating = found.Ratings?.WorkplaceRating,
    };
}

/// <summary>What the facts of a cell show.</summary>
/// <param name="CellId">The cell.</param>
/// <param name="Kind">What it is.</param>
/// <param name="FromYear">The first year to which it reaches back.</param>
/// <param name="Found">How many show it.</param>
/// <param name="OutOf">Out of how many.</param>
/// <param name="Evidence">The comments that show it, those that show it most first.</param>
internal sealed record Finding(Guid CellId, IndicatorKind Kind, int FromYear, int Found, int OutOf, IReadOnlyList<FoundEvidence> Evidence);

/// <summary>A comment that shows something.</summary>
/// <param name="RequestId">The request that it answers.</param>
/// <param name="Percent">How much it shows it, of a hundred; null where the kind knows no such number.</param>
internal sealed record FoundEvidence(Guid RequestId, int? Percent = null)
{
    /// <summary>What residence and workplace say of the member, where that is compared.</summary>
    public RatingsOfMember? Ratings { get; init; }
}

/// <summary>What residence and workplace say of a member for a year.</summary>
/// <param name="MemberId">The member.</param>
/// <param name="Level">The level of the residence's comment, by its code.</param>
/// <param name="WorkplaceRating">The workplace's rating.</param>
internal sealed record RatingsOfMember(Guid MemberId, string Level, WorkplaceRating WorkplaceRating);
