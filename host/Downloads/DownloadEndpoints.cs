using Modular.Host.Identity;
using Modular.Host.Schemas;
using Modular.Kernel.Downloads;
using Modular.Kernel.Modules;
using Modular.Kernel.Postgres.Scopes;

namespace Modular.Host.Downloads;

/// <summary>Serves the files of modules to whoever the module gives them to.</summary>
internal static class DownloadEndpoints
{
    public static void MapDownloads(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/{province}/downloads/{download}/{id:guid}", SendAsync).AllowAnonymous();

    private static async Task SendAsync(HttpContext http, string download, Guid id, RequestEntrance entrance, InstalledModules modules)
    {
        var admitted = await entrance.EnterAsync(http);
        if (admitted is not { Province: { } served, Access: { } access })
            return;
        http.Response.Headers.CacheControl = "no-store";
        var opener = modules.All.Where(module => served.Modules.Ids.Contains(module.Id))
            .Select(module => module.Registration.Features.Get<ModuleDownloads>()?.Find(download)).FirstOrDefault(found => found is not null);
        if (opener is null || await OpenAsync(http, opener, id, () => http.RequestServices.GetRequiredService<CurrentScope>().Enter(served.Province, access.In(RequestLanguage.Of(http.Request)))) is not { } file)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        http.Response.ContentType = file.MediaType;
        http.Response.ContentLength = file.Content.Length;
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"{file.Name}\"";
        await http.Response.Body.WriteAsync(file.Content, http.RequestAborted);
    }

    private static Task<DownloadedFile?> OpenAsync(HttpContext http, Type opener, Guid id, Action enter)
    {
        enter();
        var circumstances = RequestCircumstances.Of(http);
        var format = http.Request.Query["format"].ToString();
        return ((IModuleDownload)http.RequestServices.GetRequiredService(opener)).OpenAsync(
            new DownloadRequest(id, format.Length == 0 ? null : format, circumstances.Purpose, circumstances.Client, circumstances.RequestId), http.RequestAborted);
    }
}
