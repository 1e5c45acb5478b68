using Modular.GraphQL.TypeSystem;

namespace Modular.GraphQL.Execution;

/// <summary>The coerced arguments of a field. An argument that was not given and has no default is absent.</summary>
public sealed class ArgumentValues
{
    /// <summary>No arguments.</summary>
    public static readonly ArgumentValues Empty = new([], [], []);

    private readonly IReadOnlyList<Argument> arguments;
    private readonly object?[] values;
    private readonly bool[] present;

    internal ArgumentValues(IReadOnlyList<Argument> arguments, object?[] values, bool[] present)
    {
        this.arguments = arguments;
        this.values = values;
        this.present = present;
    }

    /// <summary>Whether the argument is present, be it with null.</summary>
    public bool Has(string name) => IndexOf(name) is var index and >= 0 && present[index];

    /// <summary>The argument's value; <see langword="default"/> when it is absent or null.</summary>
    /// <exception cref="InvalidCastException">The coerced value is of another type; see <see cref="CoercedValues"/> for what is what.</exception>
    public T? Get<T>(string name) => CoercedValues.As<T>(Raw(name));

    /// <summary>The argument's coerced value as it is; <see langword="null"/> when it is absent or null.</summary>
    public object? Raw(string name) => IndexOf(name) is var index and >= 0 ? values[index] : null;

    private int IndexOf(string name)
    {
        for (var i = 0; i < arguments.Count; i++)
        {
            if (arguments[i].Name == name) return i;
        }

        return -1;
    }
}
