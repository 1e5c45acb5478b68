namespace Modular.GraphQL.TypeSystem;

/// <summary>
/// Lists the types of a schema in the very order of graphql-js, so that SDL and introspection of the same schema compare equal: as they were
/// defined, with the specification's scalars behind the first type that refers to them.
/// </summary>
internal sealed class TypeOrder
{
    private readonly HashSet<NamedType> seen = [];

    public List<NamedType> Types { get; } = [];

    /// <summary>Adds the types that owners define, in their order.</summary>
    public void AddDefined(IEnumerable<NamedType> defined)
    {
        var all = defined.ToList();
        seen.UnionWith(all);
        foreach (var type in all) List(type);
    }

    /// <summary>Adds a type, unless it is listed already, and all it refers to.</summary>
    public void Add(GraphQLType? type)
    {
        if (type is not null && seen.Add(type.Named)) List(type.Named);
    }

    private void List(NamedType type)
    {
        Types.Add(type);
        switch (type)
        {
            case UnionType union:
                foreach (var member in union.Members) Add(member);
                break;
            case TypeWithFields withFields:
                foreach (var contract in withFields.Interfaces) Add(contract);
                foreach (var field in withFields.Fields) Add(field);
                break;
            case InputObjectType input:
                foreach (var field in input.Fields) Add(field.Type);
                break;
        }
    }

    private void Add(Field field)
    {
        Add(field.Type);
        foreach (var argument in field.Arguments) Add(argument.Type);
    }
}
