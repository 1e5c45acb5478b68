using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Modular.GraphQL.CodeFirst;
using Modular.Kernel.Access;
using Modular.Members;
using Modular.Organizations;
using Modular.TestKit.Databases;
using Modular.TestKit.Hosts;
using NamDinh.GrassrootsOversight.Tests;
using Xunit;

// Changes of one province that read the same rows would make each other run again.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
[assembly: AssemblyFixture(typeof(OversightProvince))]

namespace NamDinh.GrassrootsOversight.Tests;

/// <summary>A host with the module beside those that it depends on, and a ward of Nam Dinh city with two cells. Everything is made over HTTP.</summary>
public sealed class OversightProvince : IAsyncLifetime
{
    private readonly List<TestClient> clients = [];
    private int numbers;

    public TestHost Host { get; private set; } = null!;

    /// <summary>An officer with every permission of all modules in the whole province, who is no member.</summary>
    public TestClient Officer { get; private set; } = null!;

    /// <summary>The secretary of the cell of Residential Group No. 7, with the default role and nothing besides.</summary>
    public TestClient Secretary { get; private set; } = null!;

    /// <summary>The secretary of the other cell.</summary>
    public TestClient OtherSecretary { get; private set; } = null!;

    /// <summary>An auditor of the province, who sees figures and no household.</summary>
    public TestClient Auditor { get; private set; } = null!;

    public string Ward { get; private set; } = "";

    public string Cell { get; private set; } = "";

    public string OtherCell { get; private set; } = "";

    /// <summary>Two members of the ward's committee.</summary>
    public IReadOnlyList<(string Id, int Version)> CommitteeMembers { get; private set; } = [];

