using System.Reflection;
using Modular.GraphQL.CodeFirst;
using Modular.GraphQL.TypeSystem;
using Modular.Kernel.Access;
using Modular.Kernel.Postgres.Reads;

namespace Modular.Kernel.GraphQL;

/// <summary>What the parts of one composition share.</summary>
internal sealed class Composition
{
    private readonly Dictionary<string, EntityParts> partsByName = new(StringComparer.Ordinal);
    private readonly List<(EntityTable Table, EntityParts Parts)> listed = [];
    private readonly HashSet<string> connected = [];
    private readonly IReadOnlySet<string> permissions;

    public Composition(ReadModel model, IReadOnlySet<string> permissions, AbsentMembers absent)
    {
        Model = model;
        Absent = absent;
        this.permissions = permissions;
        Outputs = new OutputTypes(Entities);
        Types = new TypeMap(KernelScalars.ByType, property => MakeRecordField(property), WhyNotShown);
        Types.Know(typeof(PageFacts), KernelTypes.PageInfo);
        Outputs.Types = Types;
    }

    public ReadModel Model { get; }

    /// <summary>How many rows a page has at most where its list does not say.</summary>
    public int PageSize { get; init; } = PageWindow.MaximumSize;

    public SchemaBuilder Builder { get; } = new();

    public CompositionErrors Errors { get; } = new();

    public EntityCatalog Entities { get; } = new();

    public OutputTypes Outputs { get; }

    public TypeMap Types { get; }

    /// <summary>The fields that are left out since another module that they refer to is not enabled: who asks for them is told its name.</summary>
    public AbsentMembers Absent { get; }

    /// <summary>The entity type of a class.</summary>
    /// <exception cref="InvalidOperationException">No enabled module declares one.</exception>
    public EntityTable EntityOf(Type entity) => Entities.Find(entity)
        ?? throw new InvalidOperationException($"{entity.Name} has no EntityType<{entity.Name}, …> in this module.");

    /// <summary>Why a class must not be an object type by its properties: it is an entity. Null where it may.</summary>
    public string? WhyNotShown(Type type) => Model.IsMapped(type)
        ? $"{type.Name} is an entity, which the schema shows only by an EntityType<{type.Name}, …>; there is none."
        : null;

    /// <summary>What can be said of lists of an entity type. Asking says that there is such a list, so that its input types join the schema.</summary>
    /// <param name="table">The entity type.</param>
    /// <param name="isConnection">Whether the list is a connection.</param>
    public EntityParts PartsOf(EntityTable table, bool isConnection)
    {
        if (!partsByName.TryGetValue(table.Name, out var parts))
        {
            parts = EntityParts.Of(table, Types);
            partsByName.Add(table.Name, parts);
            listed.Add((table, parts));
        }

        if (isConnection && connected.Add(table.Name))
        {
            foreach (var type in ConnectionTypes.Of(table.Name))
                Builder.Add(type, table.ModuleId);
        }

        return parts;
    }

    /// <summary>Adds the types that came up on the way: filters, orders, enumerations and records.</summary>
    public void Finish()
    {
        var inputs = listed.SelectMany(list => list.Parts.ToDefinitions().Select(definition => (definition, list.Table.ModuleId))).ToList();
        foreach (var (definition, owner) in Types.Definitions.Concat(inputs))
            Builder.Add(definition, owner);
        var used = inputs.Select(input => input.definition).OfType<InputObjectTypeDefinition>()
            .SelectMany(input => input.Fields).Select(field => field.Type.Trim('[', ']', '!')).ToHashSet();
        foreach (var filter in FilterOperations.ScalarFilters().Where(filter => used.Contains(filter.Name)))
            Builder.Add(filter, KernelTypes.Owner);
        foreach (var (definition, owner) in Types.Definitions.Where(known => known.Definition is EnumTypeDefinition))
        {
            if (used.Contains(FilterOperations.NameOf(definition.Name)))
                Builder.Add(FilterOperations.EnumFilter(definition.Name), owner);
        }
    }

