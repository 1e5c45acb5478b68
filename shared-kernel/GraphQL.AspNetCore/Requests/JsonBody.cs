using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;
using Modular.GraphQL.AspNetCore.Responses;

namespace Modular.GraphQL.AspNetCore.Requests;

/// <summary>Reads POST requests whose body is JSON.</summary>
internal static class JsonBody
{
    /// <summary>The content type as nearly all clients send it.</summary>
    public const string MediaType = "application/json";

    /// <summary>Whether a content type is JSON in UTF-8. Foreign pages can send it only after the browser has asked (CORS
    /// preflight).</summary>
    public static bool IsJson(MediaTypeHeaderValue? contentType) =>
        contentType is not null
        && contentType.MediaType.Equals(MediaType, StringComparison.OrdinalIgnoreCase)
        && (!contentType.Charset.HasValue
            || HeaderUtilities.RemoveQuotes(contentType.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase));

    /// <summary>Reads a request.</summary>
    /// <param name="request">The HTTP request.</param>
    /// <param name="options">How large and deep the body may be.</param>
    /// <param name="cancellation">Cancelled when the client is gone.</param>
    /// <exception cref="BadHttpRequestException">The body does not come as HTTP says, or too slowly.</exception>
    public static async ValueTask<RequestReading> ReadAsync(HttpRequest request, GraphQLHttpOptions options, CancellationToken cancellation)
    {
        var maxBytes = options.MaxRequestBytes;
        if (request.ContentLength > maxBytes)
            return HttpProblem.TooLarge(maxBytes);
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = maxBytes;

        var body = request.BodyReader;
        while (true)
        {
            var result = await body.ReadAsync(cancellation);
            var isTooLarge = result.Buffer.Length > maxBytes;
            if (!isTooLarge && !result.IsCompleted)
            {
                body.AdvanceTo(result.Buffer.Start, result.Buffer.End);
                continue;
            }

            // What was read is given back in either case; the server needs it to go on with the connection.
            RequestReading reading = isTooLarge ? HttpProblem.TooLarge(maxBytes) : RequestJson.Read(result.Buffer, options.MaxJsonDepth);
            body.AdvanceTo(result.Buffer.End);
            return reading;
        }
    }
}
