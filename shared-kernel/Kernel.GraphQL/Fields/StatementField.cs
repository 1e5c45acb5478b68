using Modular.GraphQL.CodeFirst;
using Modular.GraphQL.Execution;
using Modular.GraphQL.Planning;
using Modular.GraphQL.TypeSystem;
using Modular.Kernel.Postgres.Reads;

namespace Modular.Kernel.GraphQL;

/// <summary>A field whose statement the module wrote: values, or rows of a record, for all parents at once.</summary>
internal sealed class StatementField : UnplannedResolver, IRowField
{
    private readonly ReadModel model;
    private readonly StatementFieldDeclaration declaration;
    private readonly bool ofParents;
    private readonly StatementQuery? valueQuery;
    private readonly IReadOnlyList<string> permissions;
    private readonly ParentReach? reach;
    private readonly SharedLayouts<StatementQuery> layouts;

    /// <param name="model">All tables.</param>
    /// <param name="declaration">The declaration.</param>
    /// <param name="ofParents">Whether the statement has a key; false at the root.</param>
    /// <param name="value">The column of a value; null where rows are records.</param>
    /// <param name="permissions">What the user needs.</param>
    /// <param name="reach">The parents of which it is told; null for all.</param>
    public StatementField(
        ReadModel model, StatementFieldDeclaration declaration, bool ofParents, RowColumn? value, IReadOnlyList<string> permissions, ParentReach? reach)
    {
        this.model = model;
        this.declaration = declaration;
        this.ofParents = ofParents;
        this.permissions = permissions;
        this.reach = reach;
        Needs = reach is null ? [] : [reach.Column];
        layouts = new(FirstSlot, layout => QueryOf(layout.Columns));
        valueQuery = value is null ? null : QueryOf([value]);
        WhenMissing = declaration.ResultType.IsValueType && !declaration.ResultType.IsEnum ? Activator.CreateInstance(declaration.ResultType) : null;
    }

    /// <inheritdoc />
    public IReadOnlyList<RowColumn> Needs { get; }

    private int FirstSlot => ofParents ? 1 : 0;

    /// <summary>What is read of the statement.</summary>
    public StatementQuery QueryOf(IReadOnlyList<RowColumn> columns) => new(
        model, declaration.Statement.Compose!, [.. declaration.Statement.Arguments.Select(argument => argument.Argument)], ofParents, columns);

    /// <inheritdoc />
    public override FieldResolver Plan(FieldPlanning planning)
    {
        if (valueQuery is not null)
            return new Values(this, valueQuery, permissions, reach?.SlotIn(planning));
        var shared = layouts.Of([planning.Planned.Selection!]);
        return new Records(this, shared.Query, shared.Layout, permissions, reach?.SlotIn(planning));
    }

    /// <summary>The rows of each parent, as one list of row numbers with a beginning for each parent.</summary>
    private static (int[] Offsets, int[] Rows) Group(ReadResult result, Guid[]? keys)
    {
        if (keys is null)
            return ([0, result.Count], [.. Enumerable.Range(0, result.Count)]);
        var rowsOfKey = Enumerable.Range(0, result.Count).ToLookup(row => result.Keys(0)[row]);
        var offsets = new int[keys.Length + 1];
        var rows = new List<int>(result.Count);
        for (var parent = 0; parent < keys.Length; parent++)
        {
            rows.AddRange(rowsOfKey[keys[parent]]);
            offsets[parent + 1] = rows.Count;
        }

        return (offsets, [.. rows]);
    }

    private async ValueTask<(ReadResult Result, int[] Offsets, int[] Rows)> ReadAsync(FieldExecution execution, StatementQuery query, int? slot)
    {
        var request = execution.Kernel();
        var keys = ofParents ? ReachedParents.Keys(execution.Parents, slot) : null;
        var values = request.Values(keys?.Distinct().ToArray() ?? [], ArgumentsOf(execution));
        var result = await request.Session.ReadAsync(query.For(values), values, query.Layout);
        var (offsets, rows) = Group(result, keys);
        return (result, offsets, rows);
    }

    private Dictionary<string, object?> ArgumentsOf(FieldExecution execution)
    {
        var values = new Dictionary<string, object?>();
        foreach (var (argument, _, _, idOf) in declaration.Statement.Arguments)
        {
            var given = execution.Arguments.Raw(argument.Name);
            values[argument.Name] = given is string id && idOf is not null
                ? NodeIds.KeyOf(id, idOf, $"{execution.Planned.Field.Name}({argument.Name}:)")
                : InputBinder.Bind(given, TypeUse.Of(argument.ValueType), argument.Name);
        }

        return values;
    }

    private sealed class Values(StatementField field, StatementQuery query, IReadOnlyList<string> permissions, int? slot)
        : GuardedResolver(permissions)
    {
        protected override async ValueTask<Column> ResolveAllowedAsync(FieldExecution execution)
        {
            var (result, offsets, rows) = await field.ReadAsync(execution, query, slot);
            var type = execution.Planned.Field.Type;
            var column = result[field.FirstSlot];
            var values = new object?[offsets.Length - 1];
            for (var parent = 0; parent < values.Length; parent++)
            {
                if (!ReachedParents.Has(execution.Parents, slot, parent))
                    continue;
                var ofParent = rows[offsets[parent]..offsets[parent + 1]].Select(row => ValueOf(column, row, type.Named));
                values[parent] = field.IsList ? ofParent.ToArray() : ofParent.FirstOrDefault() ?? field.WhenMissing;
            }

            return ObjectColumns.From(values, type, execution.Planned.Schema);
        }

        private static object? ValueOf(ReadBuffer column, int row, NamedType type)
        {
            var value = ColumnMaker.ValueOf(column, row);
            return value is string name && type is EnumType enumeration ? enumeration.FindValue(name)?.Value : value;
        }
    }

    private sealed class Records(StatementField field, StatementQuery query, RowLayout layout, IReadOnlyList<string> permissions, int? slot)
        : GuardedResolver(permissions), IRowSource
    {
        public RowLayout LayoutOf(ObjectType type) => layout;

        protected override async ValueTask<Column> ResolveAllowedAsync(FieldExecution execution)
        {
            var (result, offsets, rows) = await field.ReadAsync(execution, query, slot);
            var read = new ReadRows((ObjectType)execution.Planned.Field.Type.Named, result, rows);
            if (field.IsList)
                return new ListColumn(offsets, new RowsColumn(read), Unreached(execution.Parents));
            var first = new int[offsets.Length - 1];
            for (var parent = 0; parent < first.Length; parent++)
                first[parent] = offsets[parent] < offsets[parent + 1] ? offsets[parent] : -1;
            return new RowsColumn(read, first);
        }

        private bool[]? Unreached(Rows parents) =>
            slot is null ? null : [.. Enumerable.Range(0, parents.Count).Select(parent => !ReachedParents.Has(parents, slot, parent))];
    }

    private bool IsList => declaration.IsList;

    private object? WhenMissing { get; }
}
