using Microsoft.Extensions.DependencyInjection;
using Modular.Host.Identity;
using Modular.Host.Provinces;
using Modular.Host.Startup;
using Modular.Kernel.Access;
using Modular.Kernel.GraphQL.Exports.Running;
using Modular.Kernel.Modules;
using Modular.Kernel.Postgres.Events;
using Modular.Kernel.Postgres.Scopes;
using Modular.Kernel.Provinces;
using Modular.Kernel.Results;
using Modular.Kernel.Time;
using Modular.TestKit.Databases;

namespace Modular.TestKit.Hosts;

/// <summary>The real host in the test's process, on a real port, over a fresh database, with some modules enabled in every province.</summary>
public sealed class TestHost : IAsyncDisposable
{
    /// <summary>The password of every user that a test adds.</summary>
    public const string Password = "A password of the tests";

    private readonly ModularHost host;
    private readonly bool ownsDatabase;

    private TestHost(TestDatabase database, bool ownsDatabase, ModularHost host)
    {
        Database = database;
        this.ownsDatabase = ownsDatabase;
        this.host = host;
        Address = new Uri(host.Application.Urls.First());
    }

    /// <summary>The database that the host works with.</summary>
    public TestDatabase Database { get; }

    /// <summary>Where the host listens.</summary>
    public Uri Address { get; }

    /// <summary>The host's container.</summary>
    public IServiceProvider Services => host.Services;

    /// <summary>Starts a host with these modules, each after those it depends on.</summary>
    public static Task<TestHost> StartAsync(params IReadOnlyList<ModularModule> modules) => StartAsync(new Dictionary<string, string?>(), modules);

    /// <summary>Starts a host with these modules and settings.</summary>
    public static async Task<TestHost> StartAsync(IReadOnlyDictionary<string, string?> settings, params IReadOnlyList<ModularModule> modules)
    {
        var database = await TestDatabase.CreateAsync(new TestDatabaseOptions { Schemas = [IdentityServices.Schema] }, modules);
        return await StartOverAsync(database, ownsDatabase: true, settings, modules);
    }

    /// <summary>
    /// Starts a host whose application keeps neither to provinces nor to reach: what is not seen or changed then is what PostgreSQL refuses.
    /// </summary>
    public static async Task<TestHost> StartWithoutFiltersAsync(params IReadOnlyList<ModularModule> modules)
    {
        var database = await TestDatabase.CreateAsync(new TestDatabaseOptions { Schemas = [IdentityServices.Schema] }, modules);
        return await StartOverAsync(
            database, ownsDatabase: true, new Dictionary<string, string?>(), modules, services => services.AddSingleton(ApplicationFilters.Off));
    }

    /// <summary>
    /// Starts a host that finds its modules in a folder as in production: each loaded into a context of its own, or left out with a reason. They are enabled in no province yet
    /// (<see cref="EnableAsync"/>).
    /// </summary>
    /// <param name="folder">The folder that holds the modules' folders.</param>
    /// <param name="settings">Settings of the host.</param>
    public static async Task<TestHost> StartWithFolderAsync(string folder, IReadOnlyDictionary<string, string?> settings)
    {
        var database = await TestDatabase.CreateAsync(new TestDatabaseOptions { Schemas = [IdentityServices.Schema] });
        return await StartOverAsync(database, ownsDatabase: true, new Dictionary<string, string?>(settings) { ["Modules:Paths:0"] = folder }, modules: null);
    }

    /// <summary>Enables modules in a province, each after those it depends on.</summary>
    public async Task EnableAsync(Province province, params IReadOnlyList<string> modules)
    {
        var enabling = Services.GetRequiredService<ModuleSwitch>();
        foreach (var module in modules)
        {
            var enabled = await enabling.EnableAsync(province.Id, module, new SystemAccess("test"), "Enabled by a test.", CancellationToken.None);
            if (!enabled.Succeeded)
                throw new InvalidOperationException(enabled.Problems[0].Message(Language.English));
        }

        await host.ReadProvincesAsync(CancellationToken.None);
    }

    /// <summary>Starts one more host over the database of another, as a deployment of several hosts does.</summary>
    public Task<TestHost> StartAnotherAsync(params IReadOnlyList<ModularModule> modules) =>
        StartOverAsync(Database, ownsDatabase: false, new Dictionary<string, string?>(), modules);

    /// <summary>Adds an account with rights in a province.</summary>
    /// <param name="userName">The name under which it signs in.</param>
    /// <param name="province">The province.</param>
    /// <param name="grants">What it may do there.</param>
    public Task<TestUser> AddUserAsync(string userName, Province province, params IReadOnlyList<TestGrant> grants) =>
        AddUserAsync(userName, province, memberId: null, grants);

