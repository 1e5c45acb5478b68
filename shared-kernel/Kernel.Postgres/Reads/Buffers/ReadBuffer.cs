using Npgsql;

namespace Modular.Kernel.Postgres.Reads;

/// <summary>The values of one result column, as they came from the reader. Filled by one statement, then only read.</summary>
internal abstract class ReadBuffer
{
    private bool[]? nulls;

    /// <summary>How many values there are.</summary>
    public int Count { get; private set; }

    /// <summary>Whether the value is null.</summary>
    public bool IsNull(int index) => nulls is not null && index < nulls.Length && nulls[index];

    /// <summary>Takes the value of the reader's current row.</summary>
    public void Append(NpgsqlDataReader reader, int ordinal)
    {
        if (reader.IsDBNull(ordinal))
        {
            MarkNull();
            AppendNothing();
        }
        else
        {
            AppendValue(reader, ordinal);
        }

        Count++;
    }

    protected abstract void AppendValue(NpgsqlDataReader reader, int ordinal);

    protected abstract void AppendNothing();

    private void MarkNull()
    {
        if (nulls is null || nulls.Length <= Count)
            Array.Resize(ref nulls, Math.Max(16, 2 * (Count + 1)));
        nulls[Count] = true;
    }
}

/// <summary>A column of values of one CLR type.</summary>
/// <typeparam name="T">The type that the reader gives without boxing.</typeparam>
internal sealed class ValueBuffer<T> : ReadBuffer
{
    private T[] values = [];

    /// <summary>The value; <see langword="default"/> where it is null.</summary>
    public T this[int index] => values[index];

    protected override void AppendValue(NpgsqlDataReader reader, int ordinal)
    {
        Grow();
        values[Count] = reader.GetFieldValue<T>(ordinal);
    }

    protected override void AppendNothing() => Grow();

    private void Grow()
    {
        if (values.Length == Count)
            Array.Resize(ref values, Math.Max(16, 2 * Count));
    }
}

/// <summary>A column of texts, kept as the UTF-8 that PostgreSQL sent: no string is made of them.</summary>
internal sealed class TextBuffer : ReadBuffer
{
    private byte[] bytes = [];
    private int[] ends = [];
    private int length;

    /// <summary>The UTF-8 of a text; empty where it is null.</summary>
    public ReadOnlySpan<byte> this[int index]
    {
        get
        {
            var start = index == 0 ? 0 : ends[index - 1];
            return bytes.AsSpan(start, ends[index] - start);
        }
    }

    protected override void AppendValue(NpgsqlDataReader reader, int ordinal)
    {
        // GetBytes gives the raw bytes of any column: half the time of GetString, and nothing allocated.
        var size = (int)reader.GetBytes(ordinal, 0, null, 0, 0);
        if (bytes.Length - length < size)
            Array.Resize(ref bytes, Math.Max(256, Math.Max(2 * bytes.Length, length + size)));
        reader.GetBytes(ordinal, 0, bytes, length, size);
        length += size;
        AppendNothing();
    }

    protected override void AppendNothing()
    {
        if (ends.Length == Count)
            Array.Resize(ref ends, Math.Max(16, 2 * Count));
        ends[Count] = length;
    }
}
