using Microsoft.Extensions.DependencyInjection;
using Modular.Kernel.Access;
using Modular.Kernel.Postgres.Events;
using Modular.Kernel.Postgres.Provinces;
using Modular.Kernel.Postgres.Tests.Sample;
using Modular.Kernel.Provinces;
using Modular.TestKit;
using Modular.TestKit.Databases;

namespace Modular.Kernel.Postgres.Tests.Events;

public sealed class EventDispatcherTests : IAsyncLifetime
{
    private TestDatabase database = null!;

    public async ValueTask InitializeAsync() => database = await TestDatabase.CreateAsync(
        new TestDatabaseOptions
        {
            Configure = services => services.AddSingleton(new EventDispatchOptions
            {
                Attempts = 3,
                FirstPause = TimeSpan.Zero,
                BatchSize = 4,
            }),
        },
        new SampleModule());

    public ValueTask DisposeAsync() => database.DisposeAsync();

    [Fact]
    public async Task Events_are_handled_once_each_in_the_order_of_their_commits()
    {
        for (var index = 0; index < 10; index++)
            await RaiseAsync(TestProvinces.NamDinh, $"E{index}");

        await database.DispatchEventsAsync();
        await database.DispatchEventsAsync();

        Assert.Equal("E0 E1 E2 E3 E4 E5 E6 E7 E8 E9", await HandledAsync(TestProvinces.NamDinh));
    }

    [Fact]
    public async Task Events_of_one_change_keep_their_order()
    {
        await RaiseAsync(TestProvinces.NamDinh, "E0", "E1", "E2");

        await database.DispatchEventsAsync();

        Assert.Equal("E0 E1 E2", await HandledAsync(TestProvinces.NamDinh));
    }

    [Fact]
    public async Task An_event_of_a_change_that_was_rolled_back_never_happened()
    {
        await using var scope = database.Enter();
        var write = scope.Write<SampleDbContext>();
        await write.RunAsync<bool>(
            (_, _) =>
            {
                write.Raise(new PersonJoined(Guid.NewGuid(), "E0"));
                return Task.FromResult<Results.Result<bool>>(new CardNumberIsTaken());
            },
            CancellationToken.None);

        await database.DispatchEventsAsync();

        Assert.Equal("", await HandledAsync(TestProvinces.NamDinh));
    }

