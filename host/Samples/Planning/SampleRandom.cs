namespace Modular.Host.Samples.Planning;

/// <summary>
/// Chance that falls the same way on every machine and runtime (SplitMix64), so that the sample provinces are always the same.
/// </summary>
internal sealed class SampleRandom(ulong seed)
{
    private ulong state = seed;

    /// <summary>A number from 0 up to, but without, <paramref name="limit"/>.</summary>
    public int Below(int limit) => (int)(Next() % (ulong)limit);

    /// <summary>A number from <paramref name="least"/> to <paramref name="most"/>.</summary>
    public int Between(int least, int most) => least + Below(most - least + 1);

    /// <summary>A day from <paramref name="first"/> to <paramref name="last"/>; the first where the last is earlier.</summary>
    public DateOnly Between(DateOnly first, DateOnly last) =>
        last <= first ? first : first.AddDays(Below(last.DayNumber - first.DayNumber + 1));

    /// <summary>A number from 0 to 1.</summary>
    public double Share() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Whether something that happens so often in a thousand cases happens.</summary>
    public bool Happens(int inThousand) => Below(1000) < inThousand;

    public T Pick<T>(IReadOnlyList<T> from) => from[Below(from.Count)];

    public void Shuffle<T>(IList<T> list)
    {
        for (var index = list.Count - 1; index > 0; index--)
        {
            var other = Below(index + 1);
            (list[index], list[other]) = (list[other], list[index]);
        }
    }

    private ulong Next()
    {
        state += 0x9E3779B97F4A7C15;
        var mixed = state;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
