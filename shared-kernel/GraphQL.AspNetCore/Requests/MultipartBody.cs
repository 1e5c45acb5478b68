using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Modular.GraphQL.AspNetCore.Responses;
using Modular.GraphQL.AspNetCore.Uploads;

namespace Modular.GraphQL.AspNetCore.Requests;

/// <summary>Reads requests that bring files (GraphQL multipart request specification): first <c>operations</c>, then <c>map</c>, then
/// the files, which go straight to temporary files.</summary>
internal static class MultipartBody
{
    public static bool IsMultipart(MediaTypeHeaderValue? contentType) =>
        contentType is not null && contentType.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase);

    public static async ValueTask<RequestReading> ReadAsync(
        HttpContext context, MediaTypeHeaderValue contentType, UploadedFiles files, GraphQLHttpOptions options)
    {
        if (!Preflight.HasHeader(context.Request))
            return HttpProblem.NoPreflight;
        if (context.Request.ContentLength > options.MaxUploadBytes)
            return HttpProblem.TooLarge(options.MaxUploadBytes);
        if (HeaderUtilities.RemoveQuotes(contentType.Boundary) is not { Length: > 0 and <= 70 } boundary)
            return HttpProblem.BadRequest("The multipart request has no valid boundary.");
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = options.MaxUploadBytes;

        try
        {
            var reader = new MultipartReader(boundary.ToString(), context.Request.Body) { BodyLengthLimit = options.MaxUploadBytes };
            return await ReadAsync(reader, files, options, context.RequestAborted);
        }
        catch (Exception exception) when (IsTooLarge(exception))
        {
            return HttpProblem.TooLarge(options.MaxUploadBytes);
        }
        catch (IOException) when (!context.RequestAborted.IsCancellationRequested)
        {
            return HttpProblem.BadRequest("The multipart body ends before it is complete.");
        }
    }

    private static async ValueTask<RequestReading> ReadAsync(
        MultipartReader reader, UploadedFiles files, GraphQLHttpOptions options, CancellationToken cancellation)
    {
        if (await ReadPartAsync(reader, "operations", options, cancellation) is not { } operations)
            return HttpProblem.BadRequest("The first part of a multipart request must be \"operations\".");
        if (await ReadPartAsync(reader, "map", options, cancellation) is not { } mapJson || FileMap.Read(mapJson) is not { } map)
        {
            return HttpProblem.BadRequest(
                "The second part of a multipart request must be \"map\": an object whose values are lists of places.");
        }

        if (map.Keys.Count() > options.MaxUploadedFiles)
            return HttpProblem.BadRequest($"A request may bring at most {options.MaxUploadedFiles} files.");

        if (await ReadFilesAsync(reader, map, files, cancellation) is { } problem)
            return problem;
        if (map.Keys.FirstOrDefault(key => !files.Contains(key)) is { } missing)
            return HttpProblem.BadRequest($"The file \"{missing}\" of the map is missing.");

        return Join(operations, map, options);
    }

    private static RequestReading Join(byte[] operations, FileMap map, GraphQLHttpOptions options)
    {
        // What is wrong with the operations themselves is told as for any request.
        var reading = RequestJson.Read(new ReadOnlySequence<byte>(operations), options.MaxJsonDepth);
        if (reading.Request is not { } request)
            return reading;

        var variables = request.Variables.ValueKind == JsonValueKind.Object ? JsonObject.Create(request.Variables) : null;
        if (map.PutInto(new JsonObject { ["variables"] = variables }) is { } place)
            return HttpProblem.BadRequest($"The place \"{place}\" of the map is not a variable that is null.");

        return request with { Variables = JsonSerializer.SerializeToElement(variables) };
    }

    private static async ValueTask<byte[]?> ReadPartAsync(
        MultipartReader reader, string name, GraphQLHttpOptions options, CancellationToken cancellation)
    {
        var section = await reader.ReadNextSectionAsync(cancellation);
        if (section?.GetContentDispositionHeader() is not { } disposition || NameOf(disposition) != name)
            return null;

        var buffer = new byte[4096];
        using var content = new MemoryStream();
        int read;
        while ((read = await section.Body.ReadAsync(buffer, cancellation)) > 0)
        {
            if (content.Length + read > options.MaxRequestBytes)
                throw new InvalidDataException($"The part {name} is too large.");

            content.Write(buffer, 0, read);
        }

        return content.ToArray();
    }

    private static async ValueTask<HttpProblem?> ReadFilesAsync(
        MultipartReader reader, FileMap map, UploadedFiles files, CancellationToken cancellation)
    {
        while (await reader.ReadNextSectionAsync(cancellation) is { } section)
        {
            if (section.GetContentDispositionHeader() is not { } disposition || NameOf(disposition) is not { } key || !map.Contains(key))
                return HttpProblem.BadRequest("The multipart request holds a part that its map does not name.");
            if (files.Contains(key))
                return HttpProblem.BadRequest($"The file \"{key}\" is there twice.");

            var content = UploadedFile.CreateTemporary();
            files.Add(key, new UploadedFile(FileNameOf(disposition), section.ContentType ?? "application/octet-stream", content));
            await section.Body.CopyToAsync(content, cancellation);
            await content.FlushAsync(cancellation);
        }

        return null;
    }

    private static bool IsTooLarge(Exception exception) =>
        exception is InvalidDataException or BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge };

    private static string? NameOf(ContentDispositionHeaderValue disposition) => HeaderUtilities.RemoveQuotes(disposition.Name).Value;

    private static string FileNameOf(ContentDispositionHeaderValue disposition)
    {
        var name = disposition.FileNameStar.HasValue ? disposition.FileNameStar : HeaderUtilities.RemoveQuotes(disposition.FileName);
        return Path.GetFileName((name.Value ?? "").Replace('\\', '/'));
    }
}