    [Fact]
    public async Task An_event_that_fails_every_time_is_parked_and_holds_up_nobody()
    {
        await RaiseAsync(TestProvinces.NamDinh, "E0", "POISON", "E1");
        await RaiseAsync(TestProvinces.TienGiang, "T0");

        await DispatchUntilParkedAsync();

        Assert.Equal("E0 E1", await HandledAsync(TestProvinces.NamDinh));
        Assert.Equal("T0", await HandledAsync(TestProvinces.TienGiang));
        var parked = Assert.Single(await Queues.ReadParkedAsync(TestProvinces.NamDinh.Id, CancellationToken.None));
        Assert.Equal(
            ("sample", "sample.person-joined", 3, "InvalidOperationException", false),
            (parked.Module, parked.EventName, parked.Attempts, parked.ErrorType, parked.IsAskedAgain));
        Assert.StartsWith("System.InvalidOperationException: The card of", parked.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_parked_event_is_tried_again_when_somebody_asks()
    {
        await RaiseAsync(TestProvinces.NamDinh, "POISON", "E1");
        await DispatchUntilParkedAsync();
        var parked = Assert.Single(await Queues.ReadParkedAsync(TestProvinces.NamDinh.Id, CancellationToken.None));

        // The owner mends the event; the application can't.
        await using var owner = await database.OpenAsOwnerAsync();
        await using var mend = new Npgsql.NpgsqlCommand(
            "set app.province = '36'; update kernel.outbox set payload = jsonb_set(payload, '{code}', '\"MENDED\"') where event_id = '" + parked.EventId + "'",
            owner);
        await mend.ExecuteNonQueryAsync();
        Assert.True(await Queues.TryAgainAsync(TestProvinces.NamDinh.Id, "sample", parked.EventId, CancellationToken.None));
        await database.DispatchEventsAsync();

        Assert.Equal("E1 MENDED", await HandledAsync(TestProvinces.NamDinh));
        Assert.Empty(await Queues.ReadParkedAsync(TestProvinces.NamDinh.Id, CancellationToken.None));
    }

    [Fact]
    public async Task Events_wait_while_the_module_is_disabled_and_are_caught_up_when_it_is_enabled()
    {
        var modules = database.Services.GetRequiredService<ProvinceModules>();
        await modules.SetAsync(TestProvinces.NamDinh.Id, "sample", enabled: false, new SystemAccess("test"), "pilot ended", CancellationToken.None);
        await RaiseAsync(TestProvinces.NamDinh, "E0", "E1");
        await database.DispatchEventsAsync();
        var whileDisabled = await HandledAsync(TestProvinces.NamDinh);

        await modules.SetAsync(TestProvinces.NamDinh.Id, "sample", enabled: true, new SystemAccess("test"), null, CancellationToken.None);
        await database.DispatchEventsAsync();

        Assert.Equal(("", "E0 E1"), (whileDisabled, await HandledAsync(TestProvinces.NamDinh)));
    }

    [Fact]
    public async Task Disabling_the_module_ends_a_batch_at_once_and_the_rest_of_it_waits()
    {
        var modules = database.Services.GetRequiredService<ProvinceModules>();
        await RaiseAsync(TestProvinces.NamDinh, "E0", "LAST", "E1");
        await database.DispatchEventsAsync();
        var whileDisabled = await HandledAsync(TestProvinces.NamDinh);

        await modules.SetAsync(TestProvinces.NamDinh.Id, "sample", enabled: true, new SystemAccess("test"), null, CancellationToken.None);
        await database.DispatchEventsAsync();

        Assert.Equal(("E0 LAST", "E0 LAST E1"), (whileDisabled, await HandledAsync(TestProvinces.NamDinh)));
    }

    [Fact]
    public async Task An_event_of_a_transaction_that_began_earlier_and_commits_later_is_not_skipped()
    {
        await using var early = database.Enter();
        var begun = new TaskCompletionSource();
        var proceed = new TaskCompletionSource();
        var write = early.Write<SampleDbContext>();
        var slow = write.RunAsync<Person>(
            async (db, ct) =>
            {
                var person = db.Add(SampleData.Person("An")).Entity;
                await db.SaveChangesAsync(ct);
                begun.SetResult();
                await proceed.Task;
                write.Raise(new PersonJoined(person.Id, "EARLY"));
                return person;
            },
            CancellationToken.None);
        await begun.Task;
        await RaiseAsync(TestProvinces.NamDinh, "LATE");

        var outbox = new OutboxReader(database.DataSources);
        var meanwhile = await outbox.ReadAsync(
            TestProvinces.NamDinh.Id, "sample", [PersonJoined.EventName], 10, CancellationToken.None);
        proceed.SetResult();
        await slow;
        await database.DispatchEventsAsync();

        Assert.Equal((0, true), (meanwhile.Events.Count, meanwhile.HasUnsettled));
        Assert.Equal("EARLY LATE", await HandledAsync(TestProvinces.NamDinh));
    }

    [Fact]
    public async Task Two_dispatchers_at_once_handle_each_event_once()
    {
        for (var index = 0; index < 12; index++)
            await RaiseAsync(TestProvinces.NamDinh, $"E{index:00}");
        await using var other = database.AnotherHost();

        await Task.WhenAll(
            database.DispatchEventsAsync(),
            other.GetRequiredService<EventDispatcher>().DrainAsync(CancellationToken.None));

        Assert.Equal(
            string.Join(' ', Enumerable.Range(0, 12).Select(index => $"E{index:00}")), await HandledAsync(TestProvinces.NamDinh));
        Assert.Empty(await Queues.ReadParkedAsync(TestProvinces.NamDinh.Id, CancellationToken.None));
    }

    [Fact]
    public async Task Events_of_a_restored_database_come_before_those_written_after_it()
    {
        await RaiseAsync(TestProvinces.NamDinh, "BEFORE");
        await database.DispatchEventsAsync();
        await using var owner = await database.OpenAsOwnerAsync();
        await using var restore = new Npgsql.NpgsqlCommand(
            """
            set app.province = '36';
            update kernel.outbox set transaction_id = '900000000000';
            update kernel.outbox_positions set transaction_id = '900000000000';
            update kernel.outbox_generation set generation = generation + 1;
            """,
            owner);
        await restore.ExecuteNonQueryAsync();

        await RaiseAsync(TestProvinces.NamDinh, "AFTER");
        await database.DispatchEventsAsync();

        Assert.Equal("BEFORE AFTER", await HandledAsync(TestProvinces.NamDinh));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_running_host_hears_of_events()
    {
        await using var provider = database.AnotherHost(services => services.AddKernelPostgresBackground());
        var hosted = provider.GetServices<Microsoft.Extensions.Hosting.IHostedService>().ToArray();
        foreach (var service in hosted)
            await service.StartAsync(CancellationToken.None);

        await RaiseAsync(TestProvinces.NamDinh, "E0");
        await Patience.UntilAsync(async () => await HandledAsync(TestProvinces.NamDinh) == "E0");

        foreach (var service in hosted)
            await service.StopAsync(CancellationToken.None);
    }

    private EventQueues Queues => database.Services.GetRequiredService<EventQueues>();

    private async Task DispatchUntilParkedAsync()
    {
        await Patience.UntilAsync(async () =>
        {
            await database.DispatchEventsAsync();
            return (await Queues.ReadParkedAsync(TestProvinces.NamDinh.Id, CancellationToken.None)).Count > 0;
        });
        await database.DispatchEventsAsync();
    }

    private async Task RaiseAsync(Province province, params string[] codes)
    {
        await using var scope = database.Enter(province, new SystemAccess("test"));
        var write = scope.Write<SampleDbContext>();
        await write.RunAsync<bool>(
            (_, _) =>
            {
                foreach (var code in codes)
                    write.Raise(new PersonJoined(Guid.NewGuid(), code));
                return Task.FromResult<Results.Result<bool>>(true);
            },
            CancellationToken.None);
    }

    private Task<string> HandledAsync(Province province) => database.ScalarAsync<string>(
        province, "select coalesce(string_agg(code, ' ' order by year), '') from sample.degree");
}