    public static DateOnly Today => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().ToOffset(TimeSpan.FromHours(7)).DateTime);

    public async ValueTask InitializeAsync()
    {
        Host = await TestHost.StartAsync(new OrganizationsModule(), new MembersModule(), new GrassrootsOversightModule());
        var permissions = await Host.Database.ScalarAsync<string[]>(
            TestProvinces.NamDinh, "select array_agg(permission order by permission) from identity.offered_permissions");
        Officer = await SignInAsync("officer", null, TestGrant.InProvince(permissions));
        var root = await FoundAsync(null, "PROVINCIAL", "Đảng bộ tỉnh Nam Định");
        Ward = await FoundAsync(root, "GRASSROOTS_COMMITTEE", "Đảng bộ phường Trần Quang Khải", "COMMUNE");
        Cell = await FoundAsync(Ward, "CELL", "Chi bộ Tổ dân phố số 7", "RESIDENTIAL_AREA");
        OtherCell = await FoundAsync(Ward, "CELL", "Chi bộ Tổ dân phố số 8", "RESIDENTIAL_AREA");
        Secretary = await SignInAsync("secretary", null, TestGrant.OfRole(DefaultRoles.CellSecretary, Reach.Organization, KeyOf(Cell)));
        OtherSecretary = await SignInAsync("other", null, TestGrant.OfRole(DefaultRoles.CellSecretary, Reach.Organization, KeyOf(OtherCell)));
        Auditor = await SignInAsync("auditor", null, TestGrant.OfRole(DefaultRoles.Auditor, Reach.Province));
        CommitteeMembers = [await AddMemberAsync(), await AddMemberAsync()];
        await SeatAsync(CommitteeMembers);
    }

    public async ValueTask DisposeAsync()
    {
        clients.ForEach(client => client.Dispose());
        await Host.DisposeAsync();
    }

    public static Guid KeyOf(string id) => GlobalId.TryParse(id, out var parsed) ? parsed.Key : throw new FormatException(id);

    public async Task<TestClient> SignInAsync(string userName, Guid? memberId, params IReadOnlyList<TestGrant> grants)
    {
        var client = (await Host.SignInAsync(await Host.AddUserAsync(userName, TestProvinces.NamDinh, memberId, grants))).In("en");
        clients.Add(client);
        return client;
    }

    /// <summary>A number that nobody else got.</summary>
    public int NextNumber() => Interlocked.Increment(ref numbers);

    /// <summary>Runs a mutation that takes one input and answers its payload, problems included.</summary>
    public static async Task<JsonNode> TryAsync(TestClient client, string mutation, object input, string selection)
    {
        var answer = await client.ExecuteAsync(
            $"mutation ($input: {char.ToUpperInvariant(mutation[0])}{mutation[1..]}Input!) {{ {mutation}(input: $input) {{ {selection} errors {{ ... on Problem {{ code field rule {{ id }} }} }} }} }}",
            new { input });
        return answer.Data[mutation]!;
    }

    /// <summary>Runs a mutation that is not refused; what it changed.</summary>
    public static async Task<JsonNode> DoAsync(TestClient client, string mutation, object input, string selection)
    {
        var payload = await TryAsync(client, mutation, input, selection);
        Assert.Equal("[]", payload["errors"]!.ToJsonString());
        return payload.AsObject().First(field => field.Key != "errors").Value!;
    }

    /// <summary>What stood in the way, as <c>CODE field rule</c>.</summary>
    public static async Task<string[]> ProblemsAsync(TestClient client, string mutation, object input) =>
        [.. (await TryAsync(client, mutation, input, ""))["errors"]!.AsArray().Select(problem => $"{problem!["code"]} {problem["field"]} {problem["rule"]?["id"]}".TrimEnd())];

    /// <summary>The days on which work of a kind is due at an organization.</summary>
    public async Task<string> DueAsync(string kind, string organization)
    {
        var answer = await Officer.ExecuteAsync(
            "query ($id: ID!, $kind: String!) { workItems(first: 50, where: {kindId: {eq: $kind}, organization: {id: $id}}) { nodes { dueOn } } }",
            new { id = organization, kind = $"grassroots-oversight.{kind}" });
        return string.Join(' ', answer.Data["workItems"]!["nodes"]!.AsArray().Select(item => (string)item!["dueOn"]!));
    }

    /// <summary>Takes a file of households in.</summary>
    public async Task<JsonNode> ImportAsync(TestClient client, string content)
    {
        const string Document =
            "mutation ($input: ImportFileInput!) { importFile(input: $input) { batch { state verdicts(first: 20) { nodes { rowNumber code } } } errors { ... on Problem { code } } } }";
        var variables = new { input = new { format = "oversight-households", file = (string?)null, mode = "ALL_OR_NOTHING" } };
        using var form = new MultipartFormDataContent
        {
            { new StringContent(JsonSerializer.Serialize(new { query = Document, variables })), "operations" },
            { new StringContent("""{"0": ["variables.input.file"]}"""), "map" },
        };
        using var file = new ByteArrayContent(Encoding.UTF8.GetBytes(content));
        form.Add(file, "0", "ho-gia-dinh.csv");
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/{TestProvinces.NamDinh.Slug}/graphql") { Content = form };
        request.Headers.Add("GraphQL-Preflight", "1");
        using var response = await client.Http.SendAsync(request);
        var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        Assert.True(answer["errors"] is null, answer.ToJsonString());
        return answer["data"]!["importFile"]!["batch"]!;
    }

    /// <summary>Registers an official member of the cell of Residential Group No. 7 whom nobody resembles.</summary>
    public async Task<(string Id, int Version)> AddMemberAsync()
    {
        var number = NextNumber();
        var member = await DoAsync(
            Officer,
            "registerMember",
            new
            {
                organizationId = Cell,
                since = "2016-01-05",
                status = "OFFICIAL",
                person = new
                {
                    fullName = $"Phạm Văn {(char)('A' + (number / 26))}{(char)('a' + (number % 26))}",
                    sex = "MALE",
                    birthDate = new DateOnly(1975, 3, 1).AddDays(97 * number).ToString("o"),
                    citizenId = $"036075{number:000000}",
                    ethnicGroup = "KINH",
                },
                membership = new { admissionDecidedOn = "2010-04-20", ceremonyOn = "2010-05-19", officialOn = "2011-05-19" },
                card = new { number = $"37{number:000000}" },
                cvNumber = $"{number:000000}ND",
                confirmNotDuplicate = "Known to be somebody else.",
            },
            "member { id version }");
        return ((string)member["id"]!, (int)member["version"]!);
    }

    private async Task SeatAsync(IEnumerable<(string Id, int Version)> members)
    {
        var decision = new { number = "31-QĐ/TU", decidedOn = "2026-08-01", authority = "Ban Thường vụ Tỉnh ủy" };
        var term = await DoAsync(
            Officer, "openCommitteeTerm", new { organizationId = Ward, number = "2025-2030", effectiveOn = "2026-08-03", committeeSize = 9, standingSize = 3, decision }, "committeeTerm { id }");
        foreach (var (id, _) in members)
            await DoAsync(Officer, "assignPost", new { termId = (string)term["id"]!, memberId = id, post = "MEMBER", basis = "ELECTED", effectiveOn = "2026-08-03", decision }, "committeePost { id }");
    }

    private async Task<string> FoundAsync(string? parentId, string kind, string name, string? fieldType = null) => (string)(await DoAsync(
        Officer,
        "foundOrganization",
        new
        {
            parentId,
            kind,
            name,
            code = $"T.{NextNumber()}",
            fieldType,
            effectiveOn = "2015-03-02",
            decision = new { number = "12-QĐ/TU", decidedOn = "2015-03-02", authority = "Ban Thường vụ Tỉnh ủy" },
        },
        "organization { id }"))["id"]!;
}