    /// <summary>Looks whether the permissions exist, and whether a root field says who may ask.</summary>
    public void CheckRequirement(string member, IReadOnlyList<string> needed, string? publicReason, bool isRoot, string owner)
    {
        if (isRoot && needed.Count == 0 && publicReason is null)
        {
            Errors.Add(
                $"The root field \"{member}\" of module \"{owner}\" does not say who may ask for it.",
                "Say Requires(permission), or Public(reason).", member, owner);
        }

        foreach (var unknown in needed.Where(permission => !permissions.Contains(permission)))
        {
            Errors.Add(
                $"\"{member}\" of module \"{owner}\" takes the permission \"{unknown}\", which nobody declares.",
                "Declare it by module.Permissions(…), or correct the name.", member, owner);
        }
    }

    /// <summary>Makes the field of an output record's property.</summary>
    /// <param name="property">The property.</param>
    /// <param name="unlessSaid">The class of a value that says none itself, and whose record says none.</param>
    public FieldDefinition MakeRecordField(RecordProperty property, DataClass? unlessSaid = null)
    {
        var referenced = property.Attribute<ReferencesAttribute>()?.TypeName;
        var name = referenced is not null && property.Name.EndsWith("Id", StringComparison.Ordinal) ? property.Name[..^2] : property.Name;
        var field = Outputs.EntityOf(property.Use, referenced) is { } entities
            ? EntityField(property, name, entities)
            : new FieldDefinition(name, Types.Output(property.Use, property.Owner)) { Resolver = new RecordField(property, ColumnOf(property)) };
        field.Description = property.Description;
        field.Deprecated = property.Deprecated;
        var said = property.Attribute<ClassifiedAttribute>() ?? property.Property.DeclaringType?.GetCustomAttribute<ClassifiedAttribute>();
        // What shows the record is sensitive as well (DataClassRules), and is logged with whose it is.
        new FieldFacts(said?.DataClass ?? unlessSaid, [], null).WriteUnlogged(field);
        return field;
    }

    private static FieldDefinition EntityField(RecordProperty property, string name, EntityOutput entities)
    {
        var read = property.Getter();
        // A row that is out of the user's reach reads as absent, so the object is never promised.
        var type = entities.IsList ? $"[{entities.Table.Name}!]" : entities.Table.Name;
        return new FieldDefinition(name, type)
        {
            Resolver = ColumnOf(property) is { } column && !entities.IsList
                ? new ReferenceField(entities.Table, column, parent => (Guid?)read(parent), [])
                : new EntityOutputField(entities, read),
        };
    }

    /// <summary>The column under which a statement gives the property; null where it cannot be one.</summary>
    private static RowColumn? ColumnOf(RecordProperty property)
    {
        var kind = ValueKind.Of(property.Use.Item is null ? property.Use.Type : property.Property.PropertyType);
        var column = Identifier.Quote(Names.SnakeCase(property.Property.Name));
        return kind is null ? null : RowColumn.Of(property.Name, kind, alias => Sql.Text($"{alias}.{column}"));
    }
}

/// <summary>What can be said of lists of an entity type.</summary>
internal sealed record EntityParts(EntityFilter? Filter, EntitySorting Sorting)
{
    public static EntityParts Of(EntityTable table, TypeMap types)
    {
        var entries = table.Declaration.Filters.Select(filter => FilterEntries.Of(filter, table, types)).ToList();
        return new EntityParts(entries.Count == 0 ? null : new EntityFilter(table.Name, entries), new EntitySorting(table));
    }

    /// <summary>The input types.</summary>
    public IEnumerable<TypeDefinition> ToDefinitions() =>
        [.. Filter is null ? [] : new TypeDefinition[] { Filter.ToDefinition() }, .. Sorting.IsOffered ? Sorting.ToDefinitions() : []];
}
