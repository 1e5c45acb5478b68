using Modular.GraphQL.TypeSystem;
using Modular.Kernel.Access;
using Modular.Kernel.Postgres.Reads;

namespace Modular.Kernel.GraphQL;

/// <summary>The filter of an entity type: its entries, and <c>and</c>, <c>or</c>, <c>not</c> over filters of the same type.</summary>
/// <param name="typeName">The name of the entity type.</param>
/// <param name="entries">The entries.</param>
internal sealed class EntityFilter(string typeName, IReadOnlyList<FilterEntry> entries)
{
    private const string And = "and";
    private const string Or = "or";
    private const string Negation = "not";
    private readonly Dictionary<string, FilterEntry> entriesByName = entries.ToDictionary(entry => entry.Name);

    /// <summary>The name of the input type.</summary>
    public string Name => $"{typeName}Filter";

    /// <summary>The input type.</summary>
    public InputObjectTypeDefinition ToDefinition() => new(Name)
    {
        Description = $"Which objects of type `{typeName}` a list shows. All that is given must hold.",
        Fields =
        [
            .. entries.Select(entry => entry.ToDefinition()),
            new InputFieldDefinition(And, $"[{Name}!]") { Description = "All of these hold." },
            new InputFieldDefinition(Or, $"[{Name}!]") { Description = "At least one of these holds." },
            new InputFieldDefinition(Negation, Name) { Description = "This does not hold." },
        ],
    };

    /// <summary>The condition that a request's filter stands for.</summary>
    public RowCondition Bind(InputObjectValue filter, SlotValues slots, ICurrentAccess access)
    {
        var conditions = new List<RowCondition>();
        foreach (var (name, value) in filter.Fields)
        {
            if (value is not null)
                conditions.Add(BindField(name, value, slots, access));
        }

        return new AllOf(conditions);
    }

    private RowCondition BindField(string name, object value, SlotValues slots, ICurrentAccess access) => name switch
    {
        And => new AllOf(BindAll(value, slots, access)),
        Or => new AnyOf(BindAll(value, slots, access)),
        Negation => new Not(Bind((InputObjectValue)value, slots, access)),
        _ => entriesByName[name].Bind(value, slots, access),
    };

    private List<RowCondition> BindAll(object filters, SlotValues slots, ICurrentAccess access) =>
        [.. ((object?[])filters).OfType<InputObjectValue>().Select(filter => Bind(filter, slots, access))];
}
