using Modular.Kernel.Access;
using Modular.TestKit.Databases;
using Modular.TestKit.Hosts;
using Xunit;

namespace Modular.Organizations.Tests.OverHttp;

/// <summary>
/// The real host with a small province that its organization board founded over HTTP: the provincial organization, two communes and a cell in
/// each; and a user of every default role.
/// </summary>
public sealed class HttpProvince : IAsyncLifetime
{
    private const string Found =
        """
        mutation ($input: FoundOrganizationInput!) {
          foundOrganization(input: $input) { organization { id } errors { ... on Problem { message } } }
        }
        """;

    private readonly Dictionary<string, TestClient> clients = [];
    private TestHost host = null!;

    public string Root { get; private set; } = "";

    public string East { get; private set; } = "";

    public string West { get; private set; } = "";

    public string EastCell { get; private set; } = "";

    public string WestCell { get; private set; } = "";

    internal TestHost Host => host;

    /// <summary>The officer of the organization board, for the whole province.</summary>
    internal TestClient Board => clients[DefaultRoles.OrganizationBoardOfficer];

    public async ValueTask InitializeAsync()
    {
        host = await TestHost.StartAsync(new OrganizationsModule());
        await AddAsync(DefaultRoles.OrganizationBoardOfficer, Reach.Province, null);
        Root = await FoundAsync("PROVINCIAL", null, "Đảng bộ tỉnh", "36");
        East = await FoundAsync("GRASSROOTS_COMMITTEE", Root, "Đảng bộ xã Đông", "36.1");
        West = await FoundAsync("GRASSROOTS_COMMITTEE", Root, "Đảng bộ xã Tây", "36.2");
        EastCell = await FoundAsync("CELL", East, "Chi bộ thôn Đông", "36.1.1");
        WestCell = await FoundAsync("CELL", West, "Chi bộ thôn Tây", "36.2.1");
        await AddAsync(DefaultRoles.GrassrootsOfficer, Reach.OrganizationAndBelow, Key(East));
        await AddAsync(DefaultRoles.CellSecretary, Reach.Organization, Key(EastCell));
        await AddAsync(DefaultRoles.Auditor, Reach.Province, null);
        await AddAsync(DefaultRoles.ProvinceAdministrator, Reach.Province, null);
        await AddAsync(DefaultRoles.SystemOperator, Reach.Province, null);
        await AddAsync(DefaultRoles.Member, Reach.Self, null);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var client in clients.Values)
            client.Dispose();
        await host.DisposeAsync();
    }

    /// <summary>The user of a default role.</summary>
    internal TestClient Of(string role) => clients[role];

    /// <summary>What founding takes; the decision is one of today.</summary>
    internal static object Founding(string kind, string? parent, string name, string code) => new
    {
        kind,
        parentId = parent,
        name,
        code,
        effectiveOn = "2026-08-03",
        decision = new { number = "7-QĐ/TU", decidedOn = "2026-08-01", authority = "Ban Thường vụ Tỉnh ủy" },
    };

    /// <summary>Founds an organization as the organization board.</summary>
    internal async Task<string> FoundAsync(string kind, string? parent, string name, string code)
    {
        var answer = await Board.ExecuteAsync(Found, new { input = Founding(kind, parent, name, code) });
        var payload = answer.Data["foundOrganization"]!;
        Assert.Empty(payload["errors"]!.AsArray());
        return (string)payload["organization"]!["id"]!;
    }

    /// <summary>The key inside of an opaque identifier.</summary>
    internal static Guid Key(string id) =>
        GraphQL.CodeFirst.GlobalId.TryParse(id, out var parsed) ? parsed.Key : throw new FormatException(id);

    private async Task AddAsync(string role, Reach reach, Guid? organization)
    {
        Guid? member = reach == Reach.Self ? Guid.CreateVersion7() : null;
        var user = await host.AddUserAsync(role, TestProvinces.NamDinh, member, TestGrant.OfRole(role, reach, organization));
        clients.Add(role, await host.SignInAsync(user));
    }
}
