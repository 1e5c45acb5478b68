using Modular.GraphQL.CodeFirst;
using Modular.GraphQL.Execution;
using Modular.GraphQL.TypeSystem;
using Modular.Kernel.Access;
using Modular.Kernel.Postgres.Reads;

namespace Modular.Kernel.GraphQL;

/// <summary>The orders in which lists of an entity type can be.</summary>
internal sealed class EntitySorting
{
    private const string Field = "field";
    private const string Direction = "direction";
    private readonly EntityTable table;
    private readonly Dictionary<string, IReadOnlyList<RowColumn>> columnsByName;

    public EntitySorting(EntityTable table)
    {
        this.table = table;
        columnsByName = table.Declaration.Sorts.ToDictionary(
            sort => sort.Name, IReadOnlyList<RowColumn> (sort) => [.. sort.Properties.Select(table.Column)]);
        Default = table.Declaration.DefaultSort is { } declared
            ? Of(declared.Name, declared.Descending)
            : table.Declaration.Sorts is [var first, ..] ? Of(first.Name, descending: false) : SortOrder.By([]);
    }

    /// <summary>The name of the enumeration of columns and directions.</summary>
    public string FieldTypeName => $"{table.Name}OrderField";

    /// <summary>The name of the input type.</summary>
    public string Name => $"{table.Name}Order";

    /// <summary>Whether there is anything to order by.</summary>
    public bool IsOffered => columnsByName.Count > 0;

    /// <summary>The order where a request names none.</summary>
    public SortOrder Default { get; }

    /// <summary>The order of this name.</summary>
    /// <exception cref="InvalidOperationException">The type has none of that name.</exception>
    public SortOrder Of(string name, bool descending) => columnsByName.TryGetValue(name, out var columns)
        ? SortOrder.By([.. columns.Select(column => new SortTerm(column, descending))])
        : throw new InvalidOperationException($"{table.Name} is not sortable by '{name}'; it is by {string.Join(", ", columnsByName.Keys)}.");

    /// <summary>The input types.</summary>
    public IEnumerable<TypeDefinition> ToDefinitions()
    {
        yield return new EnumTypeDefinition(FieldTypeName)
        {
            Description = $"What lists of `{table.Name}` can be ordered by.",
            Values = [.. table.Declaration.Sorts.Select(sort => new EnumValueDefinition(sort.Name) { Description = $"By {Describe(sort)}." })],
        };
        yield return new InputObjectTypeDefinition(Name)
        {
            Description = $"A key of the order of a list of `{table.Name}`; the first one given counts first.",
            Fields =
            [
                new InputFieldDefinition(Field, $"{FieldTypeName}!") { Description = "What to order by." },
                new InputFieldDefinition(Direction, $"{SortDirections.TypeName}!") { Description = "From which end.", Default = SortDirections.Ascending },
            ],
        };
    }

    /// <summary>The order that a request names.</summary>
    /// <exception cref="GraphQLException">The user may not read a column of it.</exception>
    public SortOrder Bind(IReadOnlyList<InputObjectValue>? keys, ICurrentAccess access)
    {
        if (keys is null || keys.Count == 0)
            return Default;
        var terms = new List<SortTerm>();
        foreach (var key in keys)
        {
            var descending = key.Get<string>(Direction) == SortDirections.Descending;
            foreach (var column in columnsByName[key.Get<string>(Field)!])
            {
                if (column.Permission is { } permission && !access.Holds(permission))
                    throw new GraphQLException(GuardedResolver.Forbidden("a list in this order", permission));
                if (!terms.Exists(term => term.Column == column))
                    terms.Add(new SortTerm(column, descending));
            }
        }

        return SortOrder.By(terms);
    }

    private static string Describe(SortDeclaration sort) => string.Join(", then ", sort.Properties.Select(Names.CamelCase).Select(name => $"`{name}`"));
}

/// <summary>The directions of an order.</summary>
internal static class SortDirections
{
    public const string TypeName = "OrderDirection";
    public const string Ascending = "ASC";
    public const string Descending = "DESC";

    /// <summary>The enumeration.</summary>
    public static EnumTypeDefinition ToDefinition() => new(TypeName)
    {
        Description = "From which end a list is ordered.",
        Values =
        [
            new EnumValueDefinition(Ascending) { Description = "The smallest or earliest first." },
            new EnumValueDefinition(Descending) { Description = "The greatest or latest first." },
        ],
    };
}
