using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Modular.GraphQL.AspNetCore.Responses;

namespace Modular.GraphQL.AspNetCore.Requests;

/// <summary>Reads GET requests, which may only ask queries (GraphQL-over-HTTP draft, section 5.3).</summary>
internal static class QueryParameters
{
    public static RequestReading Read(IQueryCollection parameters)
    {
        if (parameters["query"] is not [{ Length: > 0 } query])
            return HttpProblem.BadRequest("The request needs one parameter \"query\".");
        if (!TryReadMap(parameters, "variables", out var variables))
            return HttpProblem.BadRequest("The parameter \"variables\" must be a JSON object.");
        if (!TryReadMap(parameters, "extensions", out var extensions))
            return HttpProblem.BadRequest("The parameter \"extensions\" must be a JSON object.");

        return new GraphQLRequest(query)
        {
            OperationName = parameters["operationName"] is [{ Length: > 0 } name] ? name : null,
            Variables = variables,
            Extensions = extensions,
            QueriesOnly = true,
        };
    }

    private static bool TryReadMap(IQueryCollection parameters, string name, out JsonElement map)
    {
        map = default;
        if (parameters[name] is not [{ Length: > 0 } json])
            return true;

        try
        {
            map = JsonElement.Parse(json);
            return map.ValueKind is JsonValueKind.Object or JsonValueKind.Null;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
