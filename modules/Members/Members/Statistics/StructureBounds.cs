namespace Modular.Members.Statistics;

/// <summary>Where bands begin, ascending: what lies below the first is in band 0.</summary>
/// <param name="Ages">First ages of bands, in full years.</param>
/// <param name="Seniorities">First Party ages of bands, in full years.</param>
/// <param name="Admissions">First days of periods of joining.</param>
/// <param name="YouthUnionAge">The greatest age, in full years, at which somebody counts as a member of the Youth Union.</param>
internal sealed record StructureBounds(IReadOnlyList<int> Ages, IReadOnlyList<int> Seniorities, IReadOnlyList<DateOnly> Admissions, int YouthUnionAge)
{
    /// <summary>Nothing is told apart.</summary>
    public static StructureBounds None { get; } = new([], [], [], 0);

    /// <summary>
    /// The latest days from which somebody is so old on a day, ascending, so that the database compares days: the oldest band comes first, and a band of this list
    /// is told by <see cref="BandOf"/>.
    /// </summary>
    public static DateOnly[] DaysBefore(DateOnly day, IReadOnlyList<int> years) => [.. years.Reverse().Select(least => day.AddYears(-least).AddDays(1))];

    /// <summary>The band, counted from the youngest, of a place in <see cref="DaysBefore"/>.</summary>
    public static int BandOf(int place, IReadOnlyList<int> years) => years.Count - place;
}
