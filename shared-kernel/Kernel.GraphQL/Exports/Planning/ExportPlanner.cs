using System.Text.Json;
using Modular.GraphQL;
using Modular.GraphQL.Language;
using Modular.GraphQL.TypeSystem;
using Modular.Kernel.Results;

namespace Modular.Kernel.GraphQL.Exports.Planning;

/// <summary>Reads a query as an export: its one list becomes rows, what it selects of a row becomes columns.</summary>
internal sealed class ExportPlanner(GraphQLEngine engine)
{
    /// <summary>The plan, or why the query is none that can be exported.</summary>
    /// <param name="schema">The schema that it is for.</param>
    /// <param name="query">The query.</param>
    /// <param name="variables">Its variables, as JSON.</param>
    /// <param name="language">The language of headings and choices.</param>
    public Result<ExportPlan> Plan(Schema schema, string query, string? variables, Language language)
    {
        if (variables is not null && !IsObject(variables))
            return new InvalidInput(new LocalizedText("Biến phải là một đối tượng JSON.", "The variables are a JSON object.")) { Field = "input.variables" };
        if (!engine.Accepts(schema, new GraphQLRequest(query)) || !Parser.TryParse(new Source(query), ParserOptions.Default, out var document, out _))
            return new ExportQueryIsNotValid { Field = "input.query" };
        if (document.Definitions.OfType<OperationDefinition>().ToArray() is not [{ Operation: OperationType.Query } operation])
            return new ExportTakesOneList { Field = "input.query" };

        var selected = new SelectedFields(schema, document);
        if (ListSearch.Find(schema, selected, operation) is not { } list)
            return new ExportTakesOneList { Field = "input.query" };
        var columns = new ColumnWalk(selected, language);
        foreach (var field in list.Path)
            columns.Note(field.Field);
        foreach (var selections in list.RowSelections)
            columns.Walk(list.RowType, selections);
        foreach (var name in FilterNames.Of(list.Path.Select(field => field.Node), variables))
            columns.NoteFilter(list.RowType, name);
        if (columns.HasInnerList || columns.Columns.Count == 0)
            return new ExportTakesOneList { Field = "input.query" };
        return new ExportPlan
        {
            List = string.Join('.', list.Path.Select(field => field.Field.Name)),
            ListKeys = [.. list.Path.Select(field => field.Key)],
            Page = list.Page,
            FirstVariable = list.FirstVariable,
            AfterVariable = list.AfterVariable,
            Columns = [.. columns.Columns],
            Permissions = columns.Permissions,
            IsSensitive = columns.IsSensitive,
        };
    }

    /// <summary>The plan with some of its columns only, in another order and under other headings.</summary>
    public static Result<ExportPlan> Choose(ExportPlan plan, IReadOnlyList<(string Path, string? Heading)> wanted)
    {
        var known = plan.Columns.ToDictionary(column => column.Path, StringComparer.Ordinal);
        var chosen = new List<ExportColumn>();
        foreach (var (path, heading) in wanted)
        {
            if (!known.Remove(path, out var column))
                return new ExportHasNoSuchColumn(path) { Field = "input.columns" };
            chosen.Add(string.IsNullOrWhiteSpace(heading) ? column : column with { Heading = heading.Trim() });
        }

        return chosen.Count == 0 ? plan : plan with { Columns = chosen };
    }

    private static bool IsObject(string json)
    {
        try
        {
            using var read = JsonDocument.Parse(json);
            return read.RootElement.ValueKind == JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
