using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Modular.Host.Modules;
using Modular.Kernel.Access;
using Modular.Kernel.Postgres.Telemetry;
using Modular.Kernel.Postgres.WorkItems;
using Modular.Kernel.Provinces;
using Modular.TestKit;
using Modular.TestKit.Databases;
using Modular.TestKit.Hosts;
using Xunit;

namespace Modular.Host.Tests.Modules.Bad;

/// <summary>What modules may not do: one host with a bad module of each kind starts, says of each what is wrong, and serves all that is good.</summary>
public sealed class BadModuleTests(BadModuleHost host) : IClassFixture<BadModuleHost>
{
    [Fact]
    public async Task Whoever_claims_what_is_anothers_or_fails_on_the_way_is_left_out_and_named_to_operators()
    {
        var modules = await host.HealthAsync();

        Assert.Equal(
            [
                "ledgers",
                "m-claims-field Conflict",
                "m-claims-function MigrationFailed",
                "m-claims-migration MigrationFailed",
                "m-claims-permission RegistrationFailed",
                "m-claims-policy Conflict",
                "m-claims-port Conflict",
                "m-claims-schema Conflict",
                "m-claims-service Conflict",
                "m-claims-type Conflict",
                "m-needs-permission Conflict",
                "n-breaks-model Conflict",
                "n-hears-without-database Conflict",
                "n-lacks-service Conflict",
                "n-throws-declaring Conflict",
                "n-throws-migrating MigrationFailed",
                "n-throws-registering RegistrationFailed",
                "n-works-without-permission Conflict",
                "o-blocks-handling",
                "o-blocks-resolving",
                "o-blocks-starting",
                "o-extends-missing",
                "o-fails-at-work",
                "o-leaks",
                "o-loops",
                "o-replaces-clock",
                "o-throws-beside",
                "o-throws-handling",
                "o-throws-resolving",
                "o-throws-starting",
                "z-good",
            ],
            modules.Select(module => $"{module!["module"]} {module["failure"]}".TrimEnd()));
    }

    [Theory]
    [InlineData("m-claims-schema", "It claims the schema 'ledgers', which is of the module 'ledgers'.")]
    [InlineData("m-claims-policy", "It claims the policy 'ledgers.pages', which is of the module 'ledgers'.")]
    [InlineData("m-claims-service", "It brings Modular.Kernel.Access.ICurrentAccess, which the host provides.")]
    [InlineData("m-claims-port", "It brings Contracts.ledgers.ILedgerBook, which is of the module 'ledgers'.")]
    [InlineData("m-claims-permission", "m_claims_permission_module.Register failed: Permission 'ledgers.write' of module 'm-claims-permission' must start with 'm-claims-permission.'.")]
    [InlineData("m-claims-migration", "Schema m_claims_migration: the migration '0001_made.sql' was rolled back: it makes, changes or drops what is not the module's: ledgers.ledger, ledgers.ledger_pkey.")]
    [InlineData("m-claims-function", "Schema m_claims_function: the migration '0001_made.sql' was rolled back: it makes, changes or drops what is not the module's: kernel.mine(), ledgers.ledger.")]
    [InlineData("n-throws-declaring", "Its declarations failed: No declaration today.")]
    [InlineData("n-breaks-model", "Its declarations failed: No model today.")]
    [InlineData("n-hears-without-database", "Its declarations failed: 'n-hears-without-database' listens to events and has no database in which its handlers could work: call module.Database first.")]
    [InlineData("n-lacks-service", "Error while validating the service descriptor 'ServiceType: Needy Lifetime: Scoped ImplementationType: Needy': Unable to resolve service for type 'INowhere' while attempting to activate 'Needy'.")]
    [InlineData("n-works-without-permission", "Its declarations failed: The kind of work item 'n-works-without-permission.due' names the permission 'ledgers.burn', which no module declares.")]
    [InlineData("n-throws-migrating", "Schema n_throws_migrating: the migration '0001_made.sql' failed and was rolled back: 3F000 schema \"nowhere\" does not exist")]
    public void The_reason_says_what_is_to_be_mended(string module, string reason) => Assert.Equal(reason, host.EntryOf(module).Reason);

