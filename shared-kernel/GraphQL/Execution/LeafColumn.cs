using Modular.GraphQL.Response;
using Modular.GraphQL.TypeSystem;

namespace Modular.GraphQL.Execution;

/// <summary>A column of scalars or enum values that writes its entries itself, from whatever it holds them in.</summary>
public abstract class LeafColumn : Column
{
    /// <summary>Writes an entry that is not null as exactly one JSON value. Must not fail: what cannot be written is an error of the resolver.</summary>
    public abstract void Write(int index, JsonSink sink);
}

/// <summary>A column of CLR values that the field's scalar or enum type coerces and writes.</summary>
public sealed class ObjectLeafColumn : LeafColumn
{
    private readonly object?[] values;
    private readonly ScalarType? scalar;
    private readonly EnumType? enumType;

    /// <summary>Wraps the values; the array belongs to the column from then on.</summary>
    public ObjectLeafColumn(object?[] values, ScalarType type)
    {
        this.values = values;
        scalar = type;
    }

    /// <summary>Wraps the values, each an <see cref="EnumValue.Value"/> of the type; the array belongs to the column from then on.</summary>
    public ObjectLeafColumn(object?[] values, EnumType type)
    {
        this.values = values;
        enumType = type;
    }

    /// <summary>Wraps the values of a field whose named type is known only at run time.</summary>
    /// <exception cref="ArgumentException">The type is neither a scalar nor an enum.</exception>
    public static ObjectLeafColumn Of(object?[] values, GraphQLType type) => type.Named switch
    {
        ScalarType scalar => new(values, scalar),
        EnumType enumType => new(values, enumType),
        var other => throw new ArgumentException($"{other} is not a leaf type.", nameof(type)),
    };

    /// <inheritdoc/>
    public override int Count => values.Length;

    /// <inheritdoc/>
    public override bool IsNull(int index) => values[index] is null;

    /// <inheritdoc/>
    public override bool HasNulls => Array.IndexOf(values, null) >= 0;

    /// <inheritdoc/>
    public override void Write(int index, JsonSink sink)
    {
        var value = values[index]!;
        if (scalar is not null) scalar.Write(value, sink);
        else ((EnumValue)value).Write(sink);
    }

    /// <summary>The values at the given indices, still to be coerced.</summary>
    internal ObjectLeafColumn Take(int[] indices)
    {
        var taken = Array.ConvertAll(indices, index => values[index]);
        return scalar is not null ? new(taken, scalar) : new(taken, enumType!);
    }

    /// <summary>Puts what the type's result coercion makes of each value in its place.</summary>
    /// <returns>The entries that failed.</returns>
    internal Dictionary<int, GraphQLError>? Coerce() => enumType is null ? CoerceScalars(scalar!) : CoerceEnumValues(enumType);

    private Dictionary<int, GraphQLError>? CoerceScalars(ScalarType type)
    {
        var resultType = type.Coercion.ResultType;
        Dictionary<int, GraphQLError>? errors = null;
        for (var i = 0; i < values.Length; i++)
        {
            var value = values[i];
            if (value is null || value.GetType() == resultType) continue;
            var coerced = type.CoerceResult(value);
            values[i] = coerced.Value;
            if (coerced.Failed) (errors ??= []).Add(i, new(coerced.Error!));
        }

        return errors;
    }

    private Dictionary<int, GraphQLError>? CoerceEnumValues(EnumType type)
    {
        Dictionary<int, GraphQLError>? errors = null;
        for (var i = 0; i < values.Length; i++)
        {
            var value = values[i];
            if (value is null or EnumValue) continue;
            values[i] = type.FindByValue(value);
            if (values[i] is null) (errors ??= []).Add(i, new($"Enum \"{type.Name}\" cannot represent value: {ValueText.Of(value)}"));
        }

        return errors;
    }
}
