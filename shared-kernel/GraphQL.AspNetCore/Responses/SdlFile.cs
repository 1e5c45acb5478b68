using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Modular.GraphQL.Sdl;
using Modular.GraphQL.TypeSystem;

namespace Modular.GraphQL.AspNetCore.Responses;

/// <summary>A schema as SDL, printed once for as long as the schema is in use.</summary>
internal sealed class SdlFile
{
    private const string ContentType = "application/graphql; charset=utf-8";
    private static readonly ConditionalWeakTable<Schema, SdlFile> Printed = [];

    private readonly byte[] content;
    private readonly EntityTagHeaderValue tag;

    private SdlFile(Schema schema)
    {
        content = Encoding.UTF8.GetBytes(SdlPrinter.Print(schema, sorted: true) + "\n");
        tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 16))}\"");
    }

    public static SdlFile Of(Schema schema) => Printed.GetValue(schema, static schema => new SdlFile(schema));

    /// <summary>Sends the file, or 304 to who has it. It depends on who asks, so it is kept by nobody on the way, and asked for again each time.</summary>
    public Task SendAsync(HttpContext context)
    {
        context.Response.Headers.CacheControl = "private, no-cache";
        context.Response.Headers[HeaderNames.Vary] = HeaderNames.Authorization;
        context.Response.Headers.XContentTypeOptions = "nosniff";
        return Results.Bytes(content, ContentType, entityTag: tag).ExecuteAsync(context);
    }
}
