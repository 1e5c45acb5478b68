using Modular.GraphQL.CodeFirst;
using Modular.GraphQL.Execution;
using Modular.GraphQL.Planning;
using Modular.Kernel.Postgres.Reads;

namespace Modular.Kernel.GraphQL;

/// <summary>A field that shows a property of a record, whether a method returned the record or a statement its columns.</summary>
internal sealed class RecordField : UnplannedResolver, IRowField
{
    private readonly Func<object, object?> read;
    private readonly RowColumn? column;
    private readonly string? idOf;

    public RecordField(RecordProperty property, RowColumn? column)
    {
        read = property.Getter();
        this.column = column;
        Needs = column is null ? [] : [column];
        idOf = property.Use.IdOf;
    }

    /// <inheritdoc />
    public IReadOnlyList<RowColumn> Needs { get; }

    /// <inheritdoc />
    public override FieldResolver Plan(FieldPlanning planning)
    {
        if (planning.ParentResolver is not IRowSource source)
            return new OfObjects(read, idOf);
        return column is null
            ? throw new InvalidOperationException($"{planning.ParentType.Name}.{planning.Field.Name} cannot be a column of a statement.")
            : new OfRows(source.LayoutOf(planning.ParentType).SlotOf(column), idOf);
    }

    private sealed class OfRows(int slot, string? idOf) : FieldResolver
    {
        private readonly byte[]? prefix = idOf is null ? null : IdColumn.PrefixOf(idOf);

        public override ValueTask<Column> ResolveAsync(FieldExecution execution)
        {
            var rows = (ReadRows)execution.Parents;
            return new(prefix is null
                ? ColumnMaker.Make(rows, rows.Result[slot], execution.Planned.Field.Type)
                : new IdColumn(rows, rows.Result.Keys(slot), prefix));
        }
    }

    private sealed class OfObjects(Func<object, object?> read, string? idOf) : FieldResolver
    {
        public override ValueTask<Column> ResolveAsync(FieldExecution execution)
        {
            var parents = (ObjectRows)execution.Parents;
            var values = new object?[parents.Count];
            for (var index = 0; index < values.Length; index++)
                values[index] = Shown(read(parents[index]!));
            return new(ObjectColumns.From(values, execution.Planned.Field.Type, execution.Planned.Schema));
        }

        private object? Shown(object? value) => value switch
        {
            Guid key when idOf is not null => new GlobalId(idOf, key).ToString(),
            IEnumerable<Guid> keys when idOf is not null => keys.Select(key => new GlobalId(idOf, key).ToString()).ToArray(),
            _ => value,
        };
    }
}
