using System.Text.Json.Nodes;
using Modular.GraphQL.CodeFirst;
using Modular.Kernel.GraphQL.Exports;
using Modular.Members.Contracts;
using Modular.Organizations.Contracts;
using Modular.TestKit;
using Modular.TestKit.Databases;
using Modular.TestKit.Hosts;
using Xunit;

namespace Modular.Members.Tests.Exports;

/// <summary>
/// The small province over HTTP with two members in the first commune and one in the other; somebody who exports what is in the first commune, somebody who
/// decides there, somebody who decides in the other commune, and an auditor of the province.
/// </summary>
public sealed class ExportWorld : IAsyncLifetime
{
    public const string Plain =
        """
        query List($first: Int, $after: String) {
          members(first: $first, after: $after) { nodes { fullName birthDate organization { name } } pageInfo { hasNextPage endCursor } }
        }
        """;

    public const string Sensitive =
        """
        query List($first: Int, $after: String) {
          members(first: $first, after: $after) { nodes { fullName citizenId } pageInfo { hasNextPage endCursor } }
        }
        """;

    private const string Shown = "export { id version state rowsWritten isSensitive organization { name } columns headings problemCode } errors { __typename ... on Problem { code field rule { id } } }";

    public Register Register { get; } = new();

    public TestClient Requester { get; private set; } = null!;

    public TestUser RequestingUser { get; private set; } = null!;

    public TestClient Approver { get; private set; } = null!;

    public TestClient Neighbour { get; private set; } = null!;

    public TestClient Auditor { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await Register.InitializeAsync();
        await Register.AddMemberAsync(Register.FirstCell, "Nguyễn Thị Ánh", 1);
        await Register.AddMemberAsync(Register.SecondCell, "Trần Văn Bình", 2);
        await Register.AddMemberAsync(Register.WestCell, "Phạm Thị Cúc", 3);
        string[] reading = [MembersPermissions.Read, MembersPermissions.ReadSensitive, OrganizationsPermissions.Read, ExportPermissions.Request];
        RequestingUser = await Register.Host.AddUserAsync("requester", TestProvinces.NamDinh, TestGrant.Below(GlobalIds.KeyOf(Register.EastCommune), reading));
        Requester = (await Register.Host.SignInAsync(RequestingUser)).In("en");
        string[] deciding = [ExportPermissions.Request, ExportPermissions.Read, ExportPermissions.Approve, OrganizationsPermissions.Read];
        Approver = await Register.SignInAsync("approver", TestGrant.Below(GlobalIds.KeyOf(Register.EastCommune), deciding));
        Neighbour = await Register.SignInAsync("neighbour", TestGrant.Below(GlobalIds.KeyOf(Register.WestCommune), deciding));
        Auditor = await Register.SignInAsync("auditor", TestGrant.InProvince(ExportPermissions.Read));
    }

    public ValueTask DisposeAsync()
    {
        Requester.Dispose();
        Approver.Dispose();
        Neighbour.Dispose();
        Auditor.Dispose();
        return Register.DisposeAsync();
    }

    /// <summary>Asks for an export; the payload.</summary>
    public static async Task<JsonNode> RequestAsync(TestClient client, string query, string format = "CSV", object? columns = null, string? variables = null, string? key = null) =>
        await DoAsync(client, "requestExport", new { query, format, variables, columns, title = "Đảng viên", purpose = "Rà soát quý IV" }, key);

    /// <summary>Runs a mutation about exports; the payload.</summary>
    public static async Task<JsonNode> DoAsync(TestClient client, string mutation, object input, string? key = null)
    {
        var answer = await client.ExecuteAsync(
            $"mutation ($input: {char.ToUpperInvariant(mutation[0])}{mutation[1..]}Input!) {{ {mutation}(input: $input) {{ {Shown} }} }}", new { input }, key);
        return answer.Data[mutation]!;
    }

    /// <summary>Asks for an export that nothing stands against, and follows it until it is over.</summary>
    public static async Task<(Guid Id, string State)> ExportAsync(TestClient client, string query, string format = "CSV", object? columns = null)
    {
        var payload = await RequestAsync(client, query, format, columns);
        Assert.Equal("[]", payload["errors"]!.ToJsonString());
        var id = (string)payload["export"]!["id"]!;
        return (Key(id), await FollowAsync(client, id));
    }

    /// <summary>Follows an export until it is over; its last state.</summary>
    public static async Task<string> FollowAsync(TestClient client, string id)
    {
        using var steps = await client.SubscribeAsync("subscription ($id: ID!) { exportProgress(exportId: $id) { state } }", new { id });
        var all = await steps.RestAsync();
        return (string)JsonNode.Parse(all[^1])!["data"]!["exportProgress"]!["state"]!;
    }

    /// <summary>Asks until an export is over, as somebody does who may not follow it; its state and problem.</summary>
    public static async Task<string> OutcomeAsync(TestClient client, string id)
    {
        JsonNode export = new JsonObject();
        await Patience.UntilAsync(async () =>
        {
            export = (await client.ExecuteAsync("query ($id: ID!) { export(id: $id) { state problemCode } }", new { id })).Data["export"]!;
            return (string)export["state"]! is not ("QUEUED" or "RUNNING");
        });
        return $"{export["state"]} {export["problemCode"]}";
    }

    /// <summary>Fetches a file.</summary>
    public static Task<HttpResponseMessage> FetchAsync(TestClient client, Guid id) =>
        client.Http.GetAsync($"/{TestProvinces.NamDinh.Slug}/exports/{id}");

    /// <summary>The key inside of an opaque identifier.</summary>
    public static Guid Key(string id) => GlobalId.TryParse(id, out var parsed) ? parsed.Key : throw new FormatException(id);
}
