using Modular.GraphQL.CodeFirst;
using Modular.GraphQL.Execution;
using Modular.GraphQL.TypeSystem;
using Modular.Kernel.Access;
using Modular.Kernel.Postgres.Reads;

namespace Modular.Kernel.GraphQL;

/// <summary>One field of a type's filter.</summary>
/// <param name="name">Its name in the schema.</param>
/// <param name="inputType">Its type in the schema.</param>
/// <param name="description">Which rows it keeps.</param>
internal abstract class FilterEntry(string name, string inputType, string description)
{
    public string Name { get; } = name;

    /// <summary>The permission that filtering takes, so that a value that may not be read cannot be guessed; null for none.</summary>
    public virtual string? Permission => null;

    /// <summary>The field as the filter's input type has it.</summary>
    public InputFieldDefinition ToDefinition() => new(Name, inputType) { Description = description };

    /// <summary>Makes the condition that a request's value stands for.</summary>
    /// <exception cref="GraphQLException">The user may not filter so, or the value has the wrong form.</exception>
    public RowCondition Bind(object value, SlotValues slots, ICurrentAccess access)
    {
        if (Permission is { } permission && !access.Holds(permission))
            throw new GraphQLException(GuardedResolver.Forbidden($"what the filter '{Name}' tells", permission));
        return Bind(value, slots);
    }

    protected abstract RowCondition Bind(object value, SlotValues slots);

    /// <summary>The key in an opaque identifier.</summary>
    protected Guid KeyOf(string id, string typeName) => NodeIds.KeyOf(id, typeName, $"The filter '{Name}'");
}

/// <summary>A filter over a column: an object with one field for each comparison.</summary>
internal sealed class ColumnFilter(string name, string inputType, RowColumn column, RowColumn? searchKey, string? idType)
    : FilterEntry(name, inputType, $"By `{name}`.")
{
    public override string? Permission => column.Permission;

    protected override RowCondition Bind(object value, SlotValues slots)
    {
        var conditions = new List<RowCondition>();
        foreach (var (comparison, operand) in ((InputObjectValue)value).Fields)
        {
            if (operand is not null)
                conditions.Add(Compare(comparison, operand, slots));
        }

        return new AllOf(conditions);
    }

    private RowCondition Compare(string comparison, object operand, SlotValues slots) => comparison switch
    {
        FilterOperations.Equal => On(Comparison.Equal, Stored(operand), slots),
        FilterOperations.In => On(Comparison.In, StoredAll(operand), slots),
        FilterOperations.NotIn => new Not(On(Comparison.In, StoredAll(operand), slots)),
        FilterOperations.Less => On(Comparison.Less, operand, slots),
        FilterOperations.LessOrEqual => On(Comparison.LessOrEqual, operand, slots),
        FilterOperations.Greater => On(Comparison.Greater, operand, slots),
        FilterOperations.GreaterOrEqual => On(Comparison.GreaterOrEqual, operand, slots),
        FilterOperations.StartsWith => On(Comparison.Like, LikePattern.Escape((string)operand) + "%", slots),
        FilterOperations.Contains => Containing((string)operand, slots),
        FilterOperations.IsNull => new ColumnCondition(column, (bool)operand ? Comparison.IsNull : Comparison.IsNotNull, -1),
        _ => throw new InvalidOperationException($"The filter '{Name}' has no comparison '{comparison}'."),
    };

    private ColumnCondition On(Comparison comparison, object operand, SlotValues slots) => new(column, comparison, slots.Add(operand));

    private ColumnCondition Containing(string text, SlotValues slots) =>
        new(searchKey!, Comparison.Like, slots.Add($"%{LikePattern.Escape(Texts.VietnameseText.SearchKey(text))}%"));

    private object Stored(object value) => value switch
    {
        string id when idType is not null => KeyOf(id, idType),
        Enum member => Postgres.Entities.EnumText.OfName(member.ToString()),
        _ => value,
    };

    private Array StoredAll(object values)
    {
        var items = ((object?[])values).Where(value => value is not null).Select(value => Stored(value!)).ToArray();
        var stored = Array.CreateInstance(column.Kind.ClrType, items.Length);
        items.CopyTo(stored, 0);
        return stored;
    }
}

/// <summary>A filter by a condition of the module's own; with a gate only the rows that its permission reaches fit.</summary>
internal sealed class SqlFilter(SqlFilterDeclaration declaration, string inputType, RowColumn? gate)
    : FilterEntry(declaration.Name, inputType, declaration.Description)
{
    public override string? Permission => gate?.Permission;

    protected override RowCondition Bind(object value, SlotValues slots) =>
        new SqlCondition(Name, declaration.Compose, new SqlSlot(slots.Add(value))) { Gate = gate, FewKeys = declaration.FewKeys };
}

/// <summary>A filter by a condition of the module's own with several values.</summary>
internal sealed class RecordFilter(RecordFilterDeclaration declaration, string inputType) : FilterEntry(declaration.Name, inputType, declaration.Description)
{
    protected override RowCondition Bind(object value, SlotValues slots)
    {
        var given = Read(value);
        var parts = declaration.InputType.GetProperties()
            .ToDictionary(property => property.Name, SqlPart (property) => new SqlSlot(slots.Add(property.GetValue(given))));
        return new SqlCondition(Name, (alias, _) => declaration.Compose(alias, name => parts[name]), parts.Values.First());
    }

    private object? Read(object value)
    {
        try
        {
            return InputBinder.Bind(value, TypeUse.Of(declaration.InputType), Name);
        }
        catch (InputBindingException malformed)
        {
            throw new GraphQLException(malformed.Message, KernelErrorCodes.BadInput);
        }
    }
}

/// <summary>A filter by organization.</summary>
internal sealed class OrganizationFilter(OrganizationFilterDeclaration declaration, RowColumn column)
    : FilterEntry(declaration.Name, FilterOperations.OrganizationFilter, declaration.Description)
{
    public override string? Permission => column.Permission;

    protected override RowCondition Bind(object value, SlotValues slots)
    {
        var input = (InputObjectValue)value;
        var organization = KeyOf(input.Get<string>("id")!, FilterOperations.OrganizationType);
        return new OrganizationCondition(column, input.Get<bool>("includeSubtree"), slots.Add(organization));
    }
}

/// <summary>Opaque identifiers in arguments.</summary>
internal static class NodeIds
{
    /// <summary>The key of an object of this type.</summary>
    /// <exception cref="GraphQLException">The text is no identifier, or one of another type.</exception>
    public static Guid KeyOf(string id, string typeName, string where)
    {
        if (!GlobalId.TryParse(id, out var parsed))
            throw new GraphQLException($"{where} takes the id of a {typeName}; \"{id}\" is no id.", KernelErrorCodes.BadInput);
        return parsed.TypeName == typeName
            ? parsed.Key
            : throw new GraphQLException($"{where} takes the id of a {typeName}, not of a {parsed.TypeName}.", KernelErrorCodes.BadInput);
    }
}
