using System.Net;
using System.Text.Json.Nodes;
using Modular.TestKit.Databases;
using Modular.TestKit.Hosts;
using Xunit;

namespace Modular.Members.Tests.Exports;

/// <summary>What shows sensitive data takes two people.</summary>
public sealed class ExportApprovalTests(ExportWorld world) : IClassFixture<ExportWorld>
{
    [Fact]
    public async Task Sensitive_columns_wait_for_somebody_else()
    {
        var export = (await ExportWorld.RequestAsync(world.Requester, ExportWorld.Sensitive))["export"]!;

        Assert.Equal(("AWAITING_APPROVAL", true, "Đảng bộ xã Giao Hà"), ((string)export["state"]!, (bool)export["isSensitive"]!, (string)export["organization"]!["name"]!));
        Assert.Equal("[]", await ErrorsAsync(world.Approver, "approveExport", export));
        Assert.Equal("READY", await ExportWorld.FollowAsync(world.Requester, (string)export["id"]!));

        using var answer = await ExportWorld.FetchAsync(world.Requester, ExportWorld.Key((string)export["id"]!));
        var text = await answer.Content.ReadAsStringAsync();
        Assert.Contains("Nguyễn Thị Ánh,036185000001", text, StringComparison.Ordinal);
        Assert.Contains("Approved by,approver", text, StringComparison.Ordinal);
        Assert.Equal(
            ["Rà soát quý IV"],
            await world.Register.Database.ScalarAsync<string[]>(
                TestProvinces.NamDinh,
                "select array_agg(purpose) from kernel.sensitive_reads where request_id = $1 and user_name = 'requester' and client = 'export' and fields = '{citizenId}' and subject_count = 2",
                ExportWorld.Key((string)export["id"]!).ToString()));
        await world.Register.Database.ExecuteAsync(TestProvinces.NamDinh, "delete from kernel.exports where id = $1", ExportWorld.Key((string)export["id"]!));
    }

    [Theory]
    [InlineData("where: {and: [{citizenId: {eq: \"036185000001\"}}]}", null)]
    [InlineData("where: $where", """{"where": {"or": [{"citizenId": {"eq": "036185000001"}}]}}""")]
    public async Task Rows_that_are_chosen_by_a_sensitive_value_wait_for_somebody_else(string filter, string? variables)
    {
        var declared = variables is null ? "" : ", $where: MemberFilter";
        var query = $"query ($first: Int, $after: String{declared}) {{ members(first: $first, after: $after, {filter}) {{ nodes {{ fullName }} pageInfo {{ hasNextPage endCursor }} }} }}";
        var export = (await ExportWorld.RequestAsync(world.Requester, query, variables: variables))["export"]!;

        Assert.Equal(("AWAITING_APPROVAL", true), ((string)export["state"]!, (bool)export["isSensitive"]!));
        await WithdrawAsync(export);
    }

    [Fact]
    public async Task Nobody_approves_their_own()
    {
        await world.Register.Host.GrantAsync(
            world.RequestingUser, TestGrant.InProvince(Kernel.GraphQL.Exports.ExportPermissions.Approve));
        var export = (await ExportWorld.RequestAsync(world.Requester, ExportWorld.Sensitive))["export"]!;

        Assert.Equal("""[{"__typename":"OwnExportIsDecidedByOthers","code":"OWN_EXPORT_IS_DECIDED_BY_OTHERS","field":"input.id","rule":{"id":"PD-07"}}]""", await ErrorsAsync(world.Requester, "approveExport", export));
        await WithdrawAsync(export);
    }

    [Fact]
    public async Task Who_decides_elsewhere_finds_nothing_to_decide()
    {
        var export = (await ExportWorld.RequestAsync(world.Requester, ExportWorld.Sensitive))["export"]!;

        Assert.Equal("""[{"__typename":"NotFound","code":"NOT_FOUND","field":"input.id","rule":null}]""", await ErrorsAsync(world.Neighbour, "approveExport", export));
        Assert.Equal(["FORBIDDEN"], (await world.Auditor.ExecuteAsync(Decision("approveExport"), new { input = Input(export) })).ErrorCodes);
        await WithdrawAsync(export);
    }

