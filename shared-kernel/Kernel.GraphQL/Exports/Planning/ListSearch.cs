using Modular.GraphQL.Language;
using Modular.GraphQL.TypeSystem;

namespace Modular.Kernel.GraphQL.Exports.Planning;

/// <summary>The one list of a query, and how to read it page by page.</summary>
/// <param name="Path">The fields from the root to the list, the list included.</param>
/// <param name="Page">Where a page has its rows and its end.</param>
/// <param name="RowType">The type of a row.</param>
/// <param name="RowSelections">What is selected of a row.</param>
/// <param name="FirstVariable">The variable that says how many rows a page has.</param>
/// <param name="AfterVariable">The variable that says behind which row a page begins.</param>
internal sealed record FoundList(
    IReadOnlyList<SelectedField> Path, PageKeys Page, CompositeType RowType, IReadOnlyList<SelectionSet?> RowSelections, string FirstVariable, string AfterVariable);

/// <summary>Finds the one list of a query: on the way to it there is one field at a time, and no list.</summary>
internal static class ListSearch
{
    /// <summary>Whether a type is a page of a list.</summary>
    public static bool IsConnection(CompositeType type) =>
        type is ObjectType page && page.FindField(ConnectionSelection.PageInfo) is not null && page.FindField(ConnectionSelection.Nodes) is not null;

    /// <summary>The list, or null where the query has none, more than one, or one that cannot be read page by page.</summary>
    public static FoundList? Find(Schema schema, SelectedFields selected, OperationDefinition operation)
    {
        var path = new List<SelectedField>();
        CompositeType type = schema.QueryType!;
        var selections = operation.SelectionSet;
        while (!IsConnection(type))
        {
            if (selected.Of(type, selections).ToArray() is not [var only] || only.Field.Type.Nullable is not CompositeType next)
                return null;
            path.Add(only);
            (type, selections) = (next, only.Node.SelectionSet!);
        }

        var fields = selected.Of(type, selections).ToArray();
        return path.Count == 0 ? null : Read(selected, path, fields);
    }

    private static FoundList? Read(SelectedFields selected, List<SelectedField> path, SelectedField[] fields)
    {
        var arguments = path[^1].Node.Arguments.ToDictionary(argument => argument.Name.Value, argument => argument.Value, StringComparer.Ordinal);
        if (arguments.GetValueOrDefault("first") is not Variable first || arguments.GetValueOrDefault("after") is not Variable after
            || first.Name.Value == after.Name.Value || arguments.ContainsKey("last") || arguments.ContainsKey("before"))
            return null;

        var info = fields.Where(field => field.Field.Name == ConnectionSelection.PageInfo).ToArray();
        var end = info.SelectMany(field => selected.Of((CompositeType)field.Field.Type.Named, field.Node.SelectionSet)).ToArray();
        var rows = fields.Where(field => field.Field.Name is ConnectionSelection.Nodes or ConnectionSelection.Edges).ToArray();
        if (info.Length == 0 || rows.Length == 0 || rows.Select(field => field.Key).Distinct().Count() > 1
            || Array.Find(end, field => field.Field.Name == "hasNextPage") is not { } hasNext || Array.Find(end, field => field.Field.Name == "endCursor") is not { } cursor)
            return null;

        var isEdges = rows[0].Field.Name == ConnectionSelection.Edges;
        var objects = isEdges
            ? [.. rows.SelectMany(field => selected.Of((CompositeType)field.Field.Type.Named, field.Node.SelectionSet)).Where(field => field.Field.Name == ConnectionSelection.Node)]
            : rows;
        if (objects.Length == 0 || objects.Select(field => field.Key).Distinct().Count() > 1 || info.Select(field => field.Key).Distinct().Count() > 1)
            return null;
        return new FoundList(
            path,
            new PageKeys(rows[0].Key, isEdges ? objects[0].Key : null, info[0].Key, hasNext.Key, cursor.Key),
            (CompositeType)objects[0].Field.Type.Named,
            [.. objects.Select(field => field.Node.SelectionSet)],
            first.Name.Value,
            after.Name.Value);
    }
}
