using Modular.GraphQL.Response;

namespace Modular.GraphQL.Execution;

/// <summary>Writes a value of one CLR type as exactly one JSON value. Must not fail.</summary>
/// <typeparam name="T">The CLR type.</typeparam>
/// <param name="value">The value, not null.</param>
/// <param name="sink">Where to.</param>
public delegate void LeafWriter<in T>(T value, JsonSink sink);

/// <summary>A column of values of one CLR type, which are neither boxed nor looked at before they are written.</summary>
/// <typeparam name="T">The CLR type of the entries; null stands for null.</typeparam>
/// <param name="values">The entries; the array belongs to the column from then on.</param>
/// <param name="write">Writes an entry, as the field's scalar wants it written.</param>
public sealed class ValueColumn<T>(T[] values, LeafWriter<T> write) : LeafColumn
{
    /// <inheritdoc/>
    public override int Count => values.Length;

    /// <inheritdoc/>
    public override bool HasNulls => default(T) is null && Array.Exists(values, value => value is null);

    /// <inheritdoc/>
    public override bool IsNull(int index) => values[index] is null;

    /// <inheritdoc/>
    public override void Write(int index, JsonSink sink) => write(values[index], sink);
}
