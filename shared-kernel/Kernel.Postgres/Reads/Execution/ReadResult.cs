using Npgsql;

namespace Modular.Kernel.Postgres.Reads;

/// <summary>The rows that one statement gave, column by column.</summary>
internal sealed class ReadResult
{
    private readonly ReadBuffer[] columns;

    public ReadResult(IReadOnlyList<ValueKind> layout)
    {
        columns = new ReadBuffer[layout.Count];
        for (var ordinal = 0; ordinal < columns.Length; ordinal++)
            columns[ordinal] = layout[ordinal].MakeBuffer();
    }

    /// <summary>How many rows there are.</summary>
    public int Count { get; private set; }

    /// <summary>A column.</summary>
    public ReadBuffer this[int ordinal] => columns[ordinal];

    /// <summary>A column of keys.</summary>
    public ValueBuffer<Guid> Keys(int ordinal) => (ValueBuffer<Guid>)columns[ordinal];

    /// <summary>A column of numbers.</summary>
    public ValueBuffer<long> Numbers(int ordinal) => (ValueBuffer<long>)columns[ordinal];

    /// <summary>Takes in all rows of the reader's current result.</summary>
    public async ValueTask FillAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        while (await reader.ReadAsync(cancellationToken))
        {
            for (var ordinal = 0; ordinal < columns.Length; ordinal++)
                columns[ordinal].Append(reader, ordinal);
            Count++;
        }
    }
}
