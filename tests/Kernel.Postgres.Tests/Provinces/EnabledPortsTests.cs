using Microsoft.Extensions.DependencyInjection;
using Modular.Kernel.Access;
using Modular.Kernel.Modules;
using Modular.Kernel.Provinces;
using Modular.TestKit.Databases;

namespace Modular.Kernel.Postgres.Tests.Provinces;

public sealed class EnabledPortsTests : IAsyncLifetime
{
    private TestDatabase database = null!;

    public async ValueTask InitializeAsync() => database = await TestDatabase.CreateAsync(new PortModule());

    public ValueTask DisposeAsync() => database.DisposeAsync();

    [Fact]
    public async Task A_port_is_there_where_the_province_has_enabled_its_module_and_nowhere_else()
    {
        await database.ExecuteAsync(TestProvinces.TienGiang, "update kernel.province_modules set enabled = false where province_id = 82");
        await database.ExecuteAsync(TestProvinces.NinhThuan, "update kernel.province_modules set module = 'another' where province_id = 58");

        Assert.Equal(["Port"], await FindAsync<IPort>(TestProvinces.NamDinh));
        Assert.Empty(await FindAsync<IPort>(TestProvinces.TienGiang));
        Assert.Empty(await FindAsync<IPort>(TestProvinces.NinhThuan));
    }

    [Fact]
    public async Task What_nobody_brings_and_what_no_module_brings_is_not_there()
    {
        Assert.Empty(await FindAsync<IDisposable>(TestProvinces.NamDinh));
        Assert.Empty(await FindAsync<IFormattable>(TestProvinces.NamDinh));
    }

    private async Task<string[]> FindAsync<TPort>(Province province)
        where TPort : class
    {
        await using var scope = database.Enter(province, new SystemAccess("test"));
        return [.. (await scope.Get<IEnabledPorts<TPort>>().FindAsync(CancellationToken.None)).Select(port => port.GetType().Name)];
    }

    private interface IPort;

    private sealed class Port : IPort;

    [Module("ports", Title = "Ports", VietnameseTitle = "Cổng")]
    private sealed class PortModule : ModularModule
    {
        public override void Register(ModuleBuilder module) => module.Services
            .AddScoped<IPort, Port>()
            // The instance stands in an assembly that is no module's.
            .AddSingleton<IFormattable>(TimeSpan.Zero);
    }
}
