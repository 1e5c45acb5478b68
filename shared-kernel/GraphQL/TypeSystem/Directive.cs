namespace Modular.GraphQL.TypeSystem;

/// <summary>A directive of a built schema.</summary>
public sealed class Directive
{
    private readonly Dictionary<string, Argument> argumentsByName;

    internal Directive(DirectiveDefinition definition, string owner, IReadOnlyList<Argument> arguments)
    {
        Name = definition.Name;
        Description = definition.Description;
        Owner = owner;
        Locations = definition.Locations;
        IsRepeatable = definition.IsRepeatable;
        Arguments = arguments;
        Features = definition.Features.FrozenWith();
        argumentsByName = arguments.ToDictionary(argument => argument.Name, StringComparer.Ordinal);
    }

    /// <summary>The directive's name without <c>@</c>.</summary>
    public string Name { get; }

    /// <summary>What the directive does; Markdown.</summary>
    public string? Description { get; }

    /// <summary>The owner (module) that contributed it; <see cref="Schema.EngineOwner"/> for the specification's own.</summary>
    public string Owner { get; }

    /// <summary>Where it may stand.</summary>
    public IReadOnlyList<DirectiveLocation> Locations { get; }

    /// <summary>Whether it may stand more than once at one place.</summary>
    public bool IsRepeatable { get; }

    /// <summary>The arguments in the order of their definition.</summary>
    public IReadOnlyList<Argument> Arguments { get; }

    /// <summary>Facts of other layers.</summary>
    public Features Features { get; }

    /// <summary>The argument of that name, or <see langword="null"/>.</summary>
    public Argument? FindArgument(string name) => argumentsByName.GetValueOrDefault(name);
}
