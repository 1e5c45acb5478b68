using Modular.GraphQL.Planning;
using Modular.GraphQL.TypeSystem;

namespace Modular.GraphQL.Execution;

/// <summary>
/// CompleteValue of the specification (section 6.4.3), for a column at a time: checks the column against the field's type, coerces what
/// leaves hold, and makes the objects the next level's parents.
/// </summary>
internal sealed class ColumnCompletion(Func<PlannedSelection, Rows, ObjectGroup> addGroup, IExecutionObserver? observer)
{
    /// <summary>Whether there is an error, or a null where none may be, so that <see cref="NullPropagation"/> is due.</summary>
    public bool FoundProblems { get; private set; }

    /// <summary>Forgets what was found so far.</summary>
    public void Reset() => FoundProblems = false;

    public void Complete(FieldResult field, Column column)
    {
        var parents = field.Parents.Rows.Count;
        if (column.Count != parents)
            throw new InvalidOperationException($"The resolver of {Name(field)} returned {column.Count} entries for {parents} parents.");
        if (column is ErrorColumn failed)
        {
            Fail(field, failed.Error);
            return;
        }

        if (field.Planned.Incremental?.Stream is { } stream) column = LeaveOutLaterItems(field, stream, column);
        var node = MakeNode(field, field.Planned.Field.Type, column);
        if (field.Execution!.Errors is { } errors)
        {
            FoundProblems = true;
            node.Errors = node.Errors is null ? errors : Merge(errors, node.Errors);
        }

        field.Node = node;
    }

    /// <summary>Lets a field fail for all parents, but for those that have an error of their own.</summary>
    public void Fail(FieldResult field, GraphQLError error)
    {
        FoundProblems = true;
        var count = field.Parents.Rows.Count;
        var errors = new Dictionary<int, GraphQLError>(count);
        for (var i = 0; i < count; i++) errors[i] = field.Execution?.Errors?.GetValueOrDefault(i) ?? error;
        field.Node = new(field.Planned.Field.Type, new ErrorColumn(count, error)) { Errors = errors };
    }

    /// <summary>Completes items of a streamed list that were left out at first.</summary>
    public ColumnNode CompleteItems(FieldResult field, Column items) => MakeNode(field, ((ListType)field.Planned.Field.Type.Nullable).ItemType, items);

    private static Column LeaveOutLaterItems(FieldResult field, StreamUsage stream, Column column)
    {
        if (column is not ListColumn lists) return column;
        field.Streamed = new(lists, stream.InitialCountFor(field.Execution!.Request.Variables));
        return field.Streamed.TakeInitial();
    }

    private ColumnNode MakeNode(FieldResult field, GraphQLType type, Column column)
    {
        var node = (type.Nullable, column) switch
        {
            (ListType list, ListColumn lists) => new ColumnNode(type, column) { Inner = MakeNode(field, list.ItemType, lists.Inner) },
            (CompositeType composite, RowsColumn rows) => new(type, column) { Objects = rows.Rows.Count == 0 ? null : PartByType(field, composite, rows.Rows) },
            (ScalarType or EnumType, ObjectLeafColumn leaves) => new(type, column) { Errors = Coerce(leaves) },
            (ScalarType or EnumType, LeafColumn) => new(type, column),
            _ => throw new InvalidOperationException($"The resolver of {Name(field)} returned a {column.GetType().Name} where {type} is expected."),
        };
        if (node.HasForbiddenNulls) FoundProblems = true;
        return node;
    }

    private Dictionary<int, GraphQLError>? Coerce(ObjectLeafColumn leaves)
    {
        var errors = leaves.Coerce();
        if (errors is not null) FoundProblems = true;
        return errors;
    }

    private ObjectSet PartByType(FieldResult field, CompositeType type, Rows rows)
    {
        if ((type as ObjectType ?? rows.SingleType) is not { } single) return PartRows(field, type, rows);
        if (rows.SingleType is { } actual && !field.Planned.Schema.IsPossibleType(type, actual))
            throw new InvalidOperationException($"The resolver of {Name(field)} returned rows of type {actual}, which is not a possible type of {type}.");
        return new(addGroup(field.Planned.SelectionFor(single), rows));
    }

    private ObjectSet PartRows(FieldResult field, CompositeType type, Rows rows)
    {
        var types = new List<ObjectType>();
        var members = new List<List<int>>();
        var groupOf = new int[rows.Count];
        var indexOf = new int[rows.Count];
        Dictionary<int, GraphQLError>? errors = null;
        for (var row = 0; row < rows.Count; row++)
        {
            if (TypeOf(field, type, rows, row, out var error) is not { } rowType)
            {
                (errors ??= []).Add(row, error!);
                groupOf[row] = -1;
                FoundProblems = true;
                continue;
            }

            var group = types.IndexOf(rowType);
            if (group < 0)
            {
                group = types.Count;
                types.Add(rowType);
                members.Add([]);
            }

            groupOf[row] = group;
            indexOf[row] = members[group].Count;
            members[group].Add(row);
        }

        var groups = new ObjectGroup[types.Count];
        for (var i = 0; i < groups.Length; i++)
            groups[i] = addGroup(field.Planned.SelectionFor(types[i]), members[i].Count == rows.Count ? rows : rows.Take([.. members[i]]));
        return new(groups, groupOf, indexOf, errors);
    }

    private ObjectType? TypeOf(FieldResult field, CompositeType type, Rows rows, int row, out GraphQLError? error)
    {
        error = null;
        try
        {
            var rowType = rows.TypeOf(row);
            if (field.Planned.Schema.IsPossibleType(type, rowType)) return rowType;
            error = new($"Runtime Object type \"{rowType}\" is not a possible type for \"{type}\".") { Code = ErrorCodes.Internal };
        }
        catch (GraphQLException exception)
        {
            error = exception.Error;
        }
        catch (Exception exception)
        {
            observer?.FieldFailed(field.Planned.Field, field.Planned.ParentType, exception);
            error = InternalErrors.Of(exception);
        }

        return null;
    }

    private static Dictionary<int, GraphQLError> Merge(IReadOnlyDictionary<int, GraphQLError> first, IReadOnlyDictionary<int, GraphQLError> second)
    {
        var merged = new Dictionary<int, GraphQLError>(first);
        foreach (var (index, error) in second) merged.TryAdd(index, error);
        return merged;
    }

    private static string Name(FieldResult field) => $"{field.Planned.ParentType.Name}.{field.Planned.Field.Name}";
}
