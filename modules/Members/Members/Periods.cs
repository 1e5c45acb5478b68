using NpgsqlTypes;

namespace Modular.Members;

/// <summary>Periods of whole days as the database keeps them: the first day belongs to a period, the day behind the last one does not.</summary>
internal static class Periods
{
    /// <summary>From a day on, without an end.</summary>
    public static NpgsqlRange<DateOnly> From(DateOnly first) => new(
        first, lowerBoundIsInclusive: true, lowerBoundInfinite: false, default, upperBoundIsInclusive: false, upperBoundInfinite: true);

    /// <summary>From a day up to, but without, another; without an end where that is null.</summary>
    public static NpgsqlRange<DateOnly> Between(DateOnly first, DateOnly? end) => end is { } behind
        ? new NpgsqlRange<DateOnly>(first, lowerBoundIsInclusive: true, behind, upperBoundIsInclusive: false)
        : From(first);

    /// <summary>The same beginning, ended before a day.</summary>
    public static NpgsqlRange<DateOnly> EndedBefore(this NpgsqlRange<DateOnly> period, DateOnly end) => Between(period.LowerBound, end);

    /// <summary>Whether the period goes on.</summary>
    public static bool IsOpen(this NpgsqlRange<DateOnly> period) => period.UpperBoundInfinite;

    /// <summary>Whether a day lies in the period.</summary>
    public static bool Holds(this NpgsqlRange<DateOnly> period, DateOnly day) =>
        period.LowerBound <= day && (period.UpperBoundInfinite || day < period.UpperBound);
}
