namespace Modular.Host.Limits;

/// <summary>
/// So much a minute, spent at once or little by little (the generic cell rate algorithm): a meter is one number, the moment until which what was spent takes to come back.
/// Safe for all threads.
/// </summary>
/// <param name="perMinute">How much comes back in a minute, and how much may be spent at once; 0 for any amount.</param>
/// <param name="clock">The clock.</param>
internal sealed class Rate(long perMinute, TimeProvider clock)
{
    private readonly long minute = clock.TimestampFrequency * 60;

    /// <summary>Whether there is a limit at all.</summary>
    public bool IsLimited => perMinute > 0;

    /// <summary>The moment that meters are compared with.</summary>
    public long Now => clock.GetTimestamp();

    /// <summary>How long an amount takes to come back, as meters count.</summary>
    public long StepOf(double amount) => (long)(amount * minute / perMinute);

    /// <summary>Spends one, where there is so much.</summary>
    /// <returns>How long until there is; null where it was spent.</returns>
    public TimeSpan? Take(ref long meter)
    {
        if (!IsLimited)
            return null;
        var (now, step) = (Now, StepOf(1));
        while (true)
        {
            var seen = Volatile.Read(ref meter);
            var next = Math.Max(seen, now) + step;
            if (next - now > minute)
                return TimeOf(next - now - minute);
            if (Interlocked.CompareExchange(ref meter, next, seen) == seen)
                return null;
        }
    }

    /// <summary>Spends an amount that was used, whether or not there is so much; what is missing has to come back first.</summary>
    public void Charge(ref long meter, double amount)
    {
        if (!IsLimited)
            return;
        var (now, step) = (Now, StepOf(amount));
        long seen;
        do
            seen = Volatile.Read(ref meter);
        while (Interlocked.CompareExchange(ref meter, Math.Max(seen, now) + step, seen) != seen);
    }

    /// <summary>How long until something is there again; null where something is.</summary>
    public TimeSpan? Missing(ref long meter)
    {
        var debt = IsLimited ? Volatile.Read(ref meter) - Now - minute : 0;
        return debt > 0 ? TimeOf(debt) : null;
    }

    /// <summary>The time that a stretch of a meter stands for.</summary>
    public TimeSpan TimeOf(long stretch) => TimeSpan.FromSeconds((double)stretch / clock.TimestampFrequency);

    /// <summary>The longest stretch that may be spent ahead.</summary>
    public long Burst => minute;
}
