using System.Reflection;
using Modular.GraphQL.TypeSystem;

namespace Modular.GraphQL.CodeFirst;

/// <summary>
/// Gives C# types their place in the schema: scalars by a table, enumerations, records as input objects and as object types. A type
/// becomes a definition when it is first used, owned by whoever uses it first.
/// </summary>
/// <param name="scalars">The names of scalars by CLR type.</param>
/// <param name="makeField">Makes the field for a property of an output record.</param>
/// <param name="refusal">Says why a type must not be an object or input object of its own; null where it may.</param>
public sealed class TypeMap(
    IReadOnlyDictionary<Type, string> scalars, Func<RecordProperty, FieldDefinition> makeField, Func<Type, string?> refusal)
{
    private readonly Dictionary<Type, string> names = [];
    private readonly Dictionary<Type, InputObjectTypeDefinition> inputs = [];
    private readonly Dictionary<Type, ObjectTypeDefinition> outputs = [];
    private readonly List<(TypeDefinition Definition, string Owner)> definitions = [];

    /// <summary>What was made so far, with owners.</summary>
    public IReadOnlyList<(TypeDefinition Definition, string Owner)> Definitions => definitions;

    /// <summary>Says that a CLR type is known to the schema under a name, and defined elsewhere.</summary>
    public void Know(Type type, string name) => names[type] = name;

    /// <summary>The SDL of a type where it is given: as an argument or a field of an input object.</summary>
    /// <exception cref="InvalidOperationException">The type cannot be input.</exception>
    public string Input(TypeUse use, string owner) => use.ToSdl(type => Leaf(type, owner) ?? InputRecord(type, owner).Name);

    /// <summary>The SDL of a type where it is returned.</summary>
    /// <exception cref="InvalidOperationException">The type cannot be output.</exception>
    public string Output(TypeUse use, string owner) => use.ToSdl(type => Leaf(type, owner) ?? OutputRecord(type, owner));

    /// <summary>The name of a scalar or enumeration; null for all else.</summary>
    public string? Leaf(Type type, string owner)
    {
        if (scalars.TryGetValue(type, out var scalar))
            return scalar;
        if (!type.IsEnum)
            return null;
        if (names.TryGetValue(type, out var known))
            return known;
        var definition = EnumDefinitions.Of(type);
        names[type] = definition.Name;
        definitions.Add((definition, owner));
        return definition.Name;
    }

    /// <summary>The input object type of a record.</summary>
    /// <exception cref="InvalidOperationException">The type is no record.</exception>
    public InputObjectTypeDefinition InputRecord(Type type, string owner)
    {
        if (inputs.TryGetValue(type, out var known))
            return known;
        RequireRecord(type, "an input object");
        var definition = new InputObjectTypeDefinition(NameOf(type))
        {
            Description = XmlDescriptions.Of(type),
            IsOneOf = type.IsDefined(typeof(OneOfAttribute)),
        };
        inputs.Add(type, definition);
        definitions.Add((definition, owner));
        foreach (var property in RecordProperty.Of(type))
            definition.Fields.Add(InputField(property, definition.IsOneOf, owner));
        return definition;
    }

    /// <summary>The object type of a record whose properties are its fields.</summary>
    /// <exception cref="InvalidOperationException">The type is no record.</exception>
    public ObjectTypeDefinition OutputObject(Type type, string owner)
    {
        OutputRecord(type, owner);
        return outputs.TryGetValue(type, out var definition)
            ? definition
            : throw new InvalidOperationException($"{type} is defined elsewhere, as {names[type]}.");
    }

    /// <summary>The name of a type in the schema as its class says.</summary>
    public static string NameOf(Type type) => type.GetCustomAttribute<GraphQLNameAttribute>()?.Name ?? type.Name;

    private string OutputRecord(Type type, string owner)
    {
        if (names.TryGetValue(type, out var known))
            return known;
        RequireRecord(type, "an object");
        var definition = new ObjectTypeDefinition(NameOf(type)) { Description = XmlDescriptions.Of(type), ClrType = type };
        names.Add(type, definition.Name);
        outputs.Add(type, definition);
        definitions.Add((definition, owner));
        foreach (var property in RecordProperty.Of(type))
            definition.Fields.Add(makeField(property with { Owner = owner }));
        return definition.Name;
    }

    private InputFieldDefinition InputField(RecordProperty property, bool isOneOf, string owner)
    {
        var use = isOneOf ? property.Use with { IsNullable = true } : property.Use;
        return new InputFieldDefinition(property.Name, Input(use, owner))
        {
            Description = property.Description,
            Deprecated = property.Deprecated,
            Default = isOneOf ? null : InputDefaults.Of(property),
        };
    }

    private void RequireRecord(Type type, string what)
    {
        if (type.IsPrimitive || type.IsInterface || type.IsGenericType || type.Namespace?.StartsWith("System", StringComparison.Ordinal) == true)
            throw new InvalidOperationException($"{type} has no place in the schema: it is no scalar, no enumeration, and cannot be {what}.");
        if (refusal(type) is { } reason)
            throw new InvalidOperationException(reason);
    }
}
