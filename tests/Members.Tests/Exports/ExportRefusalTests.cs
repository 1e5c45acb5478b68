using Modular.TestKit.Databases;
using Xunit;

namespace Modular.Members.Tests.Exports;

/// <summary>What cannot be taken away as a file.</summary>
public sealed class ExportRefusalTests(ExportWorld world) : IClassFixture<ExportWorld>
{
    private const string Paged = "pageInfo { hasNextPage endCursor }";

    [Theory]
    [InlineData("{ viewer { userName } }")]
    [InlineData("{ __schema { types { name } } }")]
    [InlineData("mutation ($first: Int, $after: String) { updateMember(input: {memberId: \"x\", expectedVersion: 1}) { member { id } } }")]
    [InlineData("subscription { workItemChanged { id } }")]
    [InlineData("{ members(first: 5) { nodes { id } pageInfo { hasNextPage endCursor } } }")]
    [InlineData("query ($first: Int, $after: String) { members(first: $first, after: $after) { nodes { id } } }")]
    [InlineData("query ($first: Int, $after: String) { a: members(first: $first, after: $after) { nodes { id } " + Paged + " } b: members(first: $first, after: $after) { nodes { id } " + Paged + " } }")]
    [InlineData("query ($first: Int, $after: String) { members(first: $first, after: $after) { nodes { id memberships { nodes { id } } } " + Paged + " } }")]
    [InlineData("query A($first: Int, $after: String) { members(first: $first, after: $after) { nodes { id } " + Paged + " } } query B { viewer { userName } }")]
    public async Task A_query_that_is_not_one_list_is_refused(string query)
    {
        var errors = (await ExportWorld.RequestAsync(world.Requester, query))["errors"]!;

        Assert.Contains((string)errors[0]!["code"]!, new[] { "EXPORT_TAKES_ONE_LIST", "EXPORT_QUERY_IS_NOT_VALID" });
    }

    [Fact]
    public async Task A_column_that_the_user_may_not_read_is_refused_before_anything_runs()
    {
        using var reader = await world.Register.SignInAsync(
            "reader", TestKit.Hosts.TestGrant.InProvince(Contracts.MembersPermissions.Read, Kernel.GraphQL.Exports.ExportPermissions.Request));
        var errors = (await ExportWorld.RequestAsync(reader, ExportWorld.Sensitive))["errors"]!;

        Assert.Equal("""[{"__typename":"ExportTakesAPermission","code":"EXPORT_TAKES_A_PERMISSION","field":"input.query","rule":null}]""", errors.ToJsonString());
    }

    [Fact]
    public async Task Without_a_purpose_nothing_is_exported()
    {
        var payload = await ExportWorld.DoAsync(world.Requester, "requestExport", new { query = ExportWorld.Plain, format = "CSV", title = "A", purpose = " x " });

        Assert.Equal("""[{"__typename":"InvalidInput","code":"INVALID_INPUT","field":"input.purpose","rule":null}]""", payload["errors"]!.ToJsonString());
    }

    [Fact]
    public async Task Whoever_may_not_export_is_refused() =>
        Assert.Equal(
            ["FORBIDDEN"],
            (await world.Auditor.ExecuteAsync(
                "mutation ($input: RequestExportInput!) { requestExport(input: $input) { errors { __typename } } }",
                new { input = new { query = ExportWorld.Plain, format = "CSV", title = "A", purpose = "Rà soát" } })).ErrorCodes);

    [Fact]
    public async Task A_list_with_more_rows_than_a_file_may_have_is_not_written()
    {
        await world.Register.Database.ExecuteAsync(
            TestProvinces.NamDinh,
            "insert into kernel.policies (province_id, id, key, valid, value, instrument, recorded_at, recorded_by_name) values ($1, gen_random_uuid(), 'exports.limits', daterange('2020-01-01', null), '{\"mostRows\": 1}', 'Test', now(), 'test')",
            TestProvinces.NamDinh.Id.Value);
        var (id, state) = await ExportWorld.ExportAsync(world.Requester, ExportWorld.Plain);
        await world.Register.Database.ExecuteAsync(TestProvinces.NamDinh, "delete from kernel.policies where key = 'exports.limits'");

        Assert.Equal("FAILED", state);
        Assert.Equal(
            "EXPORT_HAS_TOO_MANY_ROWS", await world.Register.Database.ScalarAsync<string>(TestProvinces.NamDinh, "select problem_code from kernel.exports where id = $1", id));
    }

    [Fact]
    public async Task Only_so_many_exports_of_one_user_wait_at_a_time()
    {
        using var eager = await world.Register.SignInAsync(
            "eager", TestKit.Hosts.TestGrant.InProvince(Organizations.Contracts.OrganizationsPermissions.Read, Contracts.MembersPermissions.Read, Contracts.MembersPermissions.ReadSensitive, Kernel.GraphQL.Exports.ExportPermissions.Request));
        var several = new List<string>();
        for (var number = 0; number < 6; number++)
            several.Add((await ExportWorld.RequestAsync(eager, ExportWorld.Sensitive))["errors"]!.ToJsonString());

        Assert.Equal(["[]", "[]", "[]", "[]", "[]"], several[..5]);
        Assert.Contains("TOO_MANY_EXPORTS_AT_ONCE", several[5], StringComparison.Ordinal);
    }
}