    [Theory]
    [InlineData("m-claims-type", "Ledger")]
    [InlineData("m-claims-field", "ledgers")]
    [InlineData("m-needs-permission", "ledgers.burn")]
    public void A_conflict_of_the_schema_names_the_member_and_both_modules(string module, string member)
    {
        var reason = host.EntryOf(module).Reason!;

        Assert.Contains(member, reason, StringComparison.Ordinal);
        Assert.Contains(module, reason, StringComparison.Ordinal);
    }

    [Fact]
    public void An_extension_of_a_type_that_is_nowhere_is_a_remark_and_the_rest_of_the_module_serves() => Assert.Equal(
        ["Left out, since no installed module has the type: extend Ghost (module o-extends-missing)"], host.EntryOf("o-extends-missing").Remarks);

    [Fact]
    public async Task All_that_is_good_is_served_and_nothing_of_what_was_left_out_lies_in_the_database()
    {
        (await host.User.ExecuteAsync("{ ledgers { name } alive }")).HasData("""{ "ledgers": [ { "name": "Cashbook" } ], "alive": "z-good" }""");
        Assert.Equal(0L, await host.Host.Database.ScalarAsync<long>(
            TestProvinces.NamDinh, "select count(*) from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname in ('m_claims_migration', 'n_throws_migrating') and c.relname not like 'migrations%'"));
    }

    [Fact]
    public async Task A_resolver_that_throws_fails_its_field_alone_and_is_named()
    {
        var answer = await host.User.ExecuteAsync("{ ledgers { name } thrown }");

        Assert.Equal(["INTERNAL"], answer.ErrorCodes);
        Assert.Equal("""[{"name":"Cashbook"}]""", answer.Body["data"]!["ledgers"]!.ToJsonString());
        Assert.Equal(("Query.thrown", "InvalidOperationException"), host.FaultOf("o-throws-resolving"));
    }

    [Fact]
    public async Task What_went_wrong_for_one_province_is_told_to_its_administrators_and_operators_and_to_nobody_of_another()
    {
        const string Module = "o-throws-resolving";
        const string Faults = "{ modules { id health { lastFault { where kind } parkedEvents } } }";
        using var here = await host.AdministratorAsync("faults.here", TestProvinces.NamDinh);
        using var elsewhere = await host.AdministratorAsync("faults.elsewhere", TestProvinces.NinhThuan);
        await host.Host.EnableAsync(TestProvinces.NinhThuan, "ledgers", Module);

        await host.User.ExecuteAsync("{ thrown }");

        Assert.Equal("""{"lastFault":{"where":"Query.thrown","kind":"InvalidOperationException"},"parkedEvents":0}""", HealthOf(await here.ExecuteAsync(Faults)));
        var others = (await elsewhere.ExecuteAsync(Faults)).Data["modules"]!.AsArray();
        Assert.All(others, module => Assert.Equal("""{"lastFault":null,"parkedEvents":0}""", module!["health"]!.ToJsonString()));
        Assert.Equal(["nam-dinh"], await ProvincesOfFaultsAsync());

        await elsewhere.ExecuteAsync("{ thrown }");

        Assert.Equal("""{"lastFault":{"where":"Query.thrown","kind":"InvalidOperationException"},"parkedEvents":0}""", HealthOf(await elsewhere.ExecuteAsync(Faults)));
        Assert.Equal(["ninh-thuan", "nam-dinh"], await ProvincesOfFaultsAsync());

        static string HealthOf(GraphQLAnswer answer) => answer.Data["modules"]!.AsArray().Single(module => (string)module!["id"]! == Module)!["health"]!.ToJsonString();

        async Task<IEnumerable<string>> ProvincesOfFaultsAsync() => (await host.HealthAsync())
            .Single(module => (string)module!["module"]! == Module)!["faults"]!.AsArray().Select(fault => (string)fault!["province"]!);
    }

