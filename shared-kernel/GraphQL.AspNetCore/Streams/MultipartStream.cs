using System.Buffers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;
using Modular.GraphQL.AspNetCore.Responses;

namespace Modular.GraphQL.AspNetCore.Streams;

/// <summary>
/// An answer in parts, as the draft "Incremental delivery over HTTP" describes it: each is a part of a <c>multipart/mixed</c> body (RFC 2046, section 5.1).
/// Behind each part the next boundary is sent at once, since clients know by it that the part is complete.
/// </summary>
/// <param name="context">The request that is answered.</param>
internal sealed class MultipartStream(HttpContext context)
{
    private const string ContentType = $"{PartsNegotiation.Multipart}; boundary=\"-\"; {PartsNegotiation.Version}={PartsNegotiation.CurrentVersion}";
    private static readonly byte[] Boundary = "---\r\n"u8.ToArray();
    private static readonly byte[] PartHead = "Content-Type: application/json; charset=utf-8\r\n\r\n"u8.ToArray();
    private static readonly byte[] EndOfPart = "\r\n---\r\n"u8.ToArray();
    private static readonly byte[] EndOfLastPart = "\r\n-----\r\n"u8.ToArray();

    /// <summary>Sends the headers.</summary>
    public async ValueTask BeginAsync(int status)
    {
        var response = context.Response;
        response.StatusCode = status;
        response.ContentType = ContentType;
        response.Headers[HeaderNames.Vary] = HeaderNames.Accept;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.CacheControl = "no-store";
        response.Headers["X-Accel-Buffering"] = "no";
        if (status == StatusCodes.Status405MethodNotAllowed)
            response.Headers.Allow = HttpMethods.Post;
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        await response.Body.WriteAsync(Boundary, context.RequestAborted);
    }

    /// <summary>Sends a part. It returns when the connection has taken it over, so that whoever makes parts goes no faster than the client.</summary>
    /// <param name="part">One JSON text.</param>
    /// <param name="isLast">Whether no other follows.</param>
    public async ValueTask NextAsync(ReadOnlySequence<byte> part, bool isLast)
    {
        var body = context.Response.Body;
        await body.WriteAsync(PartHead, context.RequestAborted);
        foreach (var piece in part)
            await body.WriteAsync(piece, context.RequestAborted);
        await body.WriteAsync(isLast ? EndOfLastPart : EndOfPart, context.RequestAborted);
        await body.FlushAsync(context.RequestAborted);
    }
}
