using System.Buffers.Binary;
using System.Buffers.Text;
using System.Text;
using Modular.Kernel.Postgres.Reads;

namespace Modular.Kernel.GraphQL;

/// <summary>
/// A place in an ordered list, as clients carry it: base64url of the order's mark, the row's values in the order's columns, its key and a
/// checksum. It points behind a row whether or not that row still exists, so pages stay right while rows come and go.
/// </summary>
/// <param name="list">What list the cursor is of: the type's name and the order's signature.</param>
/// <param name="kinds">The kinds of the order's columns.</param>
internal sealed class Cursor(string list, IReadOnlyList<ValueKind> kinds)
{
    private readonly uint mark = Checksum(Encoding.UTF8.GetBytes(list));

    /// <summary>The cursor of a row.</summary>
    /// <param name="result">The statement's result.</param>
    /// <param name="row">The row.</param>
    /// <param name="firstSlot">Where the values of the order stand.</param>
    public byte[] Of(ReadResult result, int row, int firstSlot)
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        writer.Write(mark);
        for (var index = 0; index < kinds.Count; index++)
            CursorValue.Write(writer, result[firstSlot + index], row);
        writer.Write(result.Keys(0)[row].ToByteArray());
        writer.Write(Checksum(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)));
        return Base64Url.EncodeToUtf8(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
    }

    /// <summary>The values of the order's columns, and last the key; null where the text is no cursor of this list.</summary>
    public object?[]? Parse(string text)
    {
        if (!Base64Url.IsValid(text, out var size) || size < (2 * sizeof(uint)) + 16)
            return null;
        var bytes = Base64Url.DecodeFromChars(text);
        var body = bytes.AsSpan(0, bytes.Length - sizeof(uint));
        if (BinaryPrimitives.ReadUInt32LittleEndian(bytes) != mark
            || BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(body.Length)) != Checksum(body))
            return null;
        using var reader = new BinaryReader(new MemoryStream(bytes, sizeof(uint), body.Length - sizeof(uint)));
        var values = new object?[kinds.Count + 1];
        for (var index = 0; index < kinds.Count; index++)
            values[index] = CursorValue.Read(reader, kinds[index]);
        values[^1] = new Guid(reader.ReadBytes(16));
        return values;
    }

    /// <summary>FNV-1a: finds a cursor that was cut or mistyped. What it guards is a position, not a secret.</summary>
    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var hash = 2166136261u;
        foreach (var value in bytes)
            hash = (hash ^ value) * 16777619u;
        return hash;
    }
}
