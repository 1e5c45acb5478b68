using System.Buffers;
using System.Globalization;

namespace Modular.Kernel.Postgres.History;

/// <summary>
/// The seal of a row of a log. Written down outside of the database, for instance in the minutes of the yearly inspection, it proves later that
/// nothing up to it was altered.
/// </summary>
/// <param name="Position">The place of the row in the chain of its province, from 1.</param>
/// <param name="Hash">The hash over it and all before it, 64 hexadecimal digits.</param>
/// <param name="SealedAt">When it was sealed.</param>
public sealed record LogSeal(long Position, string Hash, DateTimeOffset SealedAt);

/// <summary>A seal that somebody wrote down.</summary>
/// <param name="Position">The place in the chain.</param>
/// <param name="Hash">The hash, 64 hexadecimal digits.</param>
public sealed record NotedSeal(long Position, string Hash)
{
    private const int HashDigits = 64;
    private static readonly SearchValues<char> Hexadecimal = SearchValues.Create("0123456789abcdef");

    /// <summary>Reads <c>position:hash</c>.</summary>
    /// <exception cref="FormatException">It is not of this form.</exception>
    public static NotedSeal Parse(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon > 0
            && long.TryParse(text.AsSpan(0, colon), NumberStyles.None, CultureInfo.InvariantCulture, out var position)
            && text.Length == colon + 1 + HashDigits
            && !text.AsSpan(colon + 1).ContainsAnyExcept(Hexadecimal))
        {
            return new NotedSeal(position, text[(colon + 1)..]);
        }

        throw new FormatException("A seal is written as its position, a colon and 64 hexadecimal digits.");
    }
}
