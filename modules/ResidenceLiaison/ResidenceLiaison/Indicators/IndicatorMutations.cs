using Modular.GraphQL.CodeFirst;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Results;
using Modular.ResidenceLiaison.Contracts;

namespace Modular.ResidenceLiaison.Indicators;

[MutationType]
internal static class IndicatorMutations
{
    /// <summary>
    /// Looks through the comments and meetings of the cells at and below an organization in a year for what is worth a look, and answers what is open now. Called again, it brings the figures up to date; what somebody has
    /// looked into stays as it is.
    /// </summary>
    [Requires(ResidenceLiaisonPermissions.SettleIndicators)]
    [Error<TooManyCellsToLookAt>]
    public static Task<Result<List<Indicator>>> LookForResidenceIndicatorsAsync(
        LookForResidenceIndicatorsInput input, IndicatorLooking looking, CancellationToken cancellationToken) => looking.LookAsync(input, cancellationToken);

    /// <summary>Closes an indicator with a note of what somebody found who looked into it.</summary>
    [Requires(ResidenceLiaisonPermissions.SettleIndicators)]
    [Error<IndicatorIsClosedAlready>]
    public static Task<Result<Indicator>> CloseResidenceIndicatorAsync(
        CloseResidenceIndicatorInput input, IndicatorLooking looking, CancellationToken cancellationToken) => looking.CloseAsync(input, cancellationToken);
}

/// <summary>Cells in whose comments and meetings somebody looks for what is worth a look.</summary>
internal sealed record LookForResidenceIndicatorsInput
{
    /// <summary>The cell, or the organization above the cells.</summary>
    [ID("Organization")]
    public required Guid OrganizationId { get; init; }

    /// <summary>The year.</summary>
    public required int Year { get; init; }
}

/// <summary>An indicator that somebody looked into.</summary>
internal sealed record CloseResidenceIndicatorInput
{
    /// <summary>The indicator.</summary>
    [ID("ResidenceIndicator")]
    public required Guid Id { get; init; }

    /// <summary>The version that was read.</summary>
    public required int ExpectedVersion { get; init; }

    /// <summary>What they found; at most 4000 characters.</summary>
    public required string Note { get; init; }
}

/// <summary>So many cells are not looked at in one go.</summary>
/// <param name="Cells">How many there are.</param>
/// <param name="Most">How many there may be.</param>
internal sealed record TooManyCellsToLookAt(int Cells, int Most) : Problem
{
    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Có {Cells} chi bộ, mỗi lần xem xét tối đa {Most}; hãy chọn từng đảng ủy xã, phường.", $"There are {Cells} cells; look at up to {Most} in one go, a commune at a time.");
}

/// <summary>Somebody has looked into it already.</summary>
internal sealed record IndicatorIsClosedAlready : Problem
{
    /// <inheritdoc />
    protected override LocalizedText Text => new("Dấu hiệu này đã được xem xét.", "Somebody has looked into this already.");
}
