using Modular.GraphQL.Execution;
using Modular.GraphQL.TypeSystem;

namespace Modular.GraphQL.Introspection;

/// <summary>The fields that documents may select though no type lists them (specification, sections 4.1 and 4.2).</summary>
internal sealed class MetaFields
{
    private readonly Field typeName;
    private readonly Field schema;
    private readonly Field type;

    private MetaFields(Field typeName, Field schema, Field type)
    {
        this.typeName = typeName;
        this.schema = schema;
        this.type = type;
    }

    public static MetaFields Create(TypeFactory types) => new(
        types.MakeField("", new("__typename", "String!")
        {
            Description = "The name of the current Object type at runtime.",
            Resolver = TypeNameResolver.Instance,
        }, Schema.EngineOwner),
        types.MakeField("", new("__schema", "__Schema!")
        {
            Description = "Access the current type schema of this server.",
            Resolver = Root("__Schema", execution => execution.Planned.Schema),
        }, Schema.EngineOwner),
        types.MakeField("", new("__type", "__Type")
        {
            Description = "Request the type information of a single type.",
            Arguments = [new("name", "String!")],
            Resolver = Root("__Type", execution => execution.Planned.Schema.FindType(execution.Arguments.Get<string>("name")!)),
        }, Schema.EngineOwner));

    public Field? Find(string name, bool isQueryRoot) => name switch
    {
        "__typename" => typeName,
        "__schema" when isQueryRoot => schema,
        "__type" when isQueryRoot => type,
        _ => null,
    };

    private static DelegateResolver Root(string typeName, Func<FieldExecution, object?> read) => new(execution =>
    {
        var values = new object?[execution.Parents.Count];
        Array.Fill(values, read(execution));
        var type = (ObjectType)execution.Planned.Schema.FindType(typeName)!;
        return new(ObjectColumns.From(values, type, execution.Planned.Schema));
    });
}
