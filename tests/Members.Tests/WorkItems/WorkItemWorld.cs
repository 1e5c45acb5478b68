using Modular.Members.Contracts;
using Modular.Organizations.Contracts;
using Modular.TestKit.Hosts;
using Xunit;

namespace Modular.Members.Tests.WorkItems;

/// <summary>
/// The small province over HTTP with a probationary member in the first cell and one in the cell of the other commune, both long overdue; each cell
/// has too few official members besides.
/// </summary>
public sealed class WorkItemWorld : IAsyncLifetime
{
    public const string List =
        """
        query List($where: WorkItemFilter) { workItems(where: $where) { totalCount nodes { kind { id } organization { name } dueOn isOverdue } } }
        """;

    private const string RegisterMember = Register.RegisterMember;

    public Register Register { get; } = new();

    public string First { get; private set; } = "";

    public string West { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        await Register.InitializeAsync();
        First = await AddProbationaryAsync(Register.FirstCell, "Lê Thị Dự", 8001, "2024-01-10");
        West = await AddProbationaryAsync(Register.WestCell, "Lê Văn Bị", 8002, "2024-03-01");

        // Whoever subscribes first makes the host listen, and is told when it does; what happens later is heard by all.
        using var first = await Register.Officer.SubscribeAsync("subscription { workItemChanged { id } }");
        Assert.Null((await first.NextAsync())!["data"]!["workItemChanged"]);
    }

    public ValueTask DisposeAsync() => Register.DisposeAsync();

    /// <summary>Registers a probationary member and answers their id.</summary>
    public async Task<string> AddProbationaryAsync(string cell, string name, int number, string ceremony)
    {
        var answer = await Register.Officer.ExecuteAsync(RegisterMember, new
        {
            input = new
            {
                organizationId = cell,
                since = ceremony,
                status = "PROBATIONARY",
                person = new { fullName = name, sex = "FEMALE", birthDate = "1995-02-14", citizenId = $"036195{number:000000}", ethnicGroup = "KINH" },
                membership = new { admissionDecidedOn = ceremony, ceremonyOn = ceremony },
            },
        });
        var payload = answer.Data["registerMember"]!;
        Assert.Equal("[]", payload["errors"]!.ToJsonString());
        return (string)payload["member"]!["id"]!;
    }

    /// <summary>Somebody who follows the work of an organization and of all below it.</summary>
    public Task<TestClient> FollowerAsync(string userName, string organization, params string[] more) => Register.SignInAsync(
        userName, TestGrant.Below(GlobalIds.KeyOf(organization), [MembersPermissions.FollowWork, OrganizationsPermissions.Read, .. more]));

    /// <summary>The first open item of a kind about an organization or its members, with its version.</summary>
    public async Task<(string Id, int Version)> ItemAsync(string kind, string organization)
    {
        var answer = await Register.Officer.ExecuteAsync(
            "query One($where: WorkItemFilter) { workItems(where: $where) { nodes { id version } } }",
            new { where = new { kindId = new { eq = kind }, organization = new { id = organization } } });
        var item = answer.Data["workItems"]!["nodes"]![0]!;
        return ((string)item["id"]!, (int)item["version"]!);
    }
}
