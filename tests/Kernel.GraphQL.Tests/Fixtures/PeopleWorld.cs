using System.Buffers;
using System.Text;
using System.Text.Json;
using Modular.GraphQL;
using Modular.GraphQL.TypeSystem;
using Modular.Kernel.Access;
using Modular.Kernel.GraphQL.Tests.Fixtures.People;
using Modular.Kernel.GraphQL.Tests.Fixtures.Units;
using Modular.Kernel.Modules;
using Modular.Kernel.Organizations;
using Modular.Kernel.Postgres.AccessLog;
using Modular.Kernel.Postgres.Reads;
using Modular.Kernel.Provinces;
using Modular.Kernel.Texts;
using Modular.TestKit.Databases;
using NpgsqlTypes;

namespace Modular.Kernel.GraphQL.Tests.Fixtures;

/// <summary>
/// Two provinces with the same small tree each: the province, commune Alpha with the cells One and Two, and commune Beta with the cell Three.
/// </summary>
public sealed class PeopleWorld : IAsyncLifetime
{
    internal static readonly Guid Province = Id(1);
    internal static readonly Guid Alpha = Id(2);
    internal static readonly Guid One = Id(3);
    internal static readonly Guid Two = Id(4);
    internal static readonly Guid Beta = Id(5);
    internal static readonly Guid Three = Id(6);

    internal static readonly IReadOnlySet<string> AllModules = new HashSet<string> { "people", "units" };

    private readonly GraphQLEngine engine = new(new GraphQLEngineOptions { ShowExceptions = true });
    private readonly Dictionary<Guid, string> paths = [];
    private TestDatabase? database;
    private SchemaComposer? composer;
    private Schema? schema;

    internal TestDatabase Database => database!;

    internal SchemaComposer Composer => composer!;

    internal Schema Schema => schema!;

    /// <summary>Somebody who may do everything everywhere.</summary>
    internal static TestAccess Everyone { get; } = new TestAccess()
        .Everywhere(PeoplePermissions.Read).Everywhere(PeoplePermissions.ReadSensitive).Everywhere(PeoplePermissions.Change);

    public async ValueTask InitializeAsync()
    {
        database = await TestDatabase.CreateAsync(new UnitsModule(), new PeopleModule());
        composer = new SchemaComposer(new InstalledModules(database.Modules));
        schema = composer.Compose(AllModules);
        foreach (var province in new[] { TestProvinces.NamDinh, TestProvinces.NinhThuan })
        {
            await PlantTreeAsync(province);
            await AddPeopleAsync(province);
        }

        foreach (var organization in new[] { Province, Alpha, One, Two, Beta, Three })
            paths[organization] = await Database.ScalarAsync<string>(TestProvinces.NamDinh, "select path from kernel.organization_tree where organization_id = $1", organization);
    }

    public ValueTask DisposeAsync() => Database.DisposeAsync();

    internal static Guid Id(int number) => new($"00000000-0000-0000-0000-{number:000000000000}");

    internal static Guid PersonId(int number) => Id(1000 + number);

    internal static string GlobalId(string type, Guid key) => new Modular.GraphQL.CodeFirst.GlobalId(type, key).ToString();

    /// <summary>The path of an organization.</summary>
    internal string PathOf(Guid organization) => paths[organization];

    /// <summary>Asks as a user in a province, Nam Dinh where none is named.</summary>
    internal async Task<(string Json, ReadStatistics Reads)> AskAsync(
        string query, ICurrentAccess? access = null, string? variables = null, Province? province = null, Schema? of = null, string? idempotencyKey = null,
        List<SensitiveRead>? sensitive = null)
    {
        await using var scope = Database.Enter(province ?? TestProvinces.NamDinh, access ?? Everyone);
        await using var request = new KernelRequest(scope.Get<IServiceProvider>()) { IdempotencyKey = idempotencyKey };
        using var json = variables is null ? null : JsonDocument.Parse(variables);
        var output = new ArrayBufferWriter<byte>();
        await engine.ExecuteAsync(
            of ?? Schema,
            new GraphQLRequest(query) { Variables = json?.RootElement ?? default },
            request.ToContext(TestContext.Current.CancellationToken),
            output);
        sensitive?.AddRange(request.SensitiveReads);
        return (Encoding.UTF8.GetString(output.WrittenSpan), request.Statistics);
    }

    /// <summary>Asks as a client that takes parts of the response later than the rest.</summary>
    /// <returns>The parts, and how many batches had gone out when each came.</returns>
    internal async Task<(List<string> Parts, List<int> Batches)> AskInPartsAsync(string query)
    {
        await using var scope = Database.Enter(TestProvinces.NamDinh, Everyone);
        await using var request = new KernelRequest(scope.Get<IServiceProvider>());
        var output = new ArrayBufferWriter<byte>();
        using var response = await engine.ExecuteIncrementallyAsync(
            Schema, new GraphQLRequest(query), request.ToContext(TestContext.Current.CancellationToken), output);
        List<string> parts = [Encoding.UTF8.GetString(output.WrittenSpan)];
        List<int> batches = [request.Statistics.Batches];
        await foreach (var part in response.ReadAsync())
        {
            parts.Add(Encoding.UTF8.GetString(part.Span));
            batches.Add(request.Statistics.Batches);
        }

        return (parts, batches);
    }

    /// <summary>Adds a person to Nam Dinh.</summary>
    internal Task AddAsync(Person person) => AddAsync(TestProvinces.NamDinh, person);

