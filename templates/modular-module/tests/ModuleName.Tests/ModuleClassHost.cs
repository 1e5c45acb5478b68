using Modular.GraphQL.CodeFirst;
using Modular.Kernel.Access;
using Modular.Organizations;
using Modular.TestKit.Databases;
using Modular.TestKit.Hosts;
using Xunit;

[assembly: AssemblyFixture(typeof(ModuleName.Tests.ModuleClassHost))]

namespace ModuleName.Tests;

/// <summary>The real host with the module, on a real port, over a PostgreSQL that it starts itself: all tests share it.</summary>
public sealed class ModuleClassHost : IAsyncLifetime
{
    private readonly List<TestClient> clients = [];

    public TestHost Host { get; private set; } = null!;

    /// <summary>An officer of the organization board of the province.</summary>
    public TestClient Officer { get; private set; } = null!;

    /// <summary>An officer of one grassroots committee, who reaches nothing else.</summary>
    public TestClient Grassroots { get; private set; } = null!;

    public string Province { get; private set; } = "";

    public string Committee { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        Host = await TestHost.StartAsync(new OrganizationsModule(), new ModuleClassModule());
        Officer = await SignInAsync("officer", TestGrant.OfRole(DefaultRoles.OrganizationBoardOfficer, Reach.Province));
        Province = await FoundAsync(null, "PROVINCIAL", "Đảng bộ tỉnh Nam Định");
        Committee = await FoundAsync(Province, "GRASSROOTS_COMMITTEE", "Đảng bộ xã Giao Hà");
        Grassroots = await SignInAsync("grassroots", TestGrant.OfRole(DefaultRoles.GrassrootsOfficer, Reach.OrganizationAndBelow, KeyOf(Committee)));
    }

    public async ValueTask DisposeAsync()
    {
        clients.ForEach(client => client.Dispose());
        await Host.DisposeAsync();
    }

    private async Task<TestClient> SignInAsync(string userName, TestGrant grant)
    {
        var client = (await Host.SignInAsync(await Host.AddUserAsync(userName, TestProvinces.NamDinh, grant))).In("en");
        clients.Add(client);
        return client;
    }

    private async Task<string> FoundAsync(string? parentId, string kind, string name)
    {
        var input = new
        {
            parentId,
            kind,
            name,
            code = $"T.{clients.Count}{kind.Length}",
            effectiveOn = "2015-03-02",
            decision = new { number = "12-QĐ/TU", decidedOn = "2015-03-02", authority = "Ban Thường vụ Tỉnh ủy" },
        };
        var answer = await Officer.ExecuteAsync(
            "mutation ($input: FoundOrganizationInput!) { foundOrganization(input: $input) { organization { id } errors { ... on Problem { message } } } }", new { input });
        return (string)answer.Data["foundOrganization"]!["organization"]!["id"]!;
    }

    private static Guid KeyOf(string id) => GlobalId.TryParse(id, out var parsed) ? parsed.Key : throw new FormatException(id);
}
