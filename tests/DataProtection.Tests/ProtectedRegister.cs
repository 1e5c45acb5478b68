using System.Text.Json.Nodes;
using Modular.GraphQL.CodeFirst;
using Modular.Kernel.Access;
using Modular.Kernel.GraphQL.History;
using Modular.Kernel.Postgres.Policies;
using Modular.Members;
using Modular.Organizations;
using Modular.TestKit.Databases;
using Modular.TestKit.Hosts;
using Xunit;

namespace Modular.DataProtection.Tests;

/// <summary>
/// A host with a small province: two communes, a cell in each, and a member in each cell. Everything was made over HTTP. An officer may do everything; the members have
/// the role of members, and nothing besides.
/// </summary>
public sealed class ProtectedRegister : IAsyncLifetime
{
    private const string Founded = "2015-03-02";
    private TestHost? host;
    private TestClient? officer;
    private TestClient? member;
    private int people;

    public TestHost Host => host!;

    /// <summary>An officer with every permission of all modules in the whole province, who is no member.</summary>
    public TestClient Officer => officer!;

    /// <summary>The member of the east cell.</summary>
    public TestClient Member => member!;

    public string Root { get; private set; } = "";

    public string EastCommune { get; private set; } = "";

    public string WestCommune { get; private set; } = "";

    public string EastCell { get; private set; } = "";

    /// <summary>Another cell of the east commune, in which nobody is.</summary>
    public string OtherEastCell { get; private set; } = "";

    public string WestCell { get; private set; } = "";

    public string EastMember { get; private set; } = "";

    public string WestMember { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        host = await TestHost.StartAsync(new OrganizationsModule(), new MembersModule(), new DataProtectionModule());
        string[] permissions =
            [.. host.Database.Modules.SelectMany(module => module.Registration.DeclaredPermissions).Concat(HistoryPermissions.All).Select(permission => permission.Name)];
        officer = await SignInAsync("officer", memberId: null, TestGrant.InProvince(permissions));
        Root = await FoundAsync(null, "PROVINCIAL", "Đảng bộ tỉnh Nam Định", "36");
        EastCommune = await FoundAsync(Root, "GRASSROOTS_COMMITTEE", "Đảng bộ xã Giao Hà", "36.001");
        WestCommune = await FoundAsync(Root, "GRASSROOTS_COMMITTEE", "Đảng bộ xã Giao Lạc", "36.002");
        EastCell = await FoundAsync(EastCommune, "CELL", "Chi bộ xóm 1", "36.001.001");
        OtherEastCell = await FoundAsync(EastCommune, "CELL", "Chi bộ xóm 2", "36.001.002");
        WestCell = await FoundAsync(WestCommune, "CELL", "Chi bộ xóm 9", "36.002.009");
        EastMember = await AddMemberAsync(EastCell, "Trần Thị Đông");
        WestMember = await AddMemberAsync(WestCell, "Phạm Văn Tây");
        await DecideOnRetentionAsync();
        member = await SignInAsync("east.member", KeyOf(EastMember), TestGrant.OfRole(DefaultRoles.Member, Reach.Self));
    }

    /// <summary>The province keeps names and texts about discipline for ten years, and all else as the policy says by itself.</summary>
    private async Task DecideOnRetentionAsync()
    {
        await using var scope = Host.Database.Enter();
        await scope.Get<PolicyDecisions>().DecideAsync(
            "data-protection.retention",
            """{ "identity": { "years": 10, "instrument": "7-QĐ/TU" }, "discipline": { "years": 10, "instrument": null } }""",
            new DateOnly(2026, 1, 1),
            to: null,
            "7-QĐ/TU",
            CancellationToken.None);
    }

    public static Guid KeyOf(string id) => GlobalId.TryParse(id, out var parsed) ? parsed.Key : throw new FormatException(id);

    public async Task<TestClient> SignInAsync(string userName, Guid? memberId, params IReadOnlyList<TestGrant> grants)
    {
        var user = await Host.AddUserAsync(userName, TestProvinces.NamDinh, memberId, grants);
        return (await Host.SignInAsync(user)).In("en");
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

    /// <summary>The codes and fields of what stood in the way, as <c>CODE field</c>.</summary>
    public static async Task<string[]> ProblemsAsync(TestClient client, string mutation, object input) =>
        [.. (await TryAsync(client, mutation, input, ""))["errors"]!.AsArray().Select(problem => $"{problem!["code"]} {problem["field"]}")];

    /// <summary>Registers an official member whom nobody resembles.</summary>
    public async Task<string> AddMemberAsync(string cell, string name)
    {
        var number = Interlocked.Increment(ref people);
        var payload = await DoAsync(
            Officer,
            "registerMember",
            new
            {
                organizationId = cell,
                since = "2016-01-05",
                status = "OFFICIAL",
                person = new
                {
                    fullName = name,
                    sex = "FEMALE",
                    birthDate = new DateOnly(1985, 2, 14).AddDays(number).ToString("o"),
                    citizenId = $"036185{number:000000}",
                    ethnicGroup = "KINH",
                    religion = "BUDDHISM",
                    phone = $"0913{number:000000}",
                },
                membership = new { admissionDecidedOn = "2010-04-20", ceremonyOn = "2010-05-19", officialOn = "2011-05-19" },
                card = new { number = $"36{number:000000}" },
                cvNumber = $"{number:000000}ND",
                confirmNotDuplicate = "Known to be somebody else.",
            },
            "member { id }");
        return (string)payload["member"]!["id"]!;
    }

    private async Task<string> FoundAsync(string? parentId, string kind, string name, string code) => (string)(await DoAsync(
        Officer,
        "foundOrganization",
        new
        {
            parentId,
            kind,
            name,
            code,
            effectiveOn = Founded,
            decision = new { number = "12-QĐ/TU", decidedOn = Founded, authority = "Ban Thường vụ Tỉnh ủy" },
        },
        "organization { id }"))["organization"]!["id"]!;

    public async ValueTask DisposeAsync()
    {
        officer?.Dispose();
        member?.Dispose();
        if (host is not null)
            await host.DisposeAsync();
    }
}
