using Microsoft.Extensions.DependencyInjection;
using Modular.Host.Archives;
using Modular.Host.Provinces;
using Modular.Host.Tests.Modules;
using Modular.Host.Tests.Modules.Bad;
using Modular.Kernel.Access;
using Modular.Kernel.Modules;
using Modular.Kernel.Provinces;
using Modular.TestKit.Databases;
using Modular.TestKit.Hosts;
using Xunit;

namespace Modular.Host.Tests.Archives;

/// <summary>What operators are refused, so that no data of a module get lost or mixed: a module from a folder, with rows in one province and enabled in another.</summary>
public sealed class ModuleRemovalTests : IAsyncLifetime
{
    private const string Reason = "A test.";
    private readonly ModuleWorkshop workshop = new();
    private readonly DirectoryInfo exports = Directory.CreateTempSubdirectory("modular-exports-");
    private TestHost host = null!;

    public async ValueTask InitializeAsync()
    {
        workshop.MakeLedgers();
        host = await TestHost.StartWithFolderAsync(workshop.Root, new Dictionary<string, string?>());
        await host.EnableAsync(TestProvinces.NamDinh, "ledgers");
        await host.EnableAsync(TestProvinces.TienGiang, "ledgers");
        await host.Database.ExecuteAsync(TestProvinces.NamDinh, "insert into ledgers.ledger values (36, gen_random_uuid())");
    }

    public async ValueTask DisposeAsync()
    {
        if (host is not null)
            await host.DisposeAsync();
        workshop.Dispose();
        exports.Delete(recursive: true);
    }

    [Fact]
    public async Task A_schema_is_dropped_once_no_province_has_data_of_the_module_or_has_it_enabled_and_data_are_put_back_into_an_empty_module_only()
    {
        var folder = Path.Combine(exports.FullName, "ledgers");
        await ExportAsync(folder);

        Assert.Equal("nam-dinh has the module 'ledgers' enabled. Disable it first.", await RefusedAsync(() => RestoreAsync(folder)));
        Assert.Equal("nam-dinh has the module 'ledgers' enabled. Disable it first.", await RefusedAsync(DropAsync));
        await DisableAsync(TestProvinces.NamDinh);
        Assert.Equal("The table ledgers.ledger has rows in nam-dinh; data are put back into an empty module only.", await RefusedAsync(() => RestoreAsync(folder)));
        Assert.Equal("nam-dinh still has data of the module 'ledgers', so its schema stays.", await RefusedAsync(DropAsync));

        Assert.Equal(1, await Services<ModuleRemoval>().RunAsync(Owner, Ledgers, TestProvinces.NamDinh, folder, Reason, Cancellation));
        Assert.Equal("tien-giang has the module 'ledgers' enabled. Disable it first.", await RefusedAsync(DropAsync));
        Assert.Equal(1, await RestoreAsync(folder));
        Assert.Equal(1, await Services<ModuleRemoval>().RunAsync(Owner, Ledgers, TestProvinces.NamDinh, folder, Reason, Cancellation));
        await DisableAsync(TestProvinces.TienGiang);
        await DropAsync();

        Assert.True(await host.Database.ScalarAsync<bool>(TestProvinces.NamDinh, "select to_regnamespace('ledgers') is null"), "The schema is still there.");
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Owner => host.Database.Connections.Owner;

    private InstalledModule Ledgers => Services<InstalledModules>().Find("ledgers")!;

    private static async Task<string> RefusedAsync<T>(Func<Task<T>> act) => (await Assert.ThrowsAsync<ArchiveException>(act)).Message;

    private Task ExportAsync(string folder) => Services<ModuleExport>().RunAsync(Owner, Ledgers, TestProvinces.NamDinh, folder, Cancellation);

    private Task<long> RestoreAsync(string folder) => Services<ModuleRestore>().RunAsync(Owner, Ledgers, TestProvinces.NamDinh, folder, Reason, Cancellation);

    private async Task<bool> DropAsync()
    {
        await ModuleRemoval.DropSchemaAsync(Owner, Ledgers, TestProvinces.All, Cancellation);
        return true;
    }

    private async Task DisableAsync(Province province) =>
        Assert.True((await Services<ModuleSwitch>().DisableAsync(province.Id, "ledgers", new SystemAccess("test"), Reason, Cancellation)).Succeeded);

    private T Services<T>()
        where T : notnull => host.Services.GetRequiredService<T>();
}
