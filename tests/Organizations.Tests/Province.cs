using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Modular.GraphQL;
using Modular.GraphQL.TypeSystem;
using Modular.Kernel.Access;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Modules;
using Modular.Kernel.Organizations;
using Modular.Kernel.Postgres.Reads;
using Modular.Kernel.Results;
using Modular.Organizations.Codes;
using Modular.Organizations.Contracts;
using Modular.Organizations.Data;
using Modular.Organizations.Decisions;
using Modular.Organizations.Founding;
using Modular.Organizations.Register;
using Modular.TestKit.Databases;
using Xunit;

namespace Modular.Organizations.Tests;

/// <summary>
/// A small province on a fresh database: the provincial organization, two districts, a commune under each, and a cell in the first
/// commune. Every organization was founded by the act itself.
/// </summary>
internal sealed class Province : IAsyncDisposable
{
    private static readonly GraphQLEngine Engine = new(new GraphQLEngineOptions { ShowExceptions = true });
    public static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private Province(TestDatabase database, FixedClock clock)
    {
        Database = database;
        Clock = clock;
        Schema = new Lazy<Schema>(() => new SchemaComposer(new InstalledModules(database.Modules)).Compose(new HashSet<string> { "organizations" }));
    }

    public Lazy<Schema> Schema { get; }

    /// <summary>What the last question read.</summary>
    public ReadStatistics? Statements { get; private set; }

    public static DateOnly Founded { get; } = new(2015, 3, 2);

    public TestDatabase Database { get; }

    public FixedClock Clock { get; }

    public Guid Root { get; private set; }

    public Guid East { get; private set; }

    public Guid West { get; private set; }

    public Guid EastCommune { get; private set; }

    public Guid WestCommune { get; private set; }

    public Guid Cell { get; private set; }

    /// <summary>The province as it stands on a day of era A.</summary>
    public static Task<Province> CreateAsync() => CreateAsync(new DateOnly(2024, 6, 15));

    public static async Task<Province> CreateAsync(DateOnly today, Action<IServiceCollection>? configure = null)
    {
        var clock = new FixedClock(today);
        var options = new TestDatabaseOptions { Clock = clock, Configure = configure ?? (_ => { }) };
        var province = new Province(await TestDatabase.CreateAsync(options, new OrganizationsModule()), clock);
        province.Root = await province.FoundAsync(null, OrganizationKinds.Provincial, "Đảng bộ tỉnh Nam Định", "36");
        province.East = await province.FoundAsync(province.Root, OrganizationKinds.DirectSuperior, "Đảng bộ huyện Giao Thủy", "36.01", "DISTRICT");
        province.West = await province.FoundAsync(province.Root, OrganizationKinds.DirectSuperior, "Đảng bộ huyện Ý Yên", "36.02", "DISTRICT");
        province.EastCommune = await province.FoundAsync(
            province.East, OrganizationKinds.GrassrootsCommittee, "Đảng bộ xã Giao Hà", "36.01.001");
        province.WestCommune = await province.FoundAsync(
            province.West, OrganizationKinds.GrassrootsCommittee, "Đảng bộ xã Yên Thắng", "36.02.001");
        province.Cell = await province.FoundAsync(province.EastCommune, OrganizationKinds.Cell, "Chi bộ xóm 1", "36.01.001.001");
        return province;
    }

    /// <summary>The decision of a superior, years before today.</summary>
    public static DecisionInput Decision(DateOnly? decidedOn = null, Guid? authority = null) => new()
    {
        Number = "12-QĐ/TU",
        DecidedOn = decidedOn ?? Founded,
        Authority = "Ban Thường vụ Tỉnh ủy",
        AuthorityOrganizationId = authority,
        Excerpt = "Về công tác tổ chức",
    };

    /// <summary>What the founding of a cell in the first commune takes.</summary>
    public FoundOrganizationInput NewCell(string name = "Chi bộ xóm 2", string code = "36.01.001.002") => new()
    {
        ParentId = EastCommune,
        Kind = OrganizationKinds.Cell,
        Name = name,
        Code = code,
        EffectiveOn = new DateOnly(2024, 2, 3),
        Decision = Decision(),
    };

    /// <summary>Runs an act with every right.</summary>
    public Task<Result<TResult>> ActAsync<TAct, TResult>(Func<TAct, Task<Result<TResult>>> run)
        where TAct : notnull => ActAsync(new SystemAccess("test"), run);

    /// <summary>Runs an act with somebody's rights.</summary>
    public async Task<Result<TResult>> ActAsync<TAct, TResult>(ICurrentAccess access, Func<TAct, Task<Result<TResult>>> run)
        where TAct : notnull
    {
        await using var scope = Database.Enter(TestProvinces.NamDinh, access);
        return await run(scope.Get<TAct>());
    }

    public async Task<Guid> FoundAsync(
        Guid? parent, string kind, string name, string code, string? subkind = null, CodeScheme scheme = CodeScheme.Internal, DateOnly? on = null)
    {
        var founded = await ActAsync<FoundingAct, Organization>(founding => founding.RunAsync(
            new FoundOrganizationInput
            {
                ParentId = parent,
                Kind = kind,
                Subkind = subkind,
                Name = name,
                Code = code,
                CodeScheme = scheme,
                EffectiveOn = on ?? Founded,
                Decision = Decision(),
            },
            CancellationToken.None));
        return founded.Value.Id;
    }

    /// <summary>Reads with every right.</summary>
    public async Task<T> ReadAsync<T>(Func<OrganizationsDbContext, Task<T>> read)
    {
        await using var scope = Database.Enter();
        return await read(scope.Get<OrganizationsDbContext>());
    }

    public Task<Organization> ReadAsync(Guid id) => ReadAsync(db => db.Organizations.SingleAsync(row => row.Id == id));

    /// <summary>The place of an organization on a day.</summary>
    public async Task<OrganizationTreeNode?> PlaceAsync(Guid id, DateOnly day)
    {
        await using var scope = Database.Enter();
        return await scope.Get<IOrganizationTree>().FindAsync(id, day, CancellationToken.None);
    }

    /// <summary>Asks the schema of this module as somebody.</summary>
    public async Task<JsonObject> AskAsync(ICurrentAccess access, string query, object? variables = null)
    {
        await using var scope = Database.Enter(TestProvinces.NamDinh, access);
        await using var request = new KernelRequest(scope.Get<IServiceProvider>());
        var output = new ArrayBufferWriter<byte>();
        await Engine.ExecuteAsync(
            Schema.Value,
            new GraphQLRequest(query) { Variables = JsonSerializer.SerializeToElement(variables ?? new { }, JsonSerializerOptions.Web) },
            request.ToContext(CancellationToken.None),
            output);
        Statements = request.Statistics;
        return JsonNode.Parse(output.WrittenSpan)!.AsObject();
    }

    /// <summary>Asks with every right, and gives the data of an answer without errors.</summary>
    public async Task<JsonObject> AskAsync(string query, object? variables = null)
    {
        var answer = await AskAsync(new SystemAccess("test"), query, variables);
        Assert.True(answer["errors"] is null, answer.ToJsonString(Readable));
        return answer["data"]!.AsObject();
    }

    /// <summary>The opaque identifier of an object.</summary>
    public static string GlobalId(string type, Guid key) => new Modular.GraphQL.CodeFirst.GlobalId(type, key).ToString();

    public ValueTask DisposeAsync() => Database.DisposeAsync();
}