    [Fact]
    public async Task A_resolver_that_never_ends_is_left_behind_when_the_time_of_its_request_is_over_and_after_two_its_module_is_called_no_more()
    {
        var left = await Task.WhenAll(host.User.ExecuteAsync("{ blocked }"), host.User.ExecuteAsync("{ waiting }"));
        var refused = await host.User.ExecuteAsync("{ blocked ledgers { name } }");

        Assert.All(left, answer => Assert.Equal((HttpStatusCode.ServiceUnavailable, "TIMEOUT"), (answer.Status, Assert.Single(answer.ErrorCodes))));
        Assert.Equal("TimeoutException", host.FaultOf("o-blocks-resolving").Kind);
        Assert.Equal(["MODULE_STUCK"], refused.ErrorCodes);
        Assert.Equal("""{"blocked":null,"ledgers":[{"name":"Cashbook"}]}""", refused.Body["data"]!.ToJsonString());
        Assert.Equal((2, true), host.LeftBehindOf("o-blocks-resolving"));
        var told = (await host.HealthAsync()).Single(module => (string)module!["module"]! == "o-blocks-resolving")!["taken"]!;
        Assert.Equal((2, true), ((int)told["callsLeftBehind"]!, (bool)told["isStuck"]!));
    }

    [Fact]
    public async Task A_resolver_that_loops_is_left_behind_and_its_module_answers_again_once_it_ends()
    {
        try
        {
            var left = await host.User.ExecuteAsync("{ looped }");

            Assert.Equal((HttpStatusCode.ServiceUnavailable, "TIMEOUT"), (left.Status, Assert.Single(left.ErrorCodes)));
            Assert.Equal((1, false), host.LeftBehindOf("o-loops"));
            (await host.User.ExecuteAsync("{ alive }")).HasData("""{ "alive": "z-good" }""");
        }
        finally
        {
            AppContext.SetData("o-loops ends", "now");
        }

        await Patience.UntilAsync(() => host.LeftBehindOf("o-loops").Calls == 0);
        (await host.User.ExecuteAsync("{ looped }")).HasData("""{ "looped": "ended" }""");
    }

    [Fact]
    public async Task What_a_module_keeps_to_itself_is_counted_for_it_though_it_waits_and_goes_on_by_a_timer()
    {
        var before = host.TollOf("o-leaks").AllocatedBytes;
        (await host.User.ExecuteAsync("{ leaked }")).HasData("""{ "leaked": "held" }""");

        Assert.InRange(host.TollOf("o-leaks").AllocatedBytes - before, 48 << 20, 64 << 20);
        Assert.True(host.TollOf("z-good").AllocatedBytes < 16 << 20, "Somebody else pays for it.");
    }

    [Theory]
    [InlineData("TIMER")]
    [InlineData("THREAD")]
    [InlineData("ASYNC_VOID")]
    public async Task What_a_module_throws_where_nobody_waits_for_it_is_named_and_does_not_end_the_host(string how)
    {
        (await host.User.ExecuteAsync($"{{ thrownBeside(how: \"{how}\") }}")).HasData("""{ "thrownBeside": "begun" }""");

        await Patience.UntilAsync(() => host.FaultOf("o-throws-beside") == ("work of its own", how));
        (await host.User.ExecuteAsync("{ alive }")).HasData("""{ "alive": "z-good" }""");
    }

    [Fact]
    public void The_clock_of_the_host_stays_whatever_module_brings_another() =>
        Assert.Equal(typeof(TimeProvider).Assembly, host.Host.Services.GetRequiredService<TimeProvider>().GetType().Assembly);

    [Fact]
    public async Task A_module_whose_work_items_cannot_be_found_is_named_and_those_of_others_are_found()
    {
        await host.Host.Services.GetRequiredService<WorkItemSweep>().RunAsync(TimeSpan.Zero, TestContext.Current.CancellationToken);

        Assert.Equal(("work items", "PostgresException"), host.FaultOf("o-fails-at-work"));
        Assert.Equal(1L, await host.Host.Database.ScalarAsync<long>(TestProvinces.NamDinh, "select count(*) from kernel.work_item_sweeps where province_id = 36 and module = 'z-good'"));
        // Nor is anything swept where the module is not enabled.
        Assert.Equal(0L, await host.Host.Database.ScalarAsync<long>(TestProvinces.NinhThuan, "select count(*) from kernel.work_item_sweeps where province_id = 58 and module = 'z-good'"));
    }

