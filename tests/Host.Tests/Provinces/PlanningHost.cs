using Modular.TestKit.Databases;
using Modular.TestKit.Hosts;
using Xunit;

namespace Modular.Host.Tests.Provinces;

/// <summary>A host with a trusted document and with a module that goes together with no other, which is enabled nowhere.</summary>
public sealed class PlanningHost : IAsyncLifetime
{
    private readonly DirectoryInfo documents = Directory.CreateTempSubdirectory("modular-documents-");

    public TestHost Host { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await File.WriteAllTextAsync(
            Path.Combine(documents.FullName, "manifest.json"),
            """{ "aaaa": "query Registers { registers }", "bbbb": "query Who { viewer { userName } }", "cccc": "query None { nothing }" }""");
        Host = await TestHost.StartAsync(
            new Dictionary<string, string?>
            {
                ["Documents:Folder"] = documents.FullName,
                // What is told of the conflict is what the tests provoke.
                ["Logging:LogLevel:Modular.Host.Schemas.SchemaSnapshots"] = "None",
            },
            new RegistersModule(), new MinutesModule(), new RivalModule());
        await HostFixture.PlaceAsync(Host, HostFixture.Root, Guid.Empty, "1.", 0, "infinity");
        await HostFixture.PlaceAsync(Host, HostFixture.Committee, HostFixture.Root, "1.a.", 1, "infinity");
        foreach (var province in TestProvinces.All)
            await SetRivalAsync(province.Id.Value, enabled: false);
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        documents.Delete(recursive: true);
    }

    /// <summary>Enables or disables the module that conflicts, past all checks, as a row that came by another way would.</summary>
    public async Task SetRivalAsync(short province, bool enabled)
    {
        await Host.Database.ExecuteAsync(
            TestProvinces.NamDinh, "update kernel.province_modules set enabled = $2 where province_id = $1 and module = 'rival'", province, enabled);
        await Host.ReloadModulesAsync();
    }
}