    /// <summary>Gives Beta more cells than are few, and with it the province; Alpha stays as it is.</summary>
    internal async ValueTask WidenBetaAsync()
    {
        if (await Database.ScalarAsync<long>(TestProvinces.NamDinh, "select count(*) from kernel.organization_tree") > PermissionScope.NarrowOrganizations)
            return;
        await using var scope = Database.Enter(TestProvinces.NamDinh, new SystemAccess("test"));
        await scope.Write<PeopleDbContext>().RunAsync<bool>(
            async (_, cancellationToken) =>
            {
                await scope.Get<IOrganizationTreeWriter>().PlaceAsync(
                    [.. Enumerable.Range(0, PermissionScope.NarrowOrganizations).Select(number => new OrganizationPlacement(Id(5000 + number), Beta, "CELL", new DateOnly(2020, 1, 1)))],
                    cancellationToken);
                return true;
            },
            TestContext.Current.CancellationToken);
    }

    private async Task PlantTreeAsync(Province province)
    {
        var from = new DateOnly(2020, 1, 1);
        await using (var scope = Database.Enter(province, new SystemAccess("test")))
        {
            await scope.Write<PeopleDbContext>().RunAsync<bool>(
                async (_, ct) =>
                {
                    await scope.Get<IOrganizationTreeWriter>().PlaceAsync(
                        [
                            new OrganizationPlacement(Province, null, "PROVINCIAL", from),
                            new OrganizationPlacement(Alpha, Province, "GRASSROOTS_COMMITTEE", from),
                            new OrganizationPlacement(One, Alpha, "CELL", from),
                            new OrganizationPlacement(Two, Alpha, "CELL", from),
                            new OrganizationPlacement(Beta, Province, "GRASSROOTS_COMMITTEE", from),
                            new OrganizationPlacement(Three, Beta, "CELL", from),
                        ],
                        ct);
                    return true;
                },
                CancellationToken.None);
        }

        foreach (var (id, parent, name) in new (Guid, Guid?, string)[]
        {
            (Province, null, "Province"), (Alpha, Province, "Alpha"), (One, Alpha, "One"), (Two, Alpha, "Two"), (Beta, Province, "Beta"), (Three, Beta, "Three"),
        })
        {
            await Database.ExecuteAsync(
                province, "insert into units.organization (province_id, id, parent_id, name) values ($1, $2, $3, $4)",
                province.Id.Value, id, (object?)parent ?? DBNull.Value, $"{name} of {province.Slug}");
        }
    }

    /// <summary>Persons 1 to 7 in One, 8 to 10 in Two, 11 and 12 in Beta's cell Three; the first is the sponsor of the second to the sixth.</summary>
    private async Task AddPeopleAsync(Province province)
    {
        string[] names = ["Nguyễn Văn Ánh", "Trần Thị Bình", "Lê Đức Cường", "Phạm Thị Dung", "Hoàng Văn Đạt", "Đỗ Thị Giang", "Vũ Văn Hải", "Ngô Thị Hoa", "Bùi Văn Khánh", "Đặng Thị Lan", "Nguyễn Thị Mai", "Lý Văn Nam"];
        for (var number = 1; number <= names.Length; number++)
        {
            await AddAsync(province, new Person
            {
                Id = PersonId(number),
                OrganizationId = number <= 7 ? One : number <= 10 ? Two : Three,
                SponsorId = number is >= 2 and <= 6 ? PersonId(1) : null,
                FullName = names[number - 1],
                CitizenId = number % 2 == 0 ? $"0360000000{number:00}" : null,
                Status = number % 3 == 0 ? PersonStatus.Probationary : PersonStatus.Official,
                JoinedOn = new DateOnly(2020, 1, 1).AddDays(number / 2),
                LeftOn = number % 4 == 0 ? new DateOnly(2024, 1, number) : null,
                Points = (short)(10 * number),
                Dues = 1000.50m * number,
                Payments = 5_000_000_000L + number,
                Tags = number == 1 ? ["first", "\"quoted\""] : [],
                CreatedAt = new DateTimeOffset(2025, 1, number, 8, 30, 0, TimeSpan.Zero),
                Home = new Home { Commune = $"Commune {number % 2}" },
            });
        }

        await AddCardAsync(province, 1, 1, "C-001", new DateOnly(2020, 1, 1), new DateOnly(2024, 12, 31));
        await AddCardAsync(province, 2, 1, "C-002", new DateOnly(2025, 1, 1), null);
        await AddCardAsync(province, 3, 8, "C-003", new DateOnly(2021, 1, 1), null);
    }

    private Task AddAsync(Province province, Person person) => Database.ExecuteAsync(
        province,
        """
        insert into people.person (province_id, id, organization_id, sponsor_id, full_name, search_key, citizen_id, status, joined_on, left_on, points,
            dues, payments, tags, created_at, home_commune, version)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, 1)
        """,
        province.Id.Value,
        person.Id,
        person.OrganizationId,
        (object?)person.SponsorId ?? DBNull.Value,
        person.FullName,
        VietnameseText.SearchKey(person.FullName),
        (object?)person.CitizenId ?? DBNull.Value,
        Postgres.Entities.EnumText.Of(person.Status),
        person.JoinedOn,
        (object?)person.LeftOn ?? DBNull.Value,
        person.Points,
        person.Dues,
        person.Payments,
        person.Tags,
        person.CreatedAt,
        person.Home.Commune);

    private Task AddCardAsync(Province province, int number, int person, string cardNumber, DateOnly from, DateOnly? to) => Database.ExecuteAsync(
        province,
        "insert into people.card (province_id, id, person_id, number, validity) values ($1, $2, $3, $4, $5)",
        province.Id.Value,
        Id(2000 + number),
        PersonId(person),
        cardNumber,
        new NpgsqlRange<DateOnly>(from, true, false, to?.AddDays(1) ?? default, false, to is null));
}