    [Fact]
    public async Task A_handler_that_throws_or_blocks_is_parked_with_its_event_and_others_hear_of_it()
    {
        var opened = await host.User.ExecuteAsync("""mutation { openLedger(input: { name: "Daybook" }) { errors { __typename } } }""");
        opened.HasData("""{ "openLedger": { "errors": [] } }""");

        await host.Host.DispatchEventsAsync();

        (await host.User.ExecuteAsync("{ heard }")).HasData("""{ "heard": [ "Daybook" ] }""");
        Assert.Equal(["o-blocks-handling", "o-throws-handling"], await host.ParkedAsync(2));
        Assert.Equal("ledgers.ledger-opened", host.FaultOf("o-throws-handling").Where);
        using var elsewhere = await host.AdministratorAsync("parked.elsewhere", TestProvinces.NinhThuan);
        var others = await elsewhere.ExecuteAsync("{ modules { id health { lastFault { where } parkedEvents waitingEvents } } parkedEvents { eventName } eventQueues { module } }");
        Assert.Equal("""{"lastFault":null,"parkedEvents":0,"waitingEvents":0}""", others.Data["modules"]!.AsArray().Single(module => (string)module!["id"]! == "o-throws-handling")!["health"]!.ToJsonString());
        Assert.Equal(("[]", "[]"), (others.Data["parkedEvents"]!.ToJsonString(), others.Data["eventQueues"]!.ToJsonString()));
        await host.UntilStuckAsync("o-blocks-handling");

        (await host.User.ExecuteAsync("""mutation { openLedger(input: { name: "Last" }) { errors { __typename } } }""")).HasData("""{ "openLedger": { "errors": [] } }""");
        await host.Host.DispatchEventsAsync();

        // The event waits until the module answers again, and holds up nobody.
        Assert.Equal("Last", (string)(await host.User.ExecuteAsync("{ heard }")).Body["data"]!["heard"]!.AsArray()[^1]!);
        var waiting = await host.Operator.ExecuteAsync("{ modules { id health { waitingEvents isStuck } } }");
        Assert.Equal(
            """{"waitingEvents":1,"isStuck":true}""",
            waiting.Body["data"]!["modules"]!.AsArray().Single(module => (string)module!["id"]! == "o-blocks-handling")!["health"]!.ToJsonString());
    }

    [Theory]
    [InlineData("o-throws-starting", "InvalidOperationException")]
    [InlineData("o-blocks-starting", "TimeoutException")]
    public void A_background_service_that_does_not_start_is_reported_and_its_module_serves(string module, string kind)
    {
        Assert.Equal(("Failing", kind), host.FaultOf(module));
        Assert.Null(host.EntryOf(module).Failure);
    }
}

/// <summary>The host with all of them, enabled in Nam Dinh as far as they were installed.</summary>
public sealed class BadModuleHost : IAsyncLifetime
{
    private const string Permission = """module.GraphQL();""";
    private readonly ModuleWorkshop workshop = new();

    public TestHost Host { get; private set; } = null!;

    public TestClient User { get; private set; } = null!;

    public TestClient Operator { get; private set; } = null!;

    internal ModuleLoadEntry EntryOf(string module) => Host.Services.GetRequiredService<ModuleLoadReport>().Entries.Single(entry => entry.Name == module);

    internal (string? Where, string? Kind) FaultOf(string module) =>
        Host.Services.GetRequiredService<ModuleFaults>().Of(module) is [var fault, ..] ? (fault.Where, fault.Kind) : default;

    internal ModuleToll TollOf(string module) => Host.Services.GetRequiredService<ModuleWork>().Of(module);

    internal (int Calls, bool IsStuck) LeftBehindOf(string module) => (TollOf(module).LeftBehind, Host.Services.GetRequiredService<ModuleWork>().IsStuck(module));

    /// <summary>Somebody who signed in as administrator of a province.</summary>
    public async Task<TestClient> AdministratorAsync(string name, Province province) =>
        await Host.SignInAsync(await Host.AddUserAsync(name, province, TestGrant.OfRole(DefaultRoles.ProvinceAdministrator, Reach.Province)));

    /// <summary>What operators are told of the modules of a host that is ready.</summary>
    public async Task<JsonArray> HealthAsync()
    {
        var health = JsonNode.Parse(await Operator.Http.GetStringAsync("/health/ready", TestContext.Current.CancellationToken))!;
        Assert.Equal("ready", (string)health["status"]!);
        return health["modules"]!.AsArray();
    }

