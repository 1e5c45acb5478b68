using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using Modular.GraphQL.TypeSystem;
using Modular.Host.Provinces;
using Modular.Host.Schemas;
using Modular.Kernel.Access;
using Modular.Kernel.Modules;
using Modular.TestKit.Databases;
using Modular.TestKit.Hosts;
using Xunit;

namespace Modular.Host.Tests.Provinces;

/// <summary>Modules are enabled and disabled under load: no request fails, every host follows, and nothing piles up.</summary>
public sealed class TogglingTests(HostFixture fixture) : IClassFixture<HostFixture>
{
    private const int AtOnce = 3;
    private const int Toggles = 8;

    private static readonly SystemAccess By = new("test");

    private readonly TestHost host = fixture.Host;

    [Fact]
    public async Task No_request_to_any_host_fails_while_modules_are_enabled_and_disabled()
    {
        await using var other = await host.StartAnotherAsync(new RegistersModule(), new MinutesModule());
        var user = await host.AddUserAsync("asks", TestProvinces.NamDinh, TestGrant.InProvince(RegistersModule.Read));
        using var done = new CancellationTokenSource();
        using var here = await host.SignInAsync(user);
        using var there = await other.SignInAsync(user);

        var asking = Enumerable.Range(0, AtOnce).SelectMany(_ => new[] { AskAsync(here, done.Token), AskAsync(there, done.Token) }).ToArray();
        for (var toggle = 0; toggle < Toggles; toggle++)
        {
            await SwitchAsync("minutes", enable: false);
            await SwitchAsync("registers", enable: false);
            await SwitchAsync("registers", enable: true);
            await SwitchAsync("minutes", enable: true);
        }

        await done.CancelAsync();
        var answers = (await Task.WhenAll(asking)).SelectMany(answer => answer).GroupBy(answer => answer).ToDictionary(group => group.Key, group => group.Count());

        Assert.Empty(answers.Keys.Except(["registers", "MODULE_DISABLED"]));
        Assert.True(answers["registers"] > AtOnce, "Nobody was answered.");
        Assert.Equal((1, 1), (await SchemasOnceServingAsync(host), await SchemasOnceServingAsync(other)));
    }

    [Fact]
    public async Task A_schema_that_no_province_uses_any_more_is_let_go()
    {
        await SwitchAsync("minutes", enable: false);
        await host.ReloadModulesAsync();
        var only = SchemaOfRegistersAlone(host);
        await SwitchAsync("minutes", enable: true);
        await host.ReloadModulesAsync();

        // What a thread of the pool still holds on its stack goes with its next work.
        for (var attempt = 0; attempt < 100 && IsHeld(only); attempt++)
        {
            GC.Collect();
            await host.ReloadModulesAsync();
        }

        Assert.Equal((false, 1), (IsHeld(only), Schemas(host).Count));
    }

    private static SchemaSnapshots Schemas(TestHost of) => of.Services.GetRequiredService<SchemaSnapshots>();

    /// <summary>How many schemas a host holds as soon as it has heard that everything is enabled again.</summary>
    private static async Task<int> SchemasOnceServingAsync(TestHost of)
    {
        await of.ReloadModulesAsync();
        return Schemas(of).Count;
    }

    // In a method of its own, so that no local of the test keeps the schema.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool IsHeld(WeakReference<Schema> schema) => schema.TryGetTarget(out _);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference<Schema> SchemaOfRegistersAlone(TestHost of) =>
        new(Schemas(of).Of(ModuleSet.Serving(new HashSet<string> { "registers" }, of.Services.GetRequiredService<InstalledModules>())));

    /// <summary>Asks until it is enough, once at least; the answers are the first register or the code of the error.</summary>
    private static async Task<List<string>> AskAsync(TestClient client, CancellationToken enough)
    {
        var answers = new List<string>();
        do
        {
            var answer = await client.ExecuteAsync("{ viewer { userName } registers }");
            answers.Add(answer.ErrorCodes.Count > 0 ? $"{answer.ErrorCodes[0]}" : answer.Data["registers"] is null ? "nothing" : "registers");
        }
        while (!enough.IsCancellationRequested);
        return answers;
    }

    private async Task SwitchAsync(string module, bool enable)
    {
        var modules = host.Services.GetRequiredService<ModuleSwitch>();
        var province = TestProvinces.NamDinh.Id;
        var changed = enable
            ? await modules.EnableAsync(province, module, By, "A test.", TestContext.Current.CancellationToken)
            : await modules.DisableAsync(province, module, By, "A test.", TestContext.Current.CancellationToken);
        Assert.Equal(module, changed.Value);
    }
}
