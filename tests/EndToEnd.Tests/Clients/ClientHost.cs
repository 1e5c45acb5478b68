using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Modular.TestKit.Hosts;
using Xunit;

namespace Modular.EndToEnd.Tests.Clients;

/// <summary>The built host with small sample provinces and a folder for trusted documents, which the clients share.</summary>
public sealed class ClientHost : IAsyncLifetime
{
    private readonly DirectoryInfo folder = TemporaryDataFolder.Create();
    private HostProcess process = null!;

    /// <summary>What every client is told: the address of the province, a token, and the folder of trusted documents.</summary>
    public string[] Arguments { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        var documents = folder.CreateSubdirectory("documents");
        process = await HostProcess.StartAsync(
            Path.Combine(folder.FullName, "data"), new Dictionary<string, string> { ["Documents__Folder"] = documents.FullName }, "--sample-scale", "0.01");
        using var http = new HttpClient { BaseAddress = process.Address };
        using var signedIn = await http.PostAsJsonAsync("/auth/login", new { userName = "nam-dinh.board", password = "Modular-2026!" });
        var tokens = (await signedIn.Content.ReadFromJsonAsync<JsonObject>())!;
        Arguments = [new Uri(process.Address, "/nam-dinh").ToString(), (string)tokens["accessToken"]!, documents.FullName];
    }

    public async ValueTask DisposeAsync()
    {
        await process.DisposeAsync();
        folder.Delete(recursive: true);
    }
}