    public async ValueTask InitializeAsync()
    {
        MakeModules();
        Host = await TestHost.StartWithFolderAsync(workshop.Root, new Dictionary<string, string?>
        {
            ["Limits:ExecutionTime"] = "00:00:01",
            ["Events:HandlerTime"] = "00:00:00.5",
            ["Events:Attempts"] = "1",
            ["Modules:ServiceStart"] = "00:00:00.5",
            ["Modules:MostLeftBehind"] = "2",
            // Each of them is reported, which is what is looked at here; nobody needs to read it.
            ["Logging:LogLevel:Default"] = "None",
        });
        await Host.EnableAsync(TestProvinces.NamDinh, [.. Host.Services.GetRequiredService<ModuleLoadReport>().Installed.All.Select(module => module.Id)]);
        User = await Host.SignInAsync(await Host.AddUserAsync("reader", TestProvinces.NamDinh, TestGrant.InProvince("ledgers.read")));
        Operator = await Host.SignInAsync(await Host.AddUserAsync("operator", TestProvinces.NamDinh, TestGrant.InProvince("system.operate", "system.read-operations")));
    }

    /// <summary>The modules whose events are parked, once so many are, which the host's own dispatcher may do as well as the test's.</summary>
    public async Task<IReadOnlyList<string>> ParkedAsync(int modules)
    {
        string[] parked = [];
        await Patience.UntilAsync(async () =>
        {
            await Host.DispatchEventsAsync();
            parked = await Host.Database.ScalarAsync<string[]>(
                TestProvinces.NamDinh, "select coalesce(array_agg(module order by module), '{}') from kernel.parked_events where event_name = 'ledgers.ledger-opened'");
            return parked.Length >= modules;
        });
        return parked;
    }

    /// <summary>Lets events happen until so many calls of a module were left behind that it is called no more.</summary>
    public Task UntilStuckAsync(string module) => Patience.UntilAsync(async () =>
    {
        if (LeftBehindOf(module).IsStuck)
            return true;
        await User.ExecuteAsync("""mutation { openLedger(input: { name: "Daybook" }) { errors { __typename } } }""");
        await Host.DispatchEventsAsync();
        return false;
    });

    public async ValueTask DisposeAsync()
    {
        User?.Dispose();
        Operator?.Dispose();
        if (Host is not null)
            await Host.DisposeAsync();
        workshop.Dispose();
    }

