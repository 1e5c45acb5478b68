using System.Diagnostics.CodeAnalysis;

namespace Modular.GraphQL.CodeFirst;

/// <summary>
/// An input field that may be left out, which is not the same as null: a partial update leaves alone what is left out, and clears
/// what is null. A property of an input record has it as its type; <see langword="default"/> is "left out".
/// </summary>
/// <typeparam name="T">The type of the value, nullable where null is a value.</typeparam>
public readonly record struct Optional<T>
{
    /// <summary>A value that was given.</summary>
    public Optional(T value)
    {
        Value = value;
        IsGiven = true;
    }

    /// <summary>Whether the request gives the field, be it as null.</summary>
    public bool IsGiven { get; }

    /// <summary>The value; <see langword="default"/> where it was left out.</summary>
    public T? Value { get; }

    /// <summary>A value that was given.</summary>
    public static implicit operator Optional<T>(T value) => new(value);

    /// <summary>The value, or what stands now where it was left out.</summary>
    [return: NotNullIfNotNull(nameof(current))]
    public T Or(T current) => IsGiven ? Value! : current;

    /// <summary>Tells whether the field was given, and its value.</summary>
    public bool TryGet([MaybeNullWhen(false)] out T value)
    {
        value = Value!;
        return IsGiven;
    }
}
