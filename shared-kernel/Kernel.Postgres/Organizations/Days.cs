using NpgsqlTypes;

namespace Modular.Kernel.Postgres.Organizations;

/// <summary>Periods of days in PostgreSQL's own form: with the first day, without the last bound.</summary>
internal static class Days
{
    /// <summary>From a day on, up to another one that is not in it, or without an end.</summary>
    public static NpgsqlRange<DateOnly> Between(DateOnly from, DateOnly? to) =>
        new(from, true, false, to.GetValueOrDefault(), false, to is null);

    /// <summary>What both periods have in common; empty where they have nothing.</summary>
    public static NpgsqlRange<DateOnly> Common(NpgsqlRange<DateOnly> one, NpgsqlRange<DateOnly> other)
    {
        var from = First(one) > First(other) ? First(one) : First(other);
        var to = End(one) < End(other) ? End(one) : End(other);
        return from < to ? Between(from, to == DateOnly.MaxValue ? null : to) : NpgsqlRange<DateOnly>.Empty;
    }

    /// <summary>The first day.</summary>
    public static DateOnly First(NpgsqlRange<DateOnly> period) => period.LowerBoundInfinite ? DateOnly.MinValue : period.LowerBound;

    /// <summary>The day after the last one.</summary>
    public static DateOnly End(NpgsqlRange<DateOnly> period) => period.UpperBoundInfinite ? DateOnly.MaxValue : period.UpperBound;
}
