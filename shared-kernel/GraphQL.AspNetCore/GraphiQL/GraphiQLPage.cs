using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Modular.GraphQL.AspNetCore.GraphiQL;

/// <summary>Serves GraphiQL from this assembly: no other host is asked for anything, and no script stands in the page itself.</summary>
internal static class GraphiQLPage
{
    // Editors set styles on elements from scripts and in style elements of their own; scripts come from this host alone.
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src data:; "
        + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static readonly string Template = Encoding.UTF8.GetString(Read("index.html"));

    private static readonly Dictionary<string, PageFile> Files = new(StringComparer.Ordinal)
    {
        ["graphiql.js"] = new("text/javascript; charset=utf-8", Read("graphiql.js")),
        ["graphiql.css"] = new("text/css; charset=utf-8", Read("graphiql.css")),
        ["THIRD-PARTY-NOTICES.txt"] = new("text/plain; charset=utf-8", Read("THIRD-PARTY-NOTICES.txt")),
    };

    /// <summary>Whether the client would rather have a page than JSON, as browsers do that open an address.</summary>
    public static bool IsWantedBy(HttpRequest request)
    {
        var accepted = request.GetTypedHeaders().Accept;
        var page = accepted.FirstOrDefault(each => each.MediaType.Equals("text/html", StringComparison.OrdinalIgnoreCase));
        return page is not null && accepted.All(each => (each.Quality ?? 1) <= (page.Quality ?? 1));
    }

    /// <summary>Sends the page, which then asks for its files below its own address.</summary>
    public static Task SendAsync(HttpContext context)
    {
        var files = HtmlEncoder.Default.Encode((context.Request.PathBase + context.Request.Path).ToString().TrimEnd('/') + "/graphiql");
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers[HeaderNames.Vary] = HeaderNames.Accept;
        headers["Referrer-Policy"] = "no-referrer";
        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync(Template.Replace("{{files}}", files, StringComparison.Ordinal), context.RequestAborted);
    }

    /// <summary>Sends one of the page's files, or 404.</summary>
    public static Task SendFileAsync(HttpContext context)
    {
        var name = context.Request.RouteValues["file"] as string ?? "";
        if (!Files.TryGetValue(name, out var file))
            return Results.NotFound().ExecuteAsync(context);

        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.Headers.CacheControl = "no-cache";
        return Results.Bytes(file.Content, file.ContentType, entityTag: file.Tag).ExecuteAsync(context);
    }

    private static byte[] Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("GraphiQL/" + name)
            ?? throw new InvalidOperationException($"The file {name} of GraphiQL is not embedded.");
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }

    private sealed record PageFile(string ContentType, byte[] Content)
    {
        public EntityTagHeaderValue Tag { get; } = new($"\"{Convert.ToHexStringLower(SHA256.HashData(Content).AsSpan(0, 16))}\"");
    }
}