    /// <summary>Adds an account that belongs to a member, with rights in a province.</summary>
    public async Task<TestUser> AddUserAsync(string userName, Province province, Guid? memberId, params IReadOnlyList<TestGrant> grants)
    {
        await using var scope = Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<AccountAdministration>();
        var id = await accounts.OpenAsync(userName, Password, CancellationToken.None);
        await accounts.AdmitAsync(id, province.Id, memberId, "test", CancellationToken.None);
        var user = new TestUser(id, userName, province);
        foreach (var grant in grants)
            await GrantAsync(user, grant);
        return user;
    }

    /// <summary>Opens an account that works nowhere yet.</summary>
    public async Task<Guid> OpenAccountAsync(string userName, string password)
    {
        await using var scope = Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<AccountAdministration>().OpenAsync(userName, password, CancellationToken.None);
    }

    /// <summary>Gives a user one more right.</summary>
    public async Task GrantAsync(TestUser user, TestGrant grant)
    {
        await using var scope = Services.CreateAsyncScope();
        var clock = scope.ServiceProvider.GetRequiredService<TimeProvider>();
        await grant.DefineRoleAsync(Database, user.Province);
        await scope.ServiceProvider.GetRequiredService<AccountAdministration>().GrantAsync(
            user.Id,
            user.Province.Id,
            new Grant(grant.Role, grant.Reach, grant.OrganizationId, clock.Today(), "test", "Given by a test."),
            CancellationToken.None);
    }

    /// <summary>A client that has signed in as this user and speaks with the user's province.</summary>
    public async Task<TestClient> SignInAsync(TestUser user)
    {
        var client = new TestClient(Address, user.Province);
        await client.SignInAsync(user.Name, Password);
        return client;
    }

    /// <summary>A client that has not signed in.</summary>
    public TestClient Anonymous(Province province) => new(Address, province);

    /// <summary>Hands all published events to the modules, until there are none left, so that nothing of them comes later.</summary>
    public Task DispatchEventsAsync() => Services.GetRequiredService<EventDispatcher>().DrainAsync(CancellationToken.None);

    /// <summary>Lets the host look at once at what the provinces have enabled, after a test changed it behind its back.</summary>
    public Task ReloadModulesAsync() => Services.GetRequiredService<ProvinceDirectory>().ReloadAsync(CancellationToken.None);

    /// <summary>Forgets what the host remembers of a user's rights, after a test changed them behind its back.</summary>
    public void Forget(TestUser user) => Services.GetRequiredService<AccessDirectory>().Forget(user.Id);

    /// <summary>Ends the exports of a province whose time is over, as the host does every few minutes.</summary>
    public Task TidyExportsAsync(Province province) => Services.GetRequiredService<ExportExpiry>().RunAsync(province.Id, CancellationToken.None);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await host.Application.StopAsync();
        await host.DisposeAsync();
        if (ownsDatabase)
            await Database.DisposeAsync();
    }

    private static async Task<TestHost> StartOverAsync(
        TestDatabase database, bool ownsDatabase, IReadOnlyDictionary<string, string?> settings, IReadOnlyList<ModularModule>? modules,
        Action<IServiceCollection>? configure = null)
    {
        var all = new Dictionary<string, string?>(settings)
        {
            ["Urls"] = settings.GetValueOrDefault("Urls", "http://127.0.0.1:0"),
            ["Database:Owner"] = database.Connections.Owner,
            ["Database:Application"] = database.Connections.Application,
            ["Database:MaxConnections"] = "20",
            ["Sample:Load"] = "false",
        };
        all.TryAdd("Logging:LogLevel:Default", "Error");
        // Tests sign in all the time: hashes are made as fast as they may be, and a second factor is a matter of the tests that are about it.
        all.TryAdd("Identity:PasswordHashIterations", "1000");
        all.TryAdd("Identity:SecondFactor:InNewProvinces", "false");
        // Tests ask faster than people do; rates are a matter of the tests that are about them.
        foreach (var rate in new[] { "RequestsPerMinute", "CostPerMinute", "AddressRequestsPerMinute" })
            all.TryAdd($"Limits:{rate}", "0");
        var start = new HostStart { Modules = modules, Settings = all, Configure = configure ?? (static _ => { }) };
        var host = await ModularHost.OpenAsync(start, CancellationToken.None);
        try
        {
            await host.StartAsync(CancellationToken.None);
        }
        catch
        {
            await host.DisposeAsync();
            if (ownsDatabase)
                await database.DisposeAsync();
            throw;
        }

        return new TestHost(database, ownsDatabase, host);
    }
}
