using System.Text.Json;
using System.Text.Json.Nodes;
using Modular.GraphQL.CodeFirst;
using Modular.Kernel.Access;
using Modular.Kernel.Modules;
using Modular.Members;
using Modular.Organizations;
using Modular.ResidenceLiaison.Tests.Indicators;
using Modular.TestKit.Databases;
using Modular.TestKit.Hosts;
using Xunit;

namespace Modular.ResidenceLiaison.Tests;

/// <summary>
/// A host with a small province: two agencies that introduce, and a commune with two hamlet cells that receives. Everything was made over HTTP. The officer may do everything; the others have
/// the default roles of their places and nothing besides.
/// </summary>
public sealed class LiaisonProvince : IAsyncLifetime
{
    private const string Founded = "2015-03-02";
    private readonly List<TestClient> clients = [];
    private TestHost? host;
    private int numbers;

    public TestHost Host => host!;

    /// <summary>What every host of these tests has installed.</summary>
    public static ModularModule[] Modules() => [new OrganizationsModule(), new MembersModule(), new ResidenceLiaisonModule(), new RatingsModule()];

    /// <summary>An officer with every permission of all modules in the whole province, who is no member.</summary>
    public TestClient Officer { get; private set; } = null!;

    /// <summary>An officer of the agency's grassroots committee.</summary>
    public TestClient Workplace { get; private set; } = null!;

    /// <summary>An officer of the commune's grassroots committee.</summary>
    public TestClient Commune { get; private set; } = null!;

    /// <summary>The secretary of the first hamlet cell.</summary>
    public TestClient HamletSecretary { get; private set; } = null!;

    public string Root { get; private set; } = "";

    public string Bloc { get; private set; } = "";

    public string Agency { get; private set; } = "";

    public string AgencyCell { get; private set; } = "";

    public string OtherAgencyCell { get; private set; } = "";

    public string OtherAgency { get; private set; } = "";

    public string CellOfOtherAgency { get; private set; } = "";

    public string CommuneCommittee { get; private set; } = "";

    public string Hamlet { get; private set; } = "";

    public string OtherHamlet { get; private set; } = "";

