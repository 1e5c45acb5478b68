using System.Collections.Concurrent;
using Modular.GraphQL.Planning;
using Modular.GraphQL.TypeSystem;
using Modular.Kernel.Postgres.Reads;

namespace Modular.Kernel.GraphQL;

/// <summary>An entity type as the read path knows it: what its declaration and its table say together.</summary>
internal sealed class EntityTable
{
    private readonly SharedLayouts<RowsQuery> layouts;
    private readonly ConcurrentDictionary<string, RowColumn> columns = new();
    private readonly Dictionary<string, string> permissionsByProperty;

    public EntityTable(EntityDeclaration declaration, string moduleId, ReadModel model)
    {
        Declaration = declaration;
        ModuleId = moduleId;
        Table = model.TableOf(declaration.Entity);
        permissionsByProperty = declaration.Fields.Where(field => field.Requirement?.Permission is not null)
            .Select(field => (Property: PropertyOfField(field), field.Requirement!.Permission))
            .Where(guarded => guarded.Property is not null)
            .DistinctBy(guarded => guarded.Property)
            .ToDictionary(guarded => guarded.Property!, guarded => guarded.Permission!);
        RowColumn[] guarded =
        [
            .. permissionsByProperty.Keys.Select(Column),
            .. declaration.Filters.OfType<SqlFilterDeclaration>().Select(filter => filter.Permission).OfType<string>().Select(Gate),
        ];
        layouts = new(1, layout => new RowsQuery(model, Table, layout.Columns, guarded));
        Key = RowColumn.Of(Table.Key, isKey: true);
        columns[Table.Key.PropertyName] = Key;
        Subject = Table.SubjectProperty is { } subject ? RowColumn.Of(Table.Column(subject), isKey: subject == Table.Key.PropertyName) : null;
    }

    public EntityDeclaration Declaration { get; }

    /// <summary>The module that declares the type.</summary>
    public string ModuleId { get; }

    /// <summary>The type's name in the schema.</summary>
    public string Name => Declaration.Name;

    public ReadTable Table { get; }

    /// <summary>The key as a column of an order.</summary>
    public RowColumn Key { get; }

    /// <summary>The column that tells whose data a row holds, where it belongs to a member; null where the row itself is the subject.</summary>
    public RowColumn? Subject { get; }

    /// <summary>The permissions without which no object of the type is read.</summary>
    public IReadOnlyList<string> Permissions => Declaration.Requirement?.Permission is { } permission ? [permission] : [];

    /// <summary>The column of a property, closed to those who lack the permission of the field that shows it.</summary>
    public RowColumn Column(string property) => columns.GetOrAdd(
        property, name => RowColumn.Of(Table.Column(name), permissionsByProperty.GetValueOrDefault(name), scope: Table.Place));

    /// <summary>True in the rows that a permission reaches and null in the others: what closes a filter of the module's own.</summary>
    public RowColumn Gate(string permission) => columns.GetOrAdd(
        $"within {permission}", name => RowColumn.Of(name, ValueKind.Of(typeof(bool))!, _ => Sql.Text("true"), permission, Table.Place));

    /// <summary>The type in a schema.</summary>
    public ObjectType TypeIn(Schema schema) => (ObjectType)schema.FindType(Name)!;

    /// <summary>What an operation reads of the table, given all that it selects of the type at one place.</summary>
    public PlannedRows Plan(Schema schema, IEnumerable<PlannedSelection> selections)
    {
        var shared = layouts.Of(selections);
        return new PlannedRows(TypeIn(schema), shared.Layout, shared.Query);
    }

    /// <summary>What an operation reads for a field whose value is of the type, or may be.</summary>
    public PlannedRows Plan(PlannedField field) => Plan(field.Schema, [field.SelectionFor(TypeIn(field.Schema))]);

    /// <summary>The property that a field shows or refers by; null where it shows none.</summary>
    private static string? PropertyOfField(FieldDeclaration field) => field switch
    {
        ColumnFieldDeclaration column => column.Property,
        ReferenceDeclaration reference => reference.Property,
        _ => null,
    };
}

/// <summary>What one place of an operation reads of an entity's table.</summary>
/// <param name="Type">The type of the rows.</param>
/// <param name="Layout">Where the columns stand.</param>
/// <param name="Query">The statements.</param>
internal sealed record PlannedRows(ObjectType Type, RowLayout Layout, RowsQuery Query);
