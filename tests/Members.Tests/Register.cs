using Modular.Kernel.GraphQL.History;
using Modular.Organizations;
using Modular.Organizations.Contracts;
using Modular.TestKit.Databases;
using Modular.TestKit.Hosts;
using Xunit;

namespace Modular.Members.Tests;

/// <summary>
/// A host with a small province: two communes under a district, two cells in the first commune and one in the second. Everything
/// was made over HTTP, by an officer.
/// </summary>
public sealed class Register : IAsyncLifetime
{
    public const string Founded = "2015-03-02";

    private const string FoundOrganization =
        """
        mutation Found($input: FoundOrganizationInput!) {
          foundOrganization(input: $input) { organization { id } errors { __typename ... on Problem { message field } } }
        }
        """;

    public const string RegisterMember =
        """
        mutation Register($input: RegisterMemberInput!) {
          registerMember(input: $input) { member { id } errors { __typename ... on Problem { code field message rule { id } } } }
        }
        """;

    private TestHost? host;
    private TestClient? officer;

    public TestHost Host => host!;

    public TestDatabase Database => Host.Database;

    /// <summary>An officer with every permission of both modules in the whole province.</summary>
    public TestClient Officer => officer!;

    public string Root { get; private set; } = "";

    public string District { get; private set; } = "";

    public string EastCommune { get; private set; } = "";

    public string WestCommune { get; private set; } = "";

    public string FirstCell { get; private set; } = "";

    public string SecondCell { get; private set; } = "";

    public string WestCell { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        host = await TestHost.StartAsync(new OrganizationsModule(), new MembersModule());
        string[] permissions = [.. host.Database.Modules.SelectMany(module => module.Registration.DeclaredPermissions).Concat(HistoryPermissions.All).Select(permission => permission.Name)];
        officer = await SignInAsync("officer", TestGrant.InProvince(permissions));
        Root = await FoundAsync(null, OrganizationKinds.Provincial, "Đảng bộ tỉnh Nam Định", "36");
        District = await FoundAsync(Root, OrganizationKinds.DirectSuperior, "Đảng bộ huyện Giao Thủy", "36.01", "DISTRICT");
        EastCommune = await FoundAsync(District, OrganizationKinds.GrassrootsCommittee, "Đảng bộ xã Giao Hà", "36.01.001");
        WestCommune = await FoundAsync(District, OrganizationKinds.GrassrootsCommittee, "Đảng bộ xã Giao Lạc", "36.01.002");
        FirstCell = await FoundAsync(EastCommune, OrganizationKinds.Cell, "Chi bộ xóm 1", "36.01.001.001");
        SecondCell = await FoundAsync(EastCommune, OrganizationKinds.Cell, "Chi bộ xóm 2", "36.01.001.002");
        WestCell = await FoundAsync(WestCommune, OrganizationKinds.Cell, "Chi bộ xóm 9", "36.01.002.009");
    }

    /// <summary>An official member who breaks no rule.</summary>
    public static object Input(string cell, string name, int number) => new
    {
        organizationId = cell,
        since = "2016-01-05",
        status = "OFFICIAL",
        person = new { fullName = name, sex = "FEMALE", birthDate = new DateOnly(1985, 2, 14).AddDays(number).ToString("o"), citizenId = $"036185{number:000000}", ethnicGroup = "KINH" },
        membership = new { admissionDecidedOn = "2010-04-20", ceremonyOn = "2010-05-19", officialOn = "2011-05-19" },
        card = new { number = $"36{number:000000}" },
        cvNumber = $"{number:000000}ND",
        // Numbers of neighbours are nearly the same, and tests give the same name to several.
        confirmNotDuplicate = "Known to be somebody else.",
    };

    /// <summary>Registers an official member and answers their id.</summary>
    public async Task<string> AddMemberAsync(string cell, string name, int number)
    {
        var answer = await Officer.ExecuteAsync(RegisterMember, new { input = Input(cell, name, number) });
        var payload = answer.Data["registerMember"]!;
        Assert.Equal("[]", payload["errors"]!.ToJsonString());
        return (string)payload["member"]!["id"]!;
    }

    public Task<TestClient> SignInAsync(string userName, params IReadOnlyList<TestGrant> grants) => SignInAsync(userName, memberId: null, grants);

    public async Task<TestClient> SignInAsync(string userName, Guid? memberId, params IReadOnlyList<TestGrant> grants)
    {
        var user = await Host.AddUserAsync(userName, TestProvinces.NamDinh, memberId, grants);
        return (await Host.SignInAsync(user)).In("en");
    }

    public async Task<string> FoundAsync(string? parent, string kind, string name, string code, string? subkind = null)
    {
        var answer = await Officer.ExecuteAsync(FoundOrganization, new
        {
            input = new
            {
                parentId = parent,
                kind,
                subkind,
                name,
                code,
                effectiveOn = Founded,
                decision = new { number = "12-QĐ/TU", decidedOn = Founded, authority = "Ban Thường vụ Tỉnh ủy" },
            },
        });
        var payload = answer.Data["foundOrganization"]!;
        Assert.Equal("[]", payload["errors"]!.ToJsonString());
        return (string)payload["organization"]!["id"]!;
    }

    public async ValueTask DisposeAsync()
    {
        officer?.Dispose();
        if (host is not null)
            await host.DisposeAsync();
    }
}
