using NpgsqlTypes;

namespace Modular.Organizations.Register;

/// <summary>Periods of days: from a first day on, up to a day that is no longer in it.</summary>
internal static class Period
{
    /// <summary>From a day on, without an end.</summary>
    public static NpgsqlRange<DateOnly> From(DateOnly first) => new(first, true, false, default, false, true);

    /// <summary>From a day on, up to another that is not in it.</summary>
    public static NpgsqlRange<DateOnly> Between(DateOnly first, DateOnly end) => new(first, true, end, false);

    /// <summary>The same period, ended before a day.</summary>
    public static NpgsqlRange<DateOnly> Until(this NpgsqlRange<DateOnly> period, DateOnly end) => Between(period.LowerBound, end);

    /// <summary>Whether the day is in the period.</summary>
    public static bool Holds(this NpgsqlRange<DateOnly> period, DateOnly day) =>
        !period.IsEmpty
        && (period.LowerBoundInfinite || period.LowerBound <= day)
        && (period.UpperBoundInfinite || day < period.UpperBound);
}
