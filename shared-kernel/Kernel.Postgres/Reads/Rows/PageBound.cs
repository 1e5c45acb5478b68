using System.Globalization;
using System.Numerics;

namespace Modular.Kernel.Postgres.Reads;

/// <summary>
/// What a page statement tells PostgreSQL of its size. Of a limit that is a parameter the planner assumes a tenth of all rows, beside which a
/// plan for the limit at hand always seems cheaper, so that every page would be planned anew. A bound in the text, of few possible
/// values, is what a kept plan can rely on; the parameter says how many of those rows are read.
/// </summary>
internal static class PageBound
{
    private const int LeastOfMany = 16;

    /// <summary>The bound for a number of rows: 1, or the next power of two from 16 on.</summary>
    public static int Of(int limit) => limit <= 1 ? 1 : (int)Math.Max(LeastOfMany, BitOperations.RoundUpToPowerOf2((uint)limit));

    /// <summary>The bound in SQL.</summary>
    public static string Text(int bound) => bound.ToString(CultureInfo.InvariantCulture);
}
