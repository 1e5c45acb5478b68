using System.Text;

namespace Modular.GraphQL.Language;

/// <summary>The UTF-8 bytes of a document. They are kept, not copied: whoever owns them must leave them unchanged.</summary>
public sealed class Source
{
    private int[]? lineStarts;

    /// <summary>Wraps the bytes of a document.</summary>
    /// <param name="body">The document as UTF-8.</param>
    public Source(ReadOnlyMemory<byte> body) => Body = body;

    /// <summary>Encodes a document that is at hand as text, as in tests and generated schemas.</summary>
    /// <param name="body">The document.</param>
    public Source(string body)
        : this(Encoding.UTF8.GetBytes(body))
    {
    }

    /// <summary>The document as UTF-8.</summary>
    public ReadOnlyMemory<byte> Body { get; }

    /// <summary>Tells line and column of a byte offset; the table of lines is made on the first question.</summary>
    /// <param name="offset">An offset in bytes into <see cref="Body"/>; its end is allowed.</param>
    /// <returns>The location, both parts counted from 1.</returns>
    public SourceLocation LocationAt(int offset)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(offset, Body.Length);

        lineStarts ??= FindLineStarts(Body.Span);
        var found = Array.BinarySearch(lineStarts, offset);
        var line = found >= 0 ? found : ~found - 1;
        return new SourceLocation(line + 1, 1 + CountCodeUnits(Body.Span[lineStarts[line]..offset]));
    }

    private static int[] FindLineStarts(ReadOnlySpan<byte> body)
    {
        var starts = new List<int> { 0 };
        for (var i = 0; i < body.Length; i++)
        {
            if (body[i] == (byte)'\r' && i + 1 < body.Length && body[i + 1] == (byte)'\n')
                i++;
            else if (body[i] is not ((byte)'\n' or (byte)'\r'))
                continue;

            starts.Add(i + 1);
        }

        return [.. starts];
    }

    private static int CountCodeUnits(ReadOnlySpan<byte> utf8)
    {
        var count = 0;
        foreach (var unit in utf8)
        {
            // Continuation bytes belong to the character before; four-byte sequences are surrogate pairs in UTF-16.
            if ((unit & 0xC0) != 0x80)
                count += unit >= 0xF0 ? 2 : 1;
        }

        return count;
    }
}