    [Fact]
    public async Task A_refusal_takes_a_reason_and_ends_it()
    {
        var export = (await ExportWorld.RequestAsync(world.Requester, ExportWorld.Sensitive))["export"]!;
        var refused = await ExportWorld.DoAsync(world.Approver, "refuseExport", new { id = (string)export["id"]!, expectedVersion = 1, reason = "Quá rộng." });

        Assert.Equal("REFUSED", (string)refused["export"]!["state"]!);
        Assert.Contains("EXPORT_IS_IN_ANOTHER_STATE", await ErrorsAsync(world.Approver, "approveExport", refused["export"]!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_decision_on_what_has_changed_since_is_refused()
    {
        var export = (await ExportWorld.RequestAsync(world.Requester, ExportWorld.Sensitive))["export"]!;
        await WithdrawAsync(export);

        var payload = await ExportWorld.DoAsync(world.Approver, "approveExport", new { id = (string)export["id"]!, expectedVersion = 2 });
        Assert.Contains("EXPORT_IS_IN_ANOTHER_STATE", payload["errors"]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_was_taken_back_is_gone()
    {
        var (id, _) = await ExportWorld.ExportAsync(world.Requester, ExportWorld.Plain);
        var global = new GraphQL.CodeFirst.GlobalId("Export", id).ToString();
        var version = (int)(await world.Requester.ExecuteAsync("query ($id: ID!) { export(id: $id) { version } }", new { id = global })).Data["export"]!["version"]!;
        var withdrawn = await ExportWorld.DoAsync(world.Requester, "withdrawExport", new { id = global, expectedVersion = version });
        using var answer = await ExportWorld.FetchAsync(world.Requester, id);

        Assert.Equal(("WITHDRAWN", HttpStatusCode.NotFound), ((string)withdrawn["export"]!["state"]!, answer.StatusCode));
    }

    [Fact]
    public async Task Rights_that_end_before_it_runs_end_it()
    {
        var user = await world.Register.Host.AddUserAsync(
            "passing", TestProvinces.NamDinh,
            TestGrant.Below(GlobalIds.KeyOf(world.Register.EastCommune), Contracts.MembersPermissions.Read, Contracts.MembersPermissions.ReadSensitive,
                Organizations.Contracts.OrganizationsPermissions.Read, Kernel.GraphQL.Exports.ExportPermissions.Request));
        using var client = (await world.Register.Host.SignInAsync(user)).In("en");
        var export = (await ExportWorld.RequestAsync(client, ExportWorld.Sensitive))["export"]!;
        await world.Register.Database.ExecuteAsync(TestProvinces.NamDinh, "update identity.grants set ended_at = now(), ended_by = 'test', end_reason = 'Moved.' where user_id = $1", user.Id);
        world.Register.Host.Forget(user);
        Assert.Equal("[]", await ErrorsAsync(world.Approver, "approveExport", export));

        Assert.Equal("FAILED EXPORT_RIGHTS_HAVE_ENDED", await ExportWorld.OutcomeAsync(world.Approver, (string)export["id"]!));
    }

    private async Task WithdrawAsync(JsonNode export)
    {
        var payload = await ExportWorld.DoAsync(world.Requester, "withdrawExport", new { id = (string)export["id"]!, expectedVersion = (int)export["version"]! });
        Assert.Equal("[]", payload["errors"]!.ToJsonString());
    }

    private static string Decision(string mutation) =>
        $"mutation ($input: {char.ToUpperInvariant(mutation[0])}{mutation[1..]}Input!) {{ {mutation}(input: $input) {{ errors {{ __typename }} }} }}";

    private static object Input(JsonNode export) => new { id = (string)export["id"]!, expectedVersion = (int)export["version"]! };

    private static async Task<string> ErrorsAsync(TestClient client, string mutation, JsonNode export) =>
        (await ExportWorld.DoAsync(client, mutation, Input(export)))["errors"]!.ToJsonString();
}
