using System.Text.Json;
using Npgsql;

namespace Modular.Kernel.Postgres.Imports.Running;

/// <summary>Writes the history of edits for many rows at once, in the form in which the unit of work writes it for one.</summary>
internal static class EditsOfRows
{
    /// <summary>The statement that records that the rows of a table were made, or are about to be deleted.</summary>
    /// <param name="run">The import.</param>
    /// <param name="rows">What the rows are.</param>
    /// <param name="source">The relation whose <c>id</c> the table's key column equals.</param>
    /// <param name="action"><c>CREATED</c> or <c>DELETED</c>.</param>
    /// <param name="cancellationToken">Stops the look at the table.</param>
    public static async Task<string> StatementAsync(
        ImportRun run, CreatedRows rows, string source, string action, CancellationToken cancellationToken)
    {
        var columns = await ColumnsAsync(run, rows.Table, cancellationToken);
        var side = action == "DELETED" ? "before" : "after";
        var fields = columns
            .Where(column => column is not ("province_id" or "id" or "version"))
            .Select(column => $"""'"{Camel(column)}":{"{"}"{side}":' || to_json(object.{Quoted(column)})::text || '{"}"}'""");
        var entityId = columns.Contains("id") ? "object.id" : $"object.{rows.Key}";
        var subjectId = rows.Subject is null ? "null::uuid" : $"object.{rows.Subject}";
        var organizationId = rows.Organization is null ? "null::uuid" : $"object.{rows.Organization}";
        return $"""
            insert into kernel.edits (province_id, generation, module, entity, entity_id, subject_id, organization_id, action, changes, made_at, user_id, user_name, reason)
            select @province, (select generation from kernel.outbox_generation), @module, '{rows.Entity}', {entityId}, {subjectId}, {organizationId},
                '{action}',
                ('{"{"}' || concat_ws(',', {string.Join(", ", fields)}) || '{"}"}')::jsonb, @now, @user_id, @user_name, @reason
            from {source} as made
            join {rows.Table} as object on object.province_id = @province and object.{rows.Key} = made.id
            """;
    }

    private static async Task<List<string>> ColumnsAsync(ImportRun run, string table, CancellationToken cancellationToken)
    {
        var columns = new List<string>();
        await using var command = new NpgsqlCommand(
            "select attname from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped order by attnum", run.Connection);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = table });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            columns.Add(reader.GetString(0));
        return columns;
    }

    private static string Camel(string column)
    {
        var words = column.Split('_');
        return JsonNamingPolicy.CamelCase.ConvertName(
            string.Concat(words.Select(word => word.Length == 0 ? word : char.ToUpperInvariant(word[0]) + word[1..])));
    }

    private static string Quoted(string column) => $"\"{column}\"";
}
