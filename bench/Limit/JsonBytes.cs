using System.Buffers;
using System.Buffers.Text;
using Npgsql;

namespace Modular.Bench.Limit;

/// <summary>A response as it is made by hand: UTF-8 straight from the database's reader into one pooled array.</summary>
internal sealed class JsonBytes : IDisposable
{
    private const int KeyLength = 36;
    private static readonly SearchValues<byte> Escaped = SearchValues.Create([(byte)'"', (byte)'\\', .. Enumerable.Range(0, 32).Select(code => (byte)code)]);

    private byte[] bytes = ArrayPool<byte>.Shared.Rent(16 * 1024);
    private int length;

    public void Raw(ReadOnlySpan<byte> json)
    {
        EnsureRoom(json.Length);
        json.CopyTo(bytes.AsSpan(length));
        length += json.Length;
    }

    public void Raw(byte json)
    {
        EnsureRoom(1);
        bytes[length++] = json;
    }

    /// <summary>A text column, or null.</summary>
    public void Text(NpgsqlDataReader reader, int ordinal)
    {
        if (reader.IsDBNull(ordinal))
        {
            Raw("null"u8);
            return;
        }

        var size = (int)reader.GetBytes(ordinal, 0, null, 0, 0);
        EnsureRoom((6 * size) + 2);
        bytes[length] = (byte)'"';
        reader.GetBytes(ordinal, 0, bytes, length + 1, size);
        if (bytes.AsSpan(length + 1, size).ContainsAny(Escaped))
            throw new InvalidOperationException("The sample has no text that JSON escapes.");
        length += size + 1;
        bytes[length++] = (byte)'"';
    }

    /// <summary>A date column, or null.</summary>
    public void Date(NpgsqlDataReader reader, int ordinal)
    {
        if (reader.IsDBNull(ordinal))
        {
            Raw("null"u8);
            return;
        }

        EnsureRoom(12);
        bytes[length++] = (byte)'"';
        reader.GetFieldValue<DateOnly>(ordinal).TryFormat(bytes.AsSpan(length), out var written, "O", System.Globalization.CultureInfo.InvariantCulture);
        length += written;
        bytes[length++] = (byte)'"';
    }

    /// <summary>A key as the opaque identifier of a type's object.</summary>
    public void Id(ReadOnlySpan<byte> prefix, Guid key)
    {
        Span<byte> plain = stackalloc byte[prefix.Length + KeyLength];
        prefix.CopyTo(plain);
        key.TryFormat(plain[prefix.Length..], out _);
        EnsureRoom(Base64Url.GetEncodedLength(plain.Length) + 2);
        bytes[length++] = (byte)'"';
        Base64Url.EncodeToUtf8(plain, bytes.AsSpan(length), out _, out var written);
        length += written;
        bytes[length++] = (byte)'"';
    }

    /// <summary>A whole number.</summary>
    public void Number(int value)
    {
        EnsureRoom(11);
        value.TryFormat(bytes.AsSpan(length), out var written, default, System.Globalization.CultureInfo.InvariantCulture);
        length += written;
    }

    public async Task SendAsync(HttpResponse response)
    {
        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = length;
        await response.BodyWriter.WriteAsync(bytes.AsMemory(0, length));
    }

    public void Dispose() => ArrayPool<byte>.Shared.Return(bytes);

    private void EnsureRoom(int more)
    {
        if (bytes.Length - length >= more)
            return;
        var larger = ArrayPool<byte>.Shared.Rent(2 * (bytes.Length + more));
        bytes.AsSpan(0, length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(bytes);
        bytes = larger;
    }
}
