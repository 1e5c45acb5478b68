using Microsoft.AspNetCore.Http;

namespace Modular.GraphQL.AspNetCore.Requests;

/// <summary>Tells requests that a foreign page can send only after the browser has asked this host (CORS preflight) from those that it can
/// send at will.</summary>
internal static class Preflight
{
    // A foreign page's form or image cannot set headers. Names that other servers established are taken as well.
    private static readonly string[] Headers = ["GraphQL-Preflight", "Apollo-Require-Preflight", "X-Requested-With"];

    /// <summary>Whether the request carries a header that only such a request can have.</summary>
    public static bool HasHeader(HttpRequest request) => Headers.Any(header => request.Headers.ContainsKey(header));

    /// <summary>Whether the request has such a header, a token (which, unlike a cookie or a password, no browser adds by itself), or a body that
    /// is JSON.</summary>
    public static bool IsPassedBy(HttpRequest request) =>
        HasHeader(request)
        || request.Headers.Authorization.ToString().StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)
        || (HttpMethods.IsPost(request.Method) && JsonBody.IsJson(request.GetTypedHeaders().ContentType));
}
