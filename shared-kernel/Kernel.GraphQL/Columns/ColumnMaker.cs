using Modular.GraphQL.Execution;
using Modular.GraphQL.TypeSystem;
using Modular.Kernel.Postgres.Reads;

namespace Modular.Kernel.GraphQL;

/// <summary>Makes the engine's column over a buffer of a statement's result.</summary>
internal static class ColumnMaker
{
    /// <summary>The column of a field of this type.</summary>
    public static Column Make(ReadRows rows, ReadBuffer buffer, GraphQLType type) => buffer switch
    {
        TextBuffer texts => new TextColumn(rows, texts),
        ValueBuffer<int> values => new IntColumn(rows, values),
        ValueBuffer<bool> values => new BooleanColumn(rows, values),
        ValueBuffer<DateOnly> values => new DateColumn(rows, values),
        ValueBuffer<Guid> values => new UuidColumn(rows, values),
        ValueBuffer<long> values => new LongColumn(rows, values),
        ValueBuffer<decimal> values => new DecimalColumn(rows, values),
        ValueBuffer<double> values => new DoubleColumn(rows, values),
        ValueBuffer<DateTimeOffset> values => new DateTimeColumn(rows, values),
        ValueBuffer<string[]> arrays => ItemColumns.Of(rows, arrays, type.Named),
        ValueBuffer<int[]> arrays => ItemColumns.Of(rows, arrays, type.Named),
        ValueBuffer<Guid[]> arrays => ItemColumns.Of(rows, arrays, type.Named),
        ValueBuffer<DateOnly[]> arrays => ItemColumns.Of(rows, arrays, type.Named),
        _ => throw new InvalidOperationException($"No column writes {buffer.GetType()}."),
    };

    /// <summary>The value of a row as a CLR object: for resolvers with code of their own.</summary>
    public static object? ValueOf(ReadBuffer buffer, int row) => buffer.IsNull(row) ? null : buffer switch
    {
        TextBuffer texts => System.Text.Encoding.UTF8.GetString(texts[row]),
        ValueBuffer<int> values => values[row],
        ValueBuffer<bool> values => values[row],
        ValueBuffer<DateOnly> values => values[row],
        ValueBuffer<Guid> values => values[row],
        ValueBuffer<long> values => values[row],
        ValueBuffer<decimal> values => values[row],
        ValueBuffer<double> values => values[row],
        ValueBuffer<DateTimeOffset> values => values[row],
        ValueBuffer<string[]> arrays => arrays[row],
        ValueBuffer<int[]> arrays => arrays[row],
        ValueBuffer<Guid[]> arrays => arrays[row],
        ValueBuffer<DateOnly[]> arrays => arrays[row],
        _ => throw new InvalidOperationException($"No value is read from {buffer.GetType()}."),
    };
}
