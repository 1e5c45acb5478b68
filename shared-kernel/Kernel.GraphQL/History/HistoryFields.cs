using Modular.Kernel.Modules;

namespace Modular.Kernel.GraphQL.History;

/// <summary>
/// Which fields of the schema show what the history of edits keeps, and what reading them takes: the history shows no value to whom the field
/// itself would not show it, and nothing that no field shows.
/// </summary>
public sealed class HistoryFields
{
    private readonly Dictionary<(string Module, string Entity), HistoryType> types = [];

    /// <summary>Asks the modules for their declarations.</summary>
    /// <param name="modules">All registrations, those of the host included.</param>
    public HistoryFields(IEnumerable<ModuleBuilder> modules)
    {
        foreach (var module in modules)
        {
            foreach (var declared in module.Features.Get<SchemaContribution>()?.EntityTypes ?? [])
            {
                var entity = declared.Declare();
                types[(module.Id, entity.Entity.Name)] = HistoryType.Of(entity);
            }
        }
    }

    /// <summary>What the schema shows of an entity; null where it shows nothing.</summary>
    internal HistoryType? Find(string module, string entity) => types.GetValueOrDefault((module, entity));
}

/// <summary>What the schema shows of an entity.</summary>
internal sealed class HistoryType
{
    private readonly Dictionary<string, HistoryField> fields;

    private HistoryType(string typeName, bool isNode, Dictionary<string, HistoryField> fields)
    {
        TypeName = typeName;
        IsNode = isNode;
        this.fields = fields;
    }

    /// <summary>The name of the type.</summary>
    public string TypeName { get; }

    /// <summary>Whether <c>node(id)</c> finds objects of the type.</summary>
    public bool IsNode { get; }

    /// <summary>The field that shows a property, by the name that the history has for it.</summary>
    public HistoryField? Find(string change) => fields.GetValueOrDefault(Plain(change));

    /// <summary>Reads a declaration.</summary>
    public static HistoryType Of(EntityDeclaration entity)
    {
        var fields = new Dictionary<string, HistoryField>(StringComparer.OrdinalIgnoreCase);
        foreach (var declared in entity.Fields)
        {
            var (property, referred) = declared switch
            {
                ColumnFieldDeclaration column => (column.Property, null),
                ReferenceDeclaration reference => (reference.Property, reference.TypeName),
                _ => (null, (string?)null),
            };
            if (property is null)
                continue;
            string?[] permissions = [entity.Requirement?.Permission, declared.Requirement?.Permission];
            fields.TryAdd(Plain(property), new HistoryField(declared.Name, referred, [.. permissions.OfType<string>()]));
        }

        if (entity.PeriodProperty is { } period)
            fields.TryAdd(Plain(period), new HistoryField("period", null, entity.Requirement?.Permission is { } permission ? [permission] : []));
        return new HistoryType(entity.Name, entity.IsNode, fields);
    }

    // Units of work write home.commune, imports homeCommune.
    private static string Plain(string name) => name.Replace(".", "", StringComparison.Ordinal);
}

/// <summary>A field that shows a property.</summary>
/// <param name="Name">The field.</param>
/// <param name="ReferredType">The type of the object whose key the property holds, where it holds one.</param>
/// <param name="Permissions">What reading it takes.</param>
internal sealed record HistoryField(string Name, string? ReferredType, IReadOnlyList<string> Permissions);
