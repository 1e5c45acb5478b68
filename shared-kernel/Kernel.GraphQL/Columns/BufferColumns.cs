using System.Buffers.Text;
using System.Text;
using Modular.GraphQL.Execution;
using Modular.GraphQL.Response;
using Modular.Kernel.Postgres.Reads;

namespace Modular.Kernel.GraphQL;

/// <summary>A column of a statement's result as the engine writes it: nothing is made between the reader's buffer and the response's.</summary>
internal abstract class BufferColumn(ReadRows rows, ReadBuffer buffer) : LeafColumn
{
    /// <inheritdoc />
    public override int Count => rows.Count;

    /// <inheritdoc />
    public override bool IsNull(int index) => buffer.IsNull(rows.RowOf(index));

    /// <summary>The number of the entry's value in the buffer.</summary>
    protected int RowOf(int index) => rows.RowOf(index);
}

/// <summary>Texts, and enumerations that are stored under their names in the schema.</summary>
internal sealed class TextColumn(ReadRows rows, TextBuffer texts) : BufferColumn(rows, texts)
{
    public override void Write(int index, JsonSink sink) => sink.WriteUtf8String(texts[RowOf(index)]);
}

/// <summary>Whole numbers.</summary>
internal sealed class IntColumn(ReadRows rows, ValueBuffer<int> values) : BufferColumn(rows, values)
{
    public override void Write(int index, JsonSink sink) => sink.WriteInt(values[RowOf(index)]);
}

/// <summary>Large whole numbers.</summary>
internal sealed class LongColumn(ReadRows rows, ValueBuffer<long> values) : BufferColumn(rows, values)
{
    public override void Write(int index, JsonSink sink) => sink.WriteLong(values[RowOf(index)]);
}

/// <summary>Numbers of floating point.</summary>
internal sealed class DoubleColumn(ReadRows rows, ValueBuffer<double> values) : BufferColumn(rows, values)
{
    public override void Write(int index, JsonSink sink) => sink.WriteDouble(values[RowOf(index)]);
}

/// <summary>Decimal numbers; as strings, so that no digit is lost.</summary>
internal sealed class DecimalColumn(ReadRows rows, ValueBuffer<decimal> values) : BufferColumn(rows, values)
{
    public override void Write(int index, JsonSink sink)
    {
        sink.WriteRaw((byte)'"');
        sink.WriteDecimal(values[RowOf(index)]);
        sink.WriteRaw((byte)'"');
    }
}

/// <summary>Yes or no.</summary>
internal sealed class BooleanColumn(ReadRows rows, ValueBuffer<bool> values) : BufferColumn(rows, values)
{
    public override void Write(int index, JsonSink sink) => sink.WriteBoolean(values[RowOf(index)]);
}

/// <summary>Days.</summary>
internal sealed class DateColumn(ReadRows rows, ValueBuffer<DateOnly> values) : BufferColumn(rows, values)
{
    public override void Write(int index, JsonSink sink) => sink.WriteDate(values[RowOf(index)]);
}

/// <summary>Moments.</summary>
internal sealed class DateTimeColumn(ReadRows rows, ValueBuffer<DateTimeOffset> values) : BufferColumn(rows, values)
{
    public override void Write(int index, JsonSink sink) => sink.WriteDateTime(values[RowOf(index)]);
}

/// <summary>Keys as they are.</summary>
internal sealed class UuidColumn(ReadRows rows, ValueBuffer<Guid> values) : BufferColumn(rows, values)
{
    public override void Write(int index, JsonSink sink) => sink.WriteGuid(values[RowOf(index)]);
}

/// <summary>Keys as opaque identifiers of a type's objects.</summary>
internal sealed class IdColumn(ReadRows rows, ValueBuffer<Guid> keys, byte[] prefix) : BufferColumn(rows, keys)
{
    private const int KeyLength = 36;

    /// <summary>What stands before the key of a type's objects.</summary>
    public static byte[] PrefixOf(string typeName) => Encoding.UTF8.GetBytes(typeName + ":");

    public override void Write(int index, JsonSink sink)
    {
        Span<byte> plain = stackalloc byte[prefix.Length + KeyLength];
        prefix.CopyTo(plain);
        keys[RowOf(index)].TryFormat(plain[prefix.Length..], out _);
        Span<byte> json = stackalloc byte[Base64Url.GetEncodedLength(plain.Length) + 2];
        json[0] = json[^1] = (byte)'"';
        Base64Url.EncodeToUtf8(plain, json[1..^1]);
        sink.WriteRaw(json);
    }
}
