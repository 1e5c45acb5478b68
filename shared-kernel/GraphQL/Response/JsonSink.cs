using System.Buffers;
using System.Buffers.Text;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Modular.GraphQL.Response;

/// <summary>
/// Writes JSON values as UTF-8 straight into a buffer writer. It knows nothing of structure: whoever calls it puts commas and brackets
/// where they belong. Not safe for several threads.
/// </summary>
/// <param name="output">Where the bytes go; they are all there after <see cref="Flush"/>.</param>
public sealed partial class JsonSink(IBufferWriter<byte> output)
{
    private const int SmallestSegment = 4096;

    // The segment is kept as an array, because the span of a Memory<byte> costs a call for every value written.
    private byte[] segment = [];
    private bool segmentIsRented;
    private int segmentStart;
    private int position;
    private int end;

    /// <summary>Hands what was written to the buffer writer.</summary>
    public void Flush()
    {
        var written = position - segmentStart;
        if (segmentIsRented)
        {
            output.Write(segment.AsSpan(0, written));
            ArrayPool<byte>.Shared.Return(segment);
            segmentIsRented = false;
        }
        else if (written > 0)
        {
            output.Advance(written);
        }

        segment = [];
        segmentStart = position = end = 0;
    }

    /// <summary>Writes bytes that already are JSON, such as a prepared property name or a value that the database escaped.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void WriteRaw(ReadOnlySpan<byte> json)
    {
        if (end - position < json.Length) Grow(json.Length);
        json.CopyTo(segment.AsSpan(position));
        position += json.Length;
    }

    /// <summary>Writes one byte that already is JSON, such as a bracket or a comma.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void WriteRaw(byte json)
    {
        if (position == end) Grow(1);
        segment[position++] = json;
    }

    /// <summary>Writes <c>null</c>.</summary>
    public void WriteNull() => WriteRaw("null"u8);

    /// <summary>Writes <c>true</c> or <c>false</c>.</summary>
    public void WriteBoolean(bool value) => WriteRaw(value ? "true"u8 : "false"u8);

    /// <summary>Writes a 32-bit number.</summary>
    public void WriteInt(int value)
    {
        Utf8Formatter.TryFormat(value, Reserve(11), out var written);
        position += written;
    }

    /// <summary>Writes a 64-bit number as a JSON number.</summary>
    public void WriteLong(long value)
    {
        Utf8Formatter.TryFormat(value, Reserve(20), out var written);
        position += written;
    }

    /// <summary>Writes a finite number in its shortest round-trip form.</summary>
    /// <exception cref="ArgumentException">The value is not finite, which JSON cannot express.</exception>
    public void WriteDouble(double value)
    {
        if (!double.IsFinite(value)) throw new ArgumentException($"JSON has no number {value}.", nameof(value));
        value.TryFormat(Reserve(32), out var written, default, System.Globalization.CultureInfo.InvariantCulture);
        position += written;
    }

    /// <summary>Writes a decimal number with all of its digits, trailing zeros included.</summary>
    public void WriteDecimal(decimal value)
    {
        Utf8Formatter.TryFormat(value, Reserve(32), out var written);
        position += written;
    }

    /// <summary>Writes a UUID as a string, in lower case with hyphens.</summary>
    public void WriteGuid(Guid value)
    {
        var target = Reserve(38);
        target[0] = (byte)'"';
        Utf8Formatter.TryFormat(value, target[1..], out var written);
        target[written + 1] = (byte)'"';
        position += written + 2;
    }

    /// <summary>Writes a day as a string, <c>"2026-11-22"</c>.</summary>
    public void WriteDate(DateOnly value)
    {
        var target = Reserve(12);
        target[0] = (byte)'"';
        value.TryFormat(target[1..], out var written, "O", System.Globalization.CultureInfo.InvariantCulture);
        target[written + 1] = (byte)'"';
        position += written + 2;
    }

    /// <summary>Writes a moment as an RFC 3339 string with its offset, <c>Z</c> for none, and as many fractional digits as it has.</summary>
    public void WriteDateTime(DateTimeOffset value)
    {
        var target = Reserve(40);
        var format = value.Offset == TimeSpan.Zero ? "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'" : "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz";
        target[0] = (byte)'"';
        value.TryFormat(target[1..], out var written, format, System.Globalization.CultureInfo.InvariantCulture);
        target[written + 1] = (byte)'"';
        position += written + 2;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Span<byte> Reserve(int size)
    {
        if (end - position < size) Grow(size);
        return segment.AsSpan(position, end - position);
    }

    private void Grow(int size)
    {
        Flush();
        var memory = output.GetMemory(Math.Max(size, SmallestSegment));
        if (MemoryMarshal.TryGetArray<byte>(memory, out var array))
        {
            segment = array.Array!;
            segmentStart = position = array.Offset;
            end = array.Offset + array.Count;
            return;
        }

        segment = ArrayPool<byte>.Shared.Rent(Math.Max(size, SmallestSegment));
        segmentIsRented = true;
        segmentStart = position = 0;
        end = segment.Length;
    }
}
