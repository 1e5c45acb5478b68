using Modular.Kernel.Results;
using NpgsqlTypes;

namespace Modular.Host.Administration.Access;

/// <summary>The days of a grant.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day, or null while no end is planned.</param>
internal sealed record GrantPeriod(DateOnly From, DateOnly? To)
{
    public NpgsqlRange<DateOnly> Range => To is { } last
        ? new NpgsqlRange<DateOnly>(From, true, false, last.AddDays(1), false, false)
        : new NpgsqlRange<DateOnly>(From, true, false, default, false, true);

    /// <summary>What is wrong with the days: a grant is not given for the past, and ends after it begins.</summary>
    public IEnumerable<Problem> Against(DateOnly today)
    {
        if (From < today)
            yield return new GrantIsNotForThePast(From, today) { Field = "input.from" };
        if (To < From)
            yield return new GrantEndsBeforeItBegins(From, To.Value) { Field = "input.to" };
    }
}