    private void MakeModules()
    {
        workshop.MakeLedgers();
        workshop.Make("m-claims-type", Permission, """
            [GraphQLName("Ledger"), Classified(DataClass.Internal)] internal sealed record OtherLedger(int Pages);
            [QueryType] internal static class Queries { /// <summary>Others.</summary>
                [Public("A test.")] public static OtherLedger Other() => new(1); }
            """);
        workshop.Make("m-claims-field", Permission, """
            [QueryType] internal static class Queries { /// <summary>The ledgers.</summary>
                [Public("A test."), Classified(DataClass.Internal)] public static string Ledgers() => "mine"; }
            """);
        workshop.Make("m-claims-permission", """module.Permissions(new PermissionDefinition("ledgers.write", new LocalizedText("Ghi", "Write")));""");
        workshop.Make("m-needs-permission", Permission, """
            [QueryType] internal static class Queries { /// <summary>Burns.</summary>
                [Requires("ledgers.burn"), Classified(DataClass.Internal)] public static string Burnt() => ""; }
            """);
        workshop.Make("m-claims-schema", """module.Database<Mine>("ledgers");""", "internal sealed class Mine(DbContextOptions<Mine> options) : ModuleDbContext(options);");
        workshop.Make("m-claims-policy", "module.Policy<Mine>();", """public sealed class Mine : IPolicy { public static string Key => "ledgers.pages"; public static RuleReference Source => new("L-01", "A test"); }""");
        workshop.Make("m-claims-service", "module.Services.AddScoped<ICurrentAccess>(_ => new SystemAccess(\"everybody\"));");
        workshop.Make("m-claims-port", "module.Services.AddScoped<Contracts.ledgers.ILedgerBook, Mine>();", "internal sealed class Mine : Contracts.ledgers.ILedgerBook;");
        workshop.Make("m-claims-migration", """module.Database<Mine>("m_claims_migration");""", "internal sealed class Mine(DbContextOptions<Mine> options) : ModuleDbContext(options);", "alter table ledgers.ledger add column mine text; drop table if exists ledgers.ledger;");
        workshop.Make("m-claims-function", """module.Database<Mine>("m_claims_function");""", "internal sealed class Mine(DbContextOptions<Mine> options) : ModuleDbContext(options);", "create function kernel.mine() returns int language sql as 'select 1'; drop policy province on ledgers.ledger;");
        workshop.Make("n-throws-registering", "throw new InvalidOperationException(\"no\");");
        workshop.Make("n-throws-declaring", Permission, """
            internal sealed class Declared() : EntityTypeExtension("Ledger") { protected override void Define(EntityExtensionBuilder ledger) => throw new NotSupportedException("No declaration today."); }
            """);
        workshop.Make("n-throws-migrating", """module.Database<Mine>("n_throws_migrating");""", "internal sealed class Mine(DbContextOptions<Mine> options) : ModuleDbContext(options);", "create table n_throws_migrating.half (province_id smallint primary key); alter table nowhere.table add column x text;");
        workshop.Make("o-extends-missing", Permission, """
            internal sealed class Ghosts() : EntityTypeExtension("Ghost") { protected override void Define(EntityExtensionBuilder ghost) => ghost.Statement<int>("weight", "None.", DataClass.Internal, weight => weight.Sql(sql => $"select 1")); }
            """);
        workshop.Make("o-throws-resolving", Permission, """
            [QueryType] internal static class Queries { /// <summary>Throws.</summary>
                [Public("A test."), Classified(DataClass.Internal)] public static string? Thrown() => throw new InvalidOperationException("no"); }
            """);
        workshop.Make("o-blocks-resolving", Permission, """
            [QueryType] internal static class Queries
            {
                /// <summary>Blocks its thread.</summary>
                [Public("A test."), Classified(DataClass.Internal)] public static string? Blocked() { new ManualResetEventSlim().Wait(); return null; }
                /// <summary>Waits for nothing.</summary>
                [Public("A test."), Classified(DataClass.Internal)] public static async Task<string?> Waiting() { await new TaskCompletionSource().Task; return null; }
            }
            """);
        workshop.Make("o-loops", Permission, """
            [QueryType] internal static class Queries { /// <summary>Eats the processor.</summary>
                [Public("A test."), Classified(DataClass.Internal)] public static string? Looped() { while (AppContext.GetData("o-loops ends") is null) { } return "ended"; } }
            """);
        MakeListeners();
        MakeStarters();
        MakeCareless();
    }

    // What is found where nobody would look for it: in the model, at the services, on the clock, in the sweep.
    private void MakeCareless()
    {
        const string Context = "internal sealed class Mine(DbContextOptions<Mine> options) : ModuleDbContext(options);";
        workshop.Make("n-breaks-model", Permission + """module.Database<Mine>("n_breaks_model");""", """
            internal sealed class Mine(DbContextOptions<Mine> options) : ModuleDbContext(options) { protected override void OnModelCreating(ModelBuilder model) => throw new InvalidOperationException("No model today."); }
            """);
        workshop.Make("n-hears-without-database", "module.Handles<Contracts.ledgers.LedgerOpened, When>();", "internal sealed class When : IEventHandler<Contracts.ledgers.LedgerOpened> { public Task HandleAsync(Contracts.ledgers.LedgerOpened happened, EventContext context, CancellationToken cancellationToken) => Task.CompletedTask; }");
        workshop.Make("n-works-without-permission", """module.Database<Mine>("n_works_without_permission").Policy<Soon>().WorkItems(new Due());""", Context + BadModules.Work("n-works-without-permission", "ledgers.burn", "true"));
        workshop.Make("o-fails-at-work", """module.Database<Mine>("o_fails_at_work").Policy<Soon>().WorkItems(new Due());""", Context + BadModules.Work("o-fails-at-work", "ledgers.read", "1 / (select count(*) from ledgers.ledger as none where false) = 1"));
        workshop.Make("o-replaces-clock", "module.Services.AddSingleton<TimeProvider>(new Stopped());", "internal sealed class Stopped : TimeProvider { public override DateTimeOffset GetUtcNow() => default; }");
        workshop.Make("o-throws-beside", Permission, """
            internal sealed class TIMER : Exception; internal sealed class THREAD : Exception; internal sealed class ASYNC_VOID : Exception;
            [QueryType] internal static class Queries
            {
                private static Timer? timer;
                /// <summary>Throws where nobody waits for it.</summary>
                [Public("A test."), Classified(DataClass.Internal)] public static string ThrownBeside(string how)
                {
                    if (how == "TIMER") timer = new Timer(_ => throw new TIMER(), null, 0, Timeout.Infinite);
                    if (how == "THREAD") new Thread(() => throw new THREAD()).Start();
                    if (how == "ASYNC_VOID") Fire();
                    return "begun";
                }
                private static async void Fire() { await Task.Yield(); throw new ASYNC_VOID(); }
            }
            """);
        workshop.Make("n-lacks-service", Permission + "module.Services.AddScoped<Needy>();", """
            internal interface INowhere; internal sealed class Needy(INowhere nowhere) { public string Name => nowhere.ToString()!; }
            [QueryType] internal static class Queries { /// <summary>Lost.</summary>
                [Public("A test."), Classified(DataClass.Internal)] public static string? Lost(Needy needy) => needy.Name; }
            """);
        workshop.Make("o-leaks", Permission, """
            [QueryType] internal static class Queries
            {
                private static readonly List<byte[]> Held = [];
                /// <summary>Keeps what nobody needs, before it waits, after it, and by a timer.</summary>
                [Public("A test."), Classified(DataClass.Internal)] public static async Task<string?> Leaked()
                {
                    Held.Add(new byte[16 << 20]);
                    await Task.Yield();
                    Held.Add(new byte[16 << 20]);
                    var rung = new TaskCompletionSource();
                    using var timer = new Timer(_ => { Held.Add(new byte[16 << 20]); rung.SetResult(); }, null, 0, Timeout.Infinite);
                    await rung.Task;
                    return "held";
                }
            }
            """);
    }

