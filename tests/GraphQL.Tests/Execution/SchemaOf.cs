using Modular.GraphQL.Execution;
using Modular.GraphQL.TypeSystem;

namespace Modular.GraphQL.Tests.Execution;

/// <summary>Short ways to schemas for tests.</summary>
internal static class SchemaOf
{
    public static Schema Types(params TypeDefinition[] types) => Builder(types).Build();

    public static SchemaBuilder Builder(params TypeDefinition[] types)
    {
        var builder = new SchemaBuilder();
        foreach (var type in types) builder.Add(type, "test");
        return builder;
    }

    /// <summary>A field that is the same for every parent.</summary>
    public static FieldDefinition Constant(string name, string type, object? value)
        => new(name, type) { Resolver = new ValueResolver<object?>(_ => value) };

    /// <summary>A field that is read from its parent.</summary>
    public static FieldDefinition Read<TParent>(string name, string type, Func<TParent, object?> read)
        => new(name, type) { Resolver = new ValueResolver<TParent>(read) };

    /// <summary>A field that fails for every parent.</summary>
    public static FieldDefinition Failing(string name, string type, string message)
        => new(name, type) { Resolver = new DelegateResolver(_ => throw new GraphQLException(message)) };
}
