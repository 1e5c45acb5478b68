using System.Collections;
using Modular.GraphQL.TypeSystem;

namespace Modular.GraphQL.Execution;

/// <summary>Makes columns of CLR values as resolvers written by hand have them at hand.</summary>
public static class ObjectColumns
{
    /// <summary>The column of a field of the given type.</summary>
    /// <param name="values">
    /// One value per parent: null; for a list type an <see cref="IEnumerable"/>; for a scalar or enum type the value; for a composite type the object.
    /// The array belongs to the column from then on.
    /// </param>
    /// <param name="type">The field's type.</param>
    /// <param name="schema">The schema, which knows the types of objects behind interfaces and unions.</param>
    /// <exception cref="InvalidCastException">A list is expected and a value is none.</exception>
    public static Column From(object?[] values, GraphQLType type, Schema schema) => type.Nullable switch
    {
        ListType list => FromLists(values, list, schema),
        CompositeType composite => FromObjects(values, composite, schema),
        var leaf => ObjectLeafColumn.Of(values, leaf),
    };

    private static RowsColumn FromObjects(object?[] objects, CompositeType type, Schema schema)
    {
        var nulls = 0;
        foreach (var item in objects)
        {
            if (item is null) nulls++;
        }

        if (nulls == 0) return new RowsColumn(new ObjectRows(objects, type, schema));
        var rows = new object?[objects.Length - nulls];
        var rowOf = new int[objects.Length];
        var row = 0;
        for (var i = 0; i < objects.Length; i++)
        {
            rowOf[i] = objects[i] is null ? -1 : row;
            if (objects[i] is not null) rows[row++] = objects[i];
        }

        return new RowsColumn(new ObjectRows(rows, type, schema), rowOf);
    }

    private static ListColumn FromLists(object?[] lists, ListType type, Schema schema)
    {
        var offsets = new int[lists.Length + 1];
        var items = new List<object?>();
        bool[]? nulls = null;
        for (var i = 0; i < lists.Length; i++)
        {
            if (lists[i] is null) (nulls ??= new bool[lists.Length])[i] = true;
            else foreach (var item in ItemsOf(lists[i]!, type)) items.Add(item);
            offsets[i + 1] = items.Count;
        }

        return new ListColumn(offsets, From([.. items], type.ItemType, schema), nulls);
    }

    private static IEnumerable ItemsOf(object list, ListType type)
        => list is IEnumerable items and not string
            ? items
            : throw new InvalidCastException($"A value of the CLR type {list.GetType()} was returned for the type {type}, which is a list.");
}
