using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Modular.GraphQL.AspNetCore.Responses;

/// <summary>Why a request did not reach the engine.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">The value of <c>extensions.code</c>.</param>
/// <param name="Message">What the client's developer should know.</param>
internal sealed record HttpProblem(int Status, string Code, string Message)
{
    /// <summary>Whether the request itself was well-formed, so that in <c>application/json</c> it is answered with 200 (GraphQL-over-HTTP
    /// draft, section 6.4.1).</summary>
    public bool IsOfWellFormedRequest { get; init; }

    public static HttpProblem ForeignOrigin { get; } = new(
        StatusCodes.Status403Forbidden,
        "FORBIDDEN",
        "Pages of this origin may not open connections here.");

    public static HttpProblem MutationByGet { get; } = new(
        StatusCodes.Status405MethodNotAllowed, ErrorCodes.OperationNotAllowed, "Only queries and subscriptions may be sent this way.");

    public static HttpProblem BadRequest(string message) => new(StatusCodes.Status400BadRequest, "BAD_REQUEST", message);

    public static HttpProblem NotAcceptable { get; } = new(
        StatusCodes.Status406NotAcceptable,
        "NOT_ACCEPTABLE",
        "Responses are application/graphql-response+json or application/json, in UTF-8; in parts also multipart/mixed.");

    public static HttpProblem UnsupportedMediaType { get; } = new(
        StatusCodes.Status415UnsupportedMediaType,
        "UNSUPPORTED_MEDIA_TYPE",
        "A POST request must have the content type application/json, in UTF-8.");

    public static HttpProblem UnsupportedEncoding { get; } = new(
        StatusCodes.Status415UnsupportedMediaType, "UNSUPPORTED_MEDIA_TYPE", "Request bodies must not be compressed.");

    public static HttpProblem NoPreflight { get; } = new(
        StatusCodes.Status400BadRequest,
        "PREFLIGHT_REQUIRED",
        "A multipart request must carry the header GraphQL-Preflight, which no foreign page can send without the browser asking first.");

    public static HttpProblem TooLarge(long limit) =>
        new(StatusCodes.Status413PayloadTooLarge, "PAYLOAD_TOO_LARGE", $"The request is larger than {limit} bytes.");

    public static HttpProblem ResponseTooLarge(long limit) =>
        new(StatusCodes.Status400BadRequest, "RESPONSE_LIMIT", $"The response would be larger than {limit} bytes. Ask for smaller pages or fewer fields.");

    /// <summary>The problem of a body that the server could not read to its end.</summary>
    /// <param name="status">The status that the server gives for it.</param>
    /// <param name="limit">The largest body in bytes.</param>
    public static HttpProblem Unreadable(int status, long limit) => status switch
    {
        StatusCodes.Status408RequestTimeout => new(status, "REQUEST_TIMEOUT", "The body came too slowly."),
        StatusCodes.Status413PayloadTooLarge => TooLarge(limit),
        _ => new(status, "BAD_REQUEST", "The body does not come as its headers say."),
    };

    /// <summary>Writes the problem as a GraphQL response without data.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="isLastPart">Whether parts of the response have been sent, behind which it stands as the last one.</param>
    public void Write(ResponseBuffer output, bool isLastPart = false)
    {
        using var json = new Utf8JsonWriter(output);
        json.WriteStartObject();
        json.WriteStartArray("errors"u8);
        json.WriteStartObject();
        json.WriteString("message"u8, Message);
        json.WriteStartObject("extensions"u8);
        json.WriteString("code"u8, Code);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
        if (isLastPart)
            json.WriteBoolean("hasNext"u8, false);
        json.WriteEndObject();
    }
}
