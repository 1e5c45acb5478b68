using Modular.GraphQL.TypeSystem;

namespace Modular.GraphQL.Execution;

/// <summary>The coerced variables of a request. A variable that was not given and has no default is absent.</summary>
public sealed class VariableValues
{
    /// <summary>No variables.</summary>
    public static readonly VariableValues Empty = new([]);

    private readonly Dictionary<string, object?> values;

    internal VariableValues(Dictionary<string, object?> values) => this.values = values;

    /// <summary>The present variables with their coerced values.</summary>
    public IReadOnlyDictionary<string, object?> Values => values;

    /// <summary>Whether the variable is present, be it with null.</summary>
    public bool Has(string name) => values.ContainsKey(name);

    /// <summary>The variable's value; <see langword="default"/> when it is absent or null.</summary>
    /// <exception cref="InvalidCastException">The coerced value is of another type; see <see cref="CoercedValues"/> for what is what.</exception>
    public T? Get<T>(string name) => CoercedValues.As<T>(values.GetValueOrDefault(name));

    /// <summary>Tells whether the variable is present, and its raw coerced value.</summary>
    public bool TryGetValue(string name, out object? value) => values.TryGetValue(name, out value);
}
