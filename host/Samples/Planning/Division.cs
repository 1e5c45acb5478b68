namespace Modular.Host.Samples.Planning;

/// <summary>Divides a number into whole parts by weights, each within its bounds, so that they add up exactly.</summary>
internal static class Division
{
    /// <summary>A part to be sized.</summary>
    /// <param name="Weight">How much of the whole it would take.</param>
    /// <param name="Least">Its least size.</param>
    /// <param name="Most">Its greatest size.</param>
    internal readonly record struct Part(double Weight, int Least, int Most);

    /// <summary>The sizes in the order of the parts. A total outside of what the bounds allow is moved to the nearest that they do.</summary>
    public static int[] Divide(int total, IReadOnlyList<Part> parts)
    {
        total = Math.Clamp(total, parts.Sum(part => part.Least), parts.Sum(part => part.Most));
        var factor = Factor(total, parts);
        var sizes = parts.Select(part => Size(part, factor)).ToArray();
        var missing = total - sizes.Sum();
        for (var index = 0; missing > 0; index = (index + 1) % sizes.Length)
        {
            if (sizes[index] >= parts[index].Most)
                continue;
            sizes[index]++;
            missing--;
        }

        return sizes;
    }

    /// <summary>The largest factor with which the sizes do not exceed the total.</summary>
    private static double Factor(int total, IReadOnlyList<Part> parts)
    {
        double low = 0, high = 1;
        while (parts.Sum(part => Size(part, high)) < total)
            high *= 2;
        for (var step = 0; step < 60; step++)
        {
            var middle = (low + high) / 2;
            if (parts.Sum(part => Size(part, middle)) <= total)
                low = middle;
            else
                high = middle;
        }

        return low;
    }

    private static int Size(Part part, double factor) => (int)Math.Clamp(part.Weight * factor, part.Least, part.Most);
}
