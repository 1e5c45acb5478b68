using Microsoft.Net.Http.Headers;
using Modular.Host.Schemas;
using Modular.Host.Startup;
using Modular.Kernel.Documents;
using Modular.Kernel.GraphQL.Exports.Files;
using Modular.Kernel.Results;

namespace Modular.Host.Exports;

/// <summary>
/// Gives out the files of exports: <c>GET /{province}/exports/{id}</c> with the token of whoever asked for it. To everybody else there is no such file.
/// </summary>
internal static class ExportDownload
{
    private static readonly LocalizedText RightsHaveEnded = new(
        "Quyền của bạn đã thay đổi từ khi tệp được ghi. Hãy yêu cầu xuất lại.", "Your rights have changed since the file was written. Ask for it anew.");

    /// <summary>Maps the address.</summary>
    public static IEndpointConventionBuilder MapExports(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/{province}/exports/{id:guid}", AnswerAsync);

    private static async Task AnswerAsync(HttpContext http, RequestEntrance entrance, ExportFiles files)
    {
        if (await entrance.EnterAsync(http) is not { Refusal: null, Province.Province: var province } admitted)
            return;
        var access = admitted.Access!.In(Identity.RequestLanguage.Of(http.Request));
        var id = Guid.Parse((string)http.Request.RouteValues["id"]!);
        var answer = await files.OpenAsync(province.Id, access, id, RequestCircumstances.Of(http), http.RequestAborted);
        if (answer.RightsHaveEnded)
        {
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
            await http.Response.WriteAsJsonAsync(new Refusal("EXPORT_RIGHTS_HAVE_ENDED", RightsHaveEnded.In(access.Language)), http.RequestAborted);
            return;
        }

        if (answer.File is not { } file)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        http.Response.ContentType = file.Format.MediaType();
        http.Response.ContentLength = file.Bytes;
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = file.Name }.ToString();
        await files.CopyAsync(province.Id, file, http.Response.Body, http.RequestAborted);
    }
}
