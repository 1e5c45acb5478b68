using System.Text;
using Modular.GraphQL.Response;

namespace Modular.GraphQL.TypeSystem;

/// <summary>An enum type.</summary>
public sealed class EnumType : NamedType
{
    private Dictionary<string, EnumValue> valuesByName = [];
    private Dictionary<object, EnumValue> valuesByValue = [];

    internal EnumType(string name, string? description, string owner, Features features)
        : base(name, description, owner, features)
    {
    }

    /// <summary>The values in the order of their definition.</summary>
    public IReadOnlyList<EnumValue> Values { get; private set; } = [];

    /// <summary>The value of that name, or <see langword="null"/>.</summary>
    public EnumValue? FindValue(string name) => valuesByName.GetValueOrDefault(name);

    /// <summary>The value that stands for what a resolver returned, or <see langword="null"/>.</summary>
    public EnumValue? FindByValue(object value) => valuesByValue.GetValueOrDefault(value);

    internal void Complete(IReadOnlyList<EnumValue> values)
    {
        Values = values;
        valuesByName = values.ToDictionary(value => value.Name, StringComparer.Ordinal);
        valuesByValue = [];
        foreach (var value in values) valuesByValue.TryAdd(value.Value, value);
    }
}

/// <summary>A value of an enum type.</summary>
public sealed class EnumValue
{
    private readonly byte[] json;

    internal EnumValue(EnumValueDefinition definition, string owner)
    {
        Name = definition.Name;
        Value = definition.Value;
        Description = definition.Description;
        Deprecated = definition.Deprecated;
        Owner = owner;
        Features = definition.Features.FrozenWith();
        json = Encoding.UTF8.GetBytes($"\"{Name}\"");
    }

    /// <summary>The value's name.</summary>
    public string Name { get; }

    /// <summary>What resolvers see and return for it.</summary>
    public object Value { get; }

    /// <summary>What the value stands for; Markdown.</summary>
    public string? Description { get; }

    /// <summary>Why the value should no longer be used, or <see langword="null"/> when it is current.</summary>
    public string? Deprecated { get; }

    /// <summary>The owner (module) that contributed the value.</summary>
    public string Owner { get; }

    /// <summary>Facts of other layers.</summary>
    public Features Features { get; }

    /// <summary>Writes the name as a JSON string.</summary>
    public void Write(JsonSink sink) => sink.WriteRaw(json);
}
