namespace Modular.GraphQL.TypeSystem;

/// <summary>A directive that documents may use.</summary>
/// <param name="name">The directive's name without <c>@</c>.</param>
/// <param name="locations">Where it may stand.</param>
public sealed class DirectiveDefinition(string name, params IEnumerable<DirectiveLocation> locations)
{
    /// <summary>The directive's name without <c>@</c>.</summary>
    public string Name { get; } = name;

    /// <summary>Where it may stand.</summary>
    public IReadOnlyList<DirectiveLocation> Locations { get; } = [.. locations];

    /// <summary>What the directive does; Markdown.</summary>
    public string? Description { get; set; }

    /// <summary>Whether it may stand more than once at one place.</summary>
    public bool IsRepeatable { get; set; }

    /// <summary>The arguments.</summary>
    public IList<ArgumentDefinition> Arguments { get; init; } = [];

    /// <summary>Facts of other layers, carried over to the built directive.</summary>
    public Features Features { get; init; } = new();
}
