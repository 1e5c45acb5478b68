using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Modular.Host.Identity;
using Modular.Host.Provinces;
using Modular.Host.Schemas;
using Modular.Kernel.Access;
using Modular.Kernel.Modules;
using Modular.Kernel.Postgres.Connections;
using Modular.Kernel.Postgres.Notifications;
using Modular.Kernel.Postgres.Provinces;
using Modular.Kernel.Provinces;
using Modular.Kernel.Results;
using Modular.TestKit;
using Modular.TestKit.Databases;
using Modular.TestKit.Hosts;
using Xunit;

namespace Modular.Host.Tests.Provinces;

public sealed class ModuleSwitchTests(HostFixture fixture) : IClassFixture<HostFixture>
{
    private static readonly SystemAccess By = new("test");

    private readonly TestHost host = fixture.Host;

    [Fact]
    public async Task A_module_that_another_needs_cannot_be_disabled() =>
        Assert.Equal([new ModuleIsNeededByOtherModules("registers", ["minutes"]).Message(Language.English)], Messages(await DisableAsync("registers", TestProvinces.NamDinh)));

    [Fact]
    public async Task A_module_cannot_be_enabled_before_those_that_it_needs()
    {
        await DisableAsync("minutes", TestProvinces.NinhThuan);
        await DisableAsync("registers", TestProvinces.NinhThuan);

        Assert.Equal([new ModuleNeedsOtherModules("minutes", ["registers"]).Message(Language.English)], Messages(await EnableAsync("minutes", TestProvinces.NinhThuan)));
    }

    [Fact]
    public async Task A_module_that_is_not_installed_cannot_be_enabled() =>
        Assert.Equal([new ModuleIsNotInstalled("assessment").Message(Language.English)], Messages(await EnableAsync("assessment", TestProvinces.NamDinh)));

    [Fact]
    public async Task Disabling_and_enabling_again_is_heard_of_by_every_host()
    {
        await using var other = await host.StartAnotherAsync(new RegistersModule(), new MinutesModule());
        await other.Services.GetRequiredService<ProvinceWatch>().Watching.PatientlyAsync();
        var directory = other.Services.GetRequiredService<ProvinceDirectory>();
        Assert.Equal(["registers", "minutes"], Serving(directory));

        await DisableAsync("minutes", TestProvinces.TienGiang);
        await Patience.UntilAsync(() => Serving(directory).SequenceEqual(["registers"]));
        Assert.Equal(["registers", "minutes"], directory.State.Find("nam-dinh")!.Modules.Ids);

        await EnableAsync("minutes", TestProvinces.TienGiang);
        await Patience.UntilAsync(() => Serving(directory).SequenceEqual(["registers", "minutes"]));
    }

    [Fact]
    public async Task A_host_that_hears_nothing_looks_again_every_minute()
    {
        var services = host.Services;
        using var directory = new ProvinceDirectory(
            services.GetRequiredService<ProvinceDataSources>(), services.GetRequiredService<ProvinceModules>(), services.GetRequiredService<InstalledModules>(),
            ActivatorUtilities.CreateInstance<SchemaSnapshots>(services), new EntranceChanges());
        // Nobody starts it, so it hears of nothing.
        using var deaf = ActivatorUtilities.CreateInstance<DatabaseNotifications>(services);
        var clock = new HandClock();
        using var watch = new ProvinceWatch(deaf, directory, services.GetRequiredService<AccessDirectory>(), clock, NullLogger<ProvinceWatch>.Instance);
        await watch.StartAsync(TestContext.Current.CancellationToken);
        var ring = await clock.Made.PatientlyAsync();
        ring();
        await Patience.UntilAsync(() => directory.State.Find("tien-giang") is not null && Serving(directory).SequenceEqual(["registers", "minutes"]));

        await DisableAsync("minutes", TestProvinces.TienGiang);
        ring();

        await Patience.UntilAsync(() => Serving(directory).SequenceEqual(["registers"]));
        Assert.Equal(TimeSpan.FromMinutes(1), clock.Period);
        await EnableAsync("minutes", TestProvinces.TienGiang);
        await watch.StopAsync(TestContext.Current.CancellationToken);
    }

    private static IReadOnlyList<string> Serving(ProvinceDirectory directory) => directory.State.Find("tien-giang")!.Modules.Ids;

    private Task<Result<string>> EnableAsync(string module, Province province) =>
        Switch.EnableAsync(province.Id, module, By, "A test.", TestContext.Current.CancellationToken);

    private Task<Result<string>> DisableAsync(string module, Province province) =>
        Switch.DisableAsync(province.Id, module, By, "A test.", TestContext.Current.CancellationToken);

    private ModuleSwitch Switch => host.Services.GetRequiredService<ModuleSwitch>();

    private static IEnumerable<string> Messages(Result<string> result) => result.Problems.Select(problem => problem.Message(Language.English));
}
