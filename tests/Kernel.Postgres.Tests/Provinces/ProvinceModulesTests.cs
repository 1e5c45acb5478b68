using Microsoft.Extensions.DependencyInjection;
using Modular.Kernel.Access;
using Modular.Kernel.Postgres.Notifications;
using Modular.Kernel.Postgres.Provinces;
using Modular.TestKit.Databases;

namespace Modular.Kernel.Postgres.Tests.Provinces;

public sealed class ProvinceModulesTests : IAsyncLifetime
{
    private TestDatabase database = null!;

    public async ValueTask InitializeAsync() => database = await TestDatabase.CreateAsync();

    public ValueTask DisposeAsync() => database.DisposeAsync();

    [Fact]
    public async Task Enabling_is_kept_by_province_with_who_and_why()
    {
        var changed = await SetAsync("assessment", enabled: true);
        var again = await SetAsync("assessment", enabled: true);

        var enabled = await Modules.ReadAsync(CancellationToken.None);
        Assert.Equal((true, false), (changed, again));
        Assert.Equal(["assessment"], enabled[TestProvinces.NamDinh.Id]);
        Assert.False(enabled.ContainsKey(TestProvinces.TienGiang.Id));
        Assert.Equal(
            """ProvinceModule ["assessment"] {"enabled": {"after": true, "before": false}} operator pilot""",
            await database.ScalarAsync<string>(
                TestProvinces.NamDinh, "select concat_ws(' ', entity, entity_key, changes, user_name, reason) from kernel.edits"));
    }

    [Fact]
    public async Task Disabling_hides_the_module()
    {
        await SetAsync("assessment", enabled: true);
        await SetAsync("assessment", enabled: false);

        Assert.Empty(await Modules.ReadAsync(CancellationToken.None));
    }

    [Fact(Timeout = 60_000)]
    public async Task Every_host_hears_of_a_change_and_is_told_to_look_when_it_begins_to_listen()
    {
        var notifications = database.Services.GetRequiredService<DatabaseNotifications>();
        var began = new TaskCompletionSource();
        var heard = new TaskCompletionSource<string>();
        notifications.Subscribe(ProvinceModules.Channel, payload =>
        {
            if (payload is null)
                began.TrySetResult();
            else
                heard.TrySetResult(payload);
        });
        await notifications.StartAsync(CancellationToken.None);

        await began.Task;
        await SetAsync("assessment", enabled: true);

        Assert.Equal("36", await heard.Task);
        await notifications.StopAsync(CancellationToken.None);
    }

    private ProvinceModules Modules => database.Services.GetRequiredService<ProvinceModules>();

    private Task<bool> SetAsync(string module, bool enabled) => Modules.SetAsync(
        TestProvinces.NamDinh.Id, module, enabled, new SystemAccess("operator"), "pilot", CancellationToken.None);
}
