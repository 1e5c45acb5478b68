using System.Text;
using Modular.GraphQL.Execution;
using Modular.GraphQL.Planning;

namespace Modular.GraphQL.TypeSystem;

/// <summary>A field of a built object or interface type.</summary>
public sealed class Field
{
    private readonly Dictionary<string, Argument> argumentsByName;
    private FieldCosts? costs;
    private byte[]? firstJsonPrefix;
    private byte[]? nextJsonPrefix;

    internal Field(
        string name, GraphQLType type, string owner, string? description, string? deprecated, IReadOnlyList<Argument> arguments,
        FieldResolver? resolver, Features features)
    {
        Name = name;
        Type = type;
        Owner = owner;
        Description = description;
        Deprecated = deprecated;
        Arguments = arguments;
        Resolver = resolver;
        Features = features;
        argumentsByName = arguments.ToDictionary(argument => argument.Name, StringComparer.Ordinal);
    }

    /// <summary>The field's name.</summary>
    public string Name { get; }

    /// <summary>The type of its value.</summary>
    public GraphQLType Type { get; }

    /// <summary>The owner (module) that contributed the field.</summary>
    public string Owner { get; }

    /// <summary>What the field tells; Markdown.</summary>
    public string? Description { get; }

    /// <summary>Why the field should no longer be used, or <see langword="null"/> when it is current.</summary>
    public string? Deprecated { get; }

    /// <summary>The arguments in the order of their definition.</summary>
    public IReadOnlyList<Argument> Arguments { get; }

    /// <summary>How the field is resolved; <see langword="null"/> on interfaces and in schemas that are only validated against.</summary>
    public FieldResolver? Resolver { get; }

    /// <summary>Facts of other layers.</summary>
    public Features Features { get; }

    /// <summary>What is known of the field's cost.</summary>
    internal FieldCosts Costs => costs ??= FieldCosts.Of(this);

    /// <summary>What stands before the field's value in a response where the field has no alias and is the first of its object.</summary>
    internal byte[] FirstJsonPrefix => firstJsonPrefix ??= JsonPrefixOf('{', Name);

    /// <summary>What stands before the field's value in a response where the field has no alias and follows others.</summary>
    internal byte[] NextJsonPrefix => nextJsonPrefix ??= JsonPrefixOf(',', Name);

    /// <summary>What stands before a value in a response: a bracket or comma, and the key.</summary>
    internal static byte[] JsonPrefixOf(char separator, string responseName) => Encoding.UTF8.GetBytes($"{separator}\"{responseName}\":");

    /// <summary>The argument of that name, or <see langword="null"/>.</summary>
    public Argument? FindArgument(string name) => argumentsByName.GetValueOrDefault(name);
}
