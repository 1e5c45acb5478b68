namespace Modular.Members.Statistics;

/// <summary>The members of an organization with all below it, counted by each dimension at once.</summary>
internal sealed class StructureCounts
{
    private readonly Dictionary<(MembershipDimension Dimension, string? Value), int> counts = [];

    /// <summary>How many members there are.</summary>
    public int Total { get; private set; }

    /// <summary>The sum of their ages in days.</summary>
    public long Days { get; private set; }

    /// <summary>The average age in years, to a tenth; null where there is nobody.</summary>
    public decimal? AverageAge => Total == 0 ? null : Math.Round(Days / (decimal)Total / 365.2425m, 1, MidpointRounding.AwayFromZero);

    /// <summary>How many have a value; null is for those of whom none is recorded. Bands are told by their number.</summary>
    public int Of(MembershipDimension dimension, string? value) => counts.GetValueOrDefault((dimension, value));

    /// <summary>The values that occur, with null where some are not recorded.</summary>
    public IEnumerable<(string? Value, int Count)> AllOf(MembershipDimension dimension) =>
        counts.Where(count => count.Key.Dimension == dimension).Select(count => (count.Key.Value, count.Value));

    /// <summary>Adds members of whom every dimension but this one is left aside.</summary>
    public void Add(MembershipDimension dimension, string? value, int count) =>
        counts[(dimension, value)] = counts.GetValueOrDefault((dimension, value)) + count;

    /// <summary>Adds to the number of all.</summary>
    public void AddToAll(int count, long days)
    {
        Total += count;
        Days += days;
    }
}
