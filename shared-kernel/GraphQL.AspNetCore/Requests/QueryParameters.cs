using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Modular.GraphQL.AspNetCore.Documents;
using Modular.GraphQL.AspNetCore.Responses;

namespace Modular.GraphQL.AspNetCore.Requests;

/// <summary>Reads GET requests, which may only ask queries (GraphQL-over-HTTP draft, section 5.3).</summary>
internal static class QueryParameters
{
    public static RequestReading Read(IQueryCollection parameters, GraphQLHttpOptions options)
    {
        if (!TryReadMap(parameters, "variables", options, out var variables))
            return HttpProblem.BadRequest("The parameter \"variables\" must be a JSON object.");
        if (!TryReadMap(parameters, "extensions", options, out var extensions))
            return HttpProblem.BadRequest("The parameter \"extensions\" must be a JSON object.");

        var query = One(parameters, "query");
        var request = new GraphQLRequest(query ?? "")
        {
            OperationName = One(parameters, "operationName"),
            DocumentId = One(parameters, "documentId") ?? (query is null ? One(parameters, "doc_id") ?? One(parameters, "id") : null),
            Variables = variables,
            Extensions = extensions,
            QueriesOnly = true,
        };
        return query is null && (parameters.ContainsKey("query") || !DocumentIdentifier.IsIn(request))
            ? HttpProblem.BadRequest("The request needs one parameter \"query\".")
            : request;
    }

    private static string? One(IQueryCollection parameters, string name) => parameters[name] is [{ Length: > 0 } value] ? value : null;

    private static bool TryReadMap(IQueryCollection parameters, string name, GraphQLHttpOptions options, out JsonElement map)
    {
        map = default;
        if (parameters[name] is not [{ Length: > 0 } json])
            return true;

        var utf8 = Encoding.UTF8.GetBytes(json);
        try
        {
            if (!JsonText.IsUnicode(utf8))
                return false;

            map = JsonText.Parse(utf8, options.MaxJsonDepth);
            return map.ValueKind is JsonValueKind.Object or JsonValueKind.Null;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
