using System.Reflection;
using Modular.GraphQL.TypeSystem;

namespace Modular.GraphQL.Execution;

/// <summary>Finds the writers with which values of a CLR type can be written without being boxed.</summary>
public static class LeafWriters
{
    private static readonly MethodInfo NullableWriter = typeof(LeafWriters).GetMethod(nameof(ForNullable), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>The writer for a leaf type; <see langword="null"/> when its values need to be looked at one by one.</summary>
    /// <typeparam name="T">The CLR type of the values; may be nullable.</typeparam>
    /// <param name="type">The field's type.</param>
    public static LeafWriter<T>? For<T>(GraphQLType type)
    {
        if (type.Nullable is not ScalarType scalar) return null;
        return Nullable.GetUnderlyingType(typeof(T)) is { } underlying
            ? (LeafWriter<T>?)NullableWriter.MakeGenericMethod(underlying).Invoke(null, [scalar])
            : scalar.Coercion.WriterFor<T>();
    }

    private static LeafWriter<T?>? ForNullable<T>(ScalarType scalar)
        where T : struct
        => scalar.Coercion.WriterFor<T>() is { } write ? (value, sink) => write(value.GetValueOrDefault(), sink) : null;
}