    /// <summary>Today in Vietnam, as the host's clock says.</summary>
    public static DateOnly Today => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().ToOffset(TimeSpan.FromHours(7)).DateTime);

    public async ValueTask InitializeAsync()
    {
        host = await TestHost.StartAsync(Modules());
        string[] permissions = await host.Database.ScalarAsync<string[]>(
            TestProvinces.NamDinh, "select array_agg(permission order by permission) from identity.offered_permissions");
        Officer = await SignInAsync("officer", memberId: null, TestGrant.InProvince(permissions));
        Root = await FoundAsync(null, "PROVINCIAL", "Đảng bộ tỉnh Nam Định");
        Bloc = await FoundAsync(Root, "DIRECT_SUPERIOR", "Đảng bộ Khối các cơ quan tỉnh", subkind: "BLOC");
        Agency = await FoundAsync(Bloc, "GRASSROOTS_COMMITTEE", "Đảng bộ Sở Xây dựng", "AGENCY");
        AgencyCell = await FoundAsync(Agency, "CELL", "Chi bộ Văn phòng");
        OtherAgencyCell = await FoundAsync(Agency, "CELL", "Chi bộ Thanh tra");
        OtherAgency = await FoundAsync(Bloc, "GRASSROOTS_COMMITTEE", "Đảng bộ Sở Y tế", "AGENCY");
        CellOfOtherAgency = await FoundAsync(OtherAgency, "CELL", "Chi bộ Nghiệp vụ");
        CommuneCommittee = await FoundAsync(Root, "GRASSROOTS_COMMITTEE", "Đảng bộ xã Giao Hà", "COMMUNE");
        Hamlet = await FoundAsync(CommuneCommittee, "CELL", "Chi bộ xóm 1", "RESIDENTIAL_AREA");
        OtherHamlet = await FoundAsync(CommuneCommittee, "CELL", "Chi bộ xóm 2", "RESIDENTIAL_AREA");
        Workplace = await SignInAsync("workplace", null, TestGrant.OfRole(DefaultRoles.GrassrootsOfficer, Reach.OrganizationAndBelow, KeyOf(Agency)));
        Commune = await SignInAsync("commune", null, TestGrant.OfRole(DefaultRoles.GrassrootsOfficer, Reach.OrganizationAndBelow, KeyOf(CommuneCommittee)));
        HamletSecretary = await SignInAsync("hamlet", null, TestGrant.OfRole(DefaultRoles.CellSecretary, Reach.Organization, KeyOf(Hamlet)));
    }

    public static Guid KeyOf(string id) => GlobalId.TryParse(id, out var parsed) ? parsed.Key : throw new FormatException(id);

    /// <summary>A number that nobody else got.</summary>
    public int NextNumber() => Interlocked.Increment(ref numbers);

    public async Task<TestClient> SignInAsync(string userName, Guid? memberId, params IReadOnlyList<TestGrant> grants)
    {
        var user = await Host.AddUserAsync(userName, TestProvinces.NamDinh, memberId, grants);
        var client = (await Host.SignInAsync(user)).In("en");
        clients.Add(client);
        return client;
    }

    /// <summary>Runs a mutation that takes one input and answers its payload, problems included.</summary>
    public static async Task<JsonNode> TryAsync(TestClient client, string mutation, object input, string selection)
    {
        var inputType = $"{char.ToUpperInvariant(mutation[0])}{mutation[1..]}Input";
        var answer = await client.ExecuteAsync(
            $"mutation ($input: {inputType}!) {{ {mutation}(input: $input) {{ {selection} errors {{ ... on Problem {{ code field rule {{ id }} }} }} }} }}", new { input });
        return answer.Data[mutation]!;
    }

    /// <summary>Runs a mutation that takes one input and is not refused.</summary>
    public static async Task<JsonNode> DoAsync(TestClient client, string mutation, object input, string selection)
    {
        var payload = await TryAsync(client, mutation, input, selection);
        Assert.Equal("[]", payload["errors"]!.ToJsonString());
        return payload;
    }

    /// <summary>What stood in the way, as <c>CODE field rule</c>.</summary>
    public static async Task<string[]> ProblemsAsync(TestClient client, string mutation, object input) =>
        [.. (await TryAsync(client, mutation, input, ""))["errors"]!.AsArray().Select(problem => $"{problem!["code"]} {problem["field"]} {problem["rule"]?["id"]}".TrimEnd())];

    /// <summary>Registers an official member whom nobody resembles, living in the commune where nothing else is said.</summary>
    public async Task<(string Id, int Version)> AddMemberAsync(string cell, string? hamlet = "Xóm 1", string status = "OFFICIAL", string ceremonyOn = "2026-07-06")
    {
        var number = NextNumber();
        var residences = hamlet is null ? null : new[] { new { kind = "PERMANENT", address = $"Nhà {number}, {hamlet}, xã Giao Hà", hamlet, communeCode = "14167", from = "2018-01-01" } };
        var member = (await DoAsync(
            Officer,
            "registerMember",
            new
            {
                organizationId = cell,
                since = status == "OFFICIAL" ? "2016-01-05" : ceremonyOn,
                status,
                person = new
                {
                    fullName = NameOf(number),
                    sex = "FEMALE",
                    birthDate = new DateOnly(1985, 2, 14).AddDays(number).ToString("o"),
                    citizenId = $"036185{number:000000}",
                    ethnicGroup = "KINH",
                },
                membership = status == "OFFICIAL"
                    ? (object)new { admissionDecidedOn = "2010-04-20", ceremonyOn = "2010-05-19", officialOn = "2011-05-19" }
                    : new { admissionDecidedOn = DateOnly.ParseExact(ceremonyOn, "o").AddDays(-14).ToString("o"), ceremonyOn },
                card = status == "OFFICIAL" ? new { number = $"36{number:000000}" } : null,
                cvNumber = $"{number:000000}ND",
                residences,
                confirmNotDuplicate = "Known to be somebody else.",
            },
            "member { id version }"))["member"]!;
        return ((string)member["id"]!, (int)member["version"]!);
    }

    /// <summary>The introduction of a member that holds now, after all events were handed out.</summary>
    public async Task<(string Id, int Version)> IntroductionOfAsync(string member)
    {
        await Host.DispatchEventsAsync();
        Assert.Equal("", await Host.Database.ScalarAsync<string>(TestProvinces.NamDinh, "select coalesce(max(error), '') from kernel.parked_events"));
        var open = (await Officer.ExecuteAsync("query ($id: ID!) { member(id: $id) { residence { assignment { id version } } } }", new { id = member }))
            .Data["member"]!["residence"]!["assignment"]!;
        return ((string)open["id"]!, (int)open["version"]!);
    }

    /// <summary>A new member of the agency with an introduction.</summary>
    public async Task<(string Id, int Version)> NewIntroductionAsync(string? cell = null) => await IntroductionOfAsync((await AddMemberAsync(cell ?? AgencyCell)).Id);

    /// <summary>What a user sees of a member's introductions, the latest first.</summary>
    public static async Task<string> IntroductionsOfAsync(TestClient client, string member, string selection)
    {
        var answer = await client.ExecuteAsync(
            $"query ($id: ID!) {{ member(id: $id) {{ residenceIntroductions {{ nodes {{ {selection} }} }} }} }}", new { id = member });
        return answer.Data["member"]!["residenceIntroductions"]!["nodes"]!.ToJsonString(Readable);
    }

    /// <summary>Takes introductions a step further.</summary>
    public static async Task<(string Id, int Version)> StepAsync(TestClient client, string mutation, (string Id, int Version) introduction, object? more = null)
    {
        var stepped = (await DoAsync(client, mutation, Input([introduction], more), "residenceIntroductions { id version }"))["residenceIntroductions"]![0]!;
        return ((string)stepped["id"]!, (int)stepped["version"]!);
    }

    /// <summary>The input of a step.</summary>
    public static JsonObject Input(IReadOnlyList<(string Id, int Version)> introductions, object? more = null)
    {
        var input = more is null ? [] : JsonSerializer.SerializeToNode(more)!.AsObject();
        input["introductions"] = new JsonArray([.. introductions.Select(one => (JsonNode)new JsonObject { ["id"] = one.Id, ["expectedVersion"] = one.Version })]);
        return input;
    }

    public static JsonSerializerOptions Readable { get; } = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The same JSON without its layout.</summary>
    public static string Compact(string json) => JsonNode.Parse(json)!.ToJsonString(Readable);

    public async Task<string> FoundAsync(string? parentId, string kind, string name, string? fieldType = null, string? subkind = null) => (string)(await DoAsync(
        Officer,
        "foundOrganization",
        new
        {
            parentId,
            kind,
            subkind,
            name,
            code = $"T.{NextNumber()}",
            fieldType,
            effectiveOn = Founded,
            decision = new { number = "12-QĐ/TU", decidedOn = Founded, authority = "Ban Thường vụ Tỉnh ủy" },
        },
        "organization { id }"))["organization"]!["id"]!;

    /// <summary>Sends a file of an import; what came of it.</summary>
    public async Task<JsonNode> SendFileAsync(string format, string content, Guid? batchId = null)
    {
        const string Document =
            "mutation ($input: ImportFileInput!) { importFile(input: $input) { batch { state verdicts(first: 20) { nodes { rowNumber code message } } } errors { ... on Problem { code message } } } }";
        var operations = JsonSerializer.Serialize(new
        {
            query = Document,
            variables = new { input = new { format, file = (string?)null, mode = "ALL_OR_NOTHING", batchId = batchId ?? Guid.CreateVersion7() } },
        });
        using var form = new MultipartFormDataContent
        {
            { new StringContent(operations), "operations" },
            { new StringContent("""{"0": ["variables.input.file"]}"""), "map" },
        };
        using var file = new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(content));
        form.Add(file, "0", "so-lieu.csv");
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/{TestProvinces.NamDinh.Slug}/graphql") { Content = form };
        request.Headers.Add("GraphQL-Preflight", "1");
        using var response = await Officer.Http.SendAsync(request);
        var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        Assert.True(answer["errors"] is null, answer.ToJsonString(Readable));
        return answer["data"]!["importFile"]!;
    }

    /// <summary>The code of an organization.</summary>
    public async Task<string> CodeAsync(string organization) =>
        (string)(await Officer.ExecuteAsync("query ($id: ID!) { organization(id: $id) { code } }", new { id = organization })).Data["organization"]!["code"]!;

    public async ValueTask DisposeAsync()
    {
        foreach (var client in clients)
            client.Dispose();
        if (host is not null)
            await host.DisposeAsync();
    }

    private static string NameOf(int number) => "Trần Thị " + string.Concat(number.ToString("0000").Select((digit, place) => place == 0 ? (char)('A' + digit - '0') : (char)('a' + digit - '0')));
}
