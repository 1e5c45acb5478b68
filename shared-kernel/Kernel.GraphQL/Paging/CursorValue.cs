using System.Text;
using Modular.Kernel.Postgres.Reads;

namespace Modular.Kernel.GraphQL;

/// <summary>One value inside a cursor.</summary>
internal static class CursorValue
{
    public static void Write(BinaryWriter writer, ReadBuffer buffer, int row)
    {
        writer.Write(!buffer.IsNull(row));
        if (buffer.IsNull(row))
            return;
        switch (buffer)
        {
            case TextBuffer texts:
                writer.Write7BitEncodedInt(texts[row].Length);
                writer.Write(texts[row]);
                break;
            case ValueBuffer<int> values:
                writer.Write(values[row]);
                break;
            case ValueBuffer<long> values:
                writer.Write(values[row]);
                break;
            case ValueBuffer<bool> values:
                writer.Write(values[row]);
                break;
            case ValueBuffer<double> values:
                writer.Write(values[row]);
                break;
            case ValueBuffer<decimal> values:
                writer.Write(values[row]);
                break;
            case ValueBuffer<DateOnly> values:
                writer.Write(values[row].DayNumber);
                break;
            case ValueBuffer<DateTimeOffset> values:
                writer.Write(values[row].UtcTicks);
                break;
            case ValueBuffer<Guid> values:
                writer.Write(values[row].ToByteArray());
                break;
            default:
                throw new InvalidOperationException($"A list cannot be ordered by a column of {buffer.GetType()}.");
        }
    }

    public static object? Read(BinaryReader reader, ValueKind kind)
    {
        if (!reader.ReadBoolean())
            return null;
        return Type.GetTypeCode(kind.ClrType) switch
        {
            TypeCode.String => Encoding.UTF8.GetString(reader.ReadBytes(reader.Read7BitEncodedInt())),
            TypeCode.Int32 => reader.ReadInt32(),
            TypeCode.Int64 => reader.ReadInt64(),
            TypeCode.Boolean => reader.ReadBoolean(),
            TypeCode.Double => reader.ReadDouble(),
            TypeCode.Decimal => reader.ReadDecimal(),
            _ when kind.ClrType == typeof(DateOnly) => DateOnly.FromDayNumber(reader.ReadInt32()),
            _ when kind.ClrType == typeof(DateTimeOffset) => new DateTimeOffset(reader.ReadInt64(), TimeSpan.Zero),
            _ => new Guid(reader.ReadBytes(16)),
        };
    }
}
