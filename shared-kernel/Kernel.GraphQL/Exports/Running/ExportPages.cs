using System.Buffers;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Modular.GraphQL;
using Modular.GraphQL.Execution;
using Modular.Kernel.GraphQL.Exports.Planning;
using Modular.Kernel.Postgres.AccessLog;
using Modular.Kernel.Postgres.Scopes;

namespace Modular.Kernel.GraphQL.Exports.Running;

/// <summary>Asks for a page of an export as whoever wants it would: through the engine, so that reach, masks and the log of sensitive reads are what they are for any other question.</summary>
internal sealed class ExportPages(GraphQLEngine engine, IServiceScopeFactory scopes, SchemaComposer schemas)
{
    private const int MostRows = 500;
    private const string Client = "export";

    /// <summary>How many rows a page has.</summary>
    private int Size => Math.Min(schemas.PageSize, MostRows);

    /// <summary>The page behind a cursor, the first where there is none.</summary>
    /// <exception cref="ExportStoppedException">The question was answered with errors.</exception>
    public async Task<ExportPage> AskAsync(ClaimedExport export, ExportPlan plan, ExportGround ground, string? after, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentScope>().Enter(ground.Province, ground.Access);
        var circumstances = new ReadCircumstances(export.Purpose, Client, export.Id.ToString());
        await using var request = new KernelRequest(scope.ServiceProvider) { Circumstances = () => circumstances };
        var context = request.ToContext(cancellationToken);
        if (scope.ServiceProvider.GetService<IExecutionObserver>() is { } observer)
            context.Features.Set(observer);
        using var variables = Variables(export, plan, after);
        var question = new GraphQLRequest(export.Query) { Variables = variables.RootElement, QueriesOnly = true };
        var answer = new ArrayBufferWriter<byte>();
        await engine.ExecuteAsync(ground.Schema, question, context, answer);
        return Read(plan, JsonDocument.Parse(answer.WrittenMemory));
    }

    private static ExportPage Read(ExportPlan plan, JsonDocument answer)
    {
        if (answer.RootElement.TryGetProperty("errors", out var errors) && errors.GetArrayLength() > 0)
        {
            using (answer)
                throw new ExportStoppedException(new ExportWasAnsweredWithErrors(CodeOf(errors[0])));
        }

        var list = answer.RootElement.GetProperty("data");
        foreach (var key in plan.ListKeys)
        {
            // What leads to the list is out of reach, or gone: there is nothing of it.
            if (list.ValueKind != JsonValueKind.Object || !list.TryGetProperty(key, out list) || list.ValueKind == JsonValueKind.Null)
                return new ExportPage(answer, [], null);
        }

        var info = list.GetProperty(plan.Page.PageInfo);
        var next = info.GetProperty(plan.Page.HasNextPage).GetBoolean() ? info.GetProperty(plan.Page.EndCursor).GetString() : null;
        var rows = list.GetProperty(plan.Page.Rows).EnumerateArray();
        return new ExportPage(answer, plan.Page.Node is { } node ? rows.Select(edge => edge.GetProperty(node)) : rows, next);
    }

    private JsonDocument Variables(ClaimedExport export, ExportPlan plan, string? after)
    {
        var written = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(written))
        {
            writer.WriteStartObject();
            using (var given = JsonDocument.Parse(export.Variables ?? "{}"))
            {
                foreach (var variable in given.RootElement.EnumerateObject().Where(variable => variable.Name != plan.FirstVariable && variable.Name != plan.AfterVariable))
                    variable.WriteTo(writer);
            }

            writer.WriteNumber(plan.FirstVariable, Size);
            writer.WriteString(plan.AfterVariable, after);
            writer.WriteEndObject();
        }

        return JsonDocument.Parse(written.WrittenMemory);
    }

    private static string CodeOf(JsonElement error) =>
        error.TryGetProperty("extensions", out var extensions) && extensions.TryGetProperty("code", out var code) ? code.GetString() ?? "INTERNAL" : "INTERNAL";
}

/// <summary>A page of an export.</summary>
/// <param name="answer">The response that it is part of.</param>
/// <param name="rows">Its rows.</param>
/// <param name="next">The cursor behind which the next page begins; null where this is the last.</param>
internal sealed class ExportPage(JsonDocument answer, IEnumerable<JsonElement> rows, string? next) : IDisposable
{
    public IEnumerable<JsonElement> Rows => rows;

    public string? Next => next;

    public void Dispose() => answer.Dispose();
}