    private void MakeListeners()
    {
        const string Context = "internal sealed class Mine(DbContextOptions<Mine> options) : ModuleDbContext(options);";
        const string Handler = "internal sealed class When : IEventHandler<Contracts.ledgers.LedgerOpened> { public async Task HandleAsync(Contracts.ledgers.LedgerOpened happened, EventContext context, CancellationToken cancellationToken) { await Task.Yield(); BODY } }";
        workshop.Make("o-throws-handling", """module.Database<Mine>("o_throws_handling").Handles<Contracts.ledgers.LedgerOpened, When>();""", Context + Handler.Replace("BODY", "throw new InvalidOperationException(\"no\");", StringComparison.Ordinal));
        workshop.Make("o-blocks-handling", """module.Database<Mine>("o_blocks_handling").Handles<Contracts.ledgers.LedgerOpened, When>();""", Context + Handler.Replace("BODY", "new ManualResetEventSlim().Wait();", StringComparison.Ordinal));
        workshop.Make(
            "z-good",
            """module.GraphQL().Database<Mine>("z_good").Policy<Soon>().WorkItems(new Due()).Handles<Contracts.ledgers.LedgerOpened, When>();""",
            Context + BadModules.Work("z-good", "ledgers.read", "true") + Handler.Replace("BODY", "Queries.Names.Enqueue(happened.Name);", StringComparison.Ordinal) + """
            [QueryType] internal static class Queries
            {
                public static readonly System.Collections.Concurrent.ConcurrentQueue<string> Names = new();
                /// <summary>What was heard.</summary>
                [Public("A test."), Classified(DataClass.Internal)] public static IReadOnlyList<string> Heard() => [.. Names.Distinct()];
                /// <summary>Who serves.</summary>
                [Public("A test."), Classified(DataClass.Internal)] public static string Alive() => "z-good";
            }
            """);
    }

    private void MakeStarters()
    {
        const string Service = "internal sealed class Failing : IHostedService { public Task StartAsync(CancellationToken cancellationToken) { BODY } public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask; }";
        workshop.Make("o-throws-starting", "module.Services.AddHostedService<Failing>();", Service.Replace("BODY", "throw new InvalidOperationException(\"no\");", StringComparison.Ordinal));
        workshop.Make("o-blocks-starting", "module.Services.AddHostedService<Failing>();", Service.Replace("BODY", "new ManualResetEventSlim().Wait(); return Task.CompletedTask;", StringComparison.Ordinal));
    }
}
