using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Modular.Kernel.Access;
using Modular.Kernel.GraphQL.History;
using Modular.Kernel.Postgres.History;
using Modular.Members.Contracts;
using Modular.Organizations.Contracts;
using Modular.TestKit;
using Modular.TestKit.Databases;
using Modular.TestKit.Hosts;
using Xunit;

namespace Modular.Members.Tests.History;

/// <summary>By itself: a long transaction in any database of the server keeps changes from being settled, and so from being sealed.</summary>
[CollectionDefinition(nameof(HistoryTests), DisableParallelization = true)]
public sealed class Alone;

/// <summary>What the history shows over HTTP, and to whom.</summary>
[Collection(nameof(HistoryTests))]
public sealed class HistoryTests(Register register) : IClassFixture<Register>
{
    private const string LastEdit =
        """
        query History($id: ID!) { member(id: $id) { history(first: 1) {
          nodes { action objectType madeBy reason document fields { name before after isHidden } } } } }
        """;

    private const string Update =
        """
        mutation Update($input: UpdateMemberInput!) {
          updateMember(input: $input) { member { version } errors { __typename ... on Problem { message } } } }
        """;

    private const string Follow =
        "query Follow($after: String, $first: Int!) { changes(after: $after, first: $first) { changes { objectType objectId subjectId action } end hasMore } }";

    private static readonly object Document = new { number = "18-CV/HU", decidedOn = "2024-04-01" };

    [Fact]
    public async Task A_member_sees_who_changed_their_record_when_and_why()
    {
        var id = await register.AddMemberAsync(register.FirstCell, "Lê Thị Hồ Sơ", 501);
        await UpdateAsync(new { memberId = id, expectedVersion = 1, fullName = "Lê Thị Hồ", reason = "Sai so với khai sinh", document = Document });
        using var member = await register.SignInAsync(
            "history.member", GlobalIds.KeyOf(id), TestGrant.OfRole(DefaultRoles.Member, Reach.Self));

        var answer = await member.ExecuteAsync(LastEdit, new { id });

        answer.HasData(
            """
            { "member": { "history": { "nodes": [{
              "action": "CHANGED", "objectType": "Member", "madeBy": "officer", "reason": "Sai so với khai sinh", "document": "18-CV/HU (2024-04-01)",
              "fields": [{ "name": "fullName", "before": "Lê Thị Hồ Sơ", "after": "Lê Thị Hồ", "isHidden": false }] }] } } }
            """);
    }

    [Fact]
    public async Task The_history_of_a_record_holds_what_belongs_to_it()
    {
        var id = await register.AddMemberAsync(register.FirstCell, "Lê Thị Đủ", 502);

        var answer = await register.Officer.ExecuteAsync(
            "query All($id: ID!) { member(id: $id) { history { nodes { action objectType } } } }", new { id });

        Assert.Equal(
            ["CellAssignment", "CvNumber", "Member", "Membership", "MembershipStatusPeriod", "MembershipStatusPeriod", "PartyCard"],
            Nodes(answer).Select(node => (string)node!["objectType"]!).Order(StringComparer.Ordinal));
        Assert.All(Nodes(answer), node => Assert.Equal("CREATED", (string)node!["action"]!));
    }

    [Fact]
    public async Task A_value_is_kept_back_from_whoever_may_not_read_the_field()
    {
        var id = await register.AddMemberAsync(register.FirstCell, "Lê Thị Kín", 503);
        await UpdateAsync(new { memberId = id, expectedVersion = 1, religion = "BUDDHISM" });
        using var clerk = await register.SignInAsync(
            "history.clerk", TestGrant.Below(GlobalIds.KeyOf(register.EastCommune), MembersPermissions.Read, HistoryPermissions.Read));

        var answer = await clerk.ExecuteAsync(LastEdit, new { id });

        Assert.Equal(
            """[{"name":"religion","before":null,"after":null,"isHidden":true}]""", Nodes(answer)[0]!["fields"]!.ToJsonString());
    }

    [Fact]
    public async Task What_was_done_out_of_reach_is_not_told()
    {
        var id = await register.AddMemberAsync(register.FirstCell, "Lê Thị Xa", 504);
        var west = GlobalIds.KeyOf(register.WestCommune);
        using var neighbour = await register.SignInAsync(
            "history.neighbour", TestGrant.InProvince(MembersPermissions.Read, OrganizationsPermissions.Read), TestGrant.Below(west, HistoryPermissions.Read));
        using var without = await register.SignInAsync("history.without", TestGrant.InProvince(MembersPermissions.Read));

        var outOfReach = await neighbour.ExecuteAsync(
            "query Two($id: ID!, $cell: ID!) { member(id: $id) { history { totalCount } } organization(id: $cell) { history { totalCount } } }",
            new { id, cell = register.FirstCell });
        var notAllowed = await without.ExecuteAsync(LastEdit, new { id });

        outOfReach.HasData("""{ "member": { "history": { "totalCount": 0 } }, "organization": { "history": { "totalCount": 0 } } }""");
        Assert.Equal(["FORBIDDEN"], notAllowed.ErrorCodes);
    }

    [Fact]
    public async Task The_history_of_an_organization_shows_its_founding_with_references_as_ids()
    {
        var answer = await register.Officer.ExecuteAsync(
            """
            query Of($id: ID!) { organization(id: $id) { history(last: 4) { nodes { objectType action fields { name after } } } } }
            """,
            new { id = register.SecondCell });

        var founded = answer.Data["organization"]!["history"]!["nodes"]!.AsArray().Single(node => (string)node!["objectType"]! == "Organization")!;
        var fields = founded["fields"]!.AsArray().ToDictionary(field => (string)field!["name"]!, field => (string?)field!["after"]);
        Assert.Equal(("CREATED", register.EastCommune, "Chi bộ xóm 2"), ((string)founded["action"]!, fields["parent"], fields["name"]));
    }

    [Fact(Timeout = 180_000)]
    public async Task Whoever_follows_the_changes_misses_none_and_gets_none_twice()
    {
        using var integrator = await register.SignInAsync("history.integrator", TestGrant.InProvince(HistoryPermissions.Follow));
        var end = await EndAsync(integrator);
        var id = await register.AddMemberAsync(register.FirstCell, "Lê Thị Theo", 505);
        await UpdateAsync(new { memberId = id, expectedVersion = 1, phone = "0912345678" });
        await SealAllAsync();

        var seen = new List<(string Type, string? Id, string? Subject, string Action)>();
        JsonNode page;
        do
        {
            page = (await integrator.ExecuteAsync(Follow, new { after = end, first = 2 })).Data["changes"]!;
            seen.AddRange(page["changes"]!.AsArray().Select(change => (
                (string)change!["objectType"]!, (string?)change["objectId"], (string?)change["subjectId"], (string)change["action"]!)));
            end = (string)page["end"]!;
        }
        while ((bool)page["hasMore"]!);

        Assert.Equal(("Member", id, id, "CHANGED"), seen[^1]);
        Assert.Equal((8, 8), (seen.Count, seen.Count(change => change.Subject == id)));
        Assert.Single(seen, change => change is { Type: "Member", Action: "CREATED" });
        Assert.Equal("[]", (await integrator.ExecuteAsync(Follow, new { after = end, first = 2 })).Data["changes"]!["changes"]!.ToJsonString());
    }

    [Fact(Timeout = 180_000)]
    public async Task The_last_seal_goes_through_the_verified_chain()
    {
        await SealAllAsync();
        using var auditor = await register.SignInAsync("history.auditor", TestGrant.OfRole(DefaultRoles.Auditor, Reach.Province));

        var seal = (await auditor.ExecuteAsync("{ historySeal { position hash sealedAt } }")).Data["historySeal"]!;

        var noted = NotedSeal.Parse($"{seal["position"]}:{seal["hash"]}");
        var verdict = await Verifier.VerifyAsync(TestProvinces.NamDinh.Id, noted, TestContext.Current.CancellationToken);
        Assert.Null(verdict.Breach);
        Assert.True(verdict.Verified >= noted.Position);
    }

    [Theory]
    [InlineData("{ historySeal { position } }")]
    [InlineData("{ changes { end } }")]
    public async Task Seals_and_changes_take_the_whole_province_as_reach(string query)
    {
        var west = GlobalIds.KeyOf(register.WestCommune);
        using var branch = await register.SignInAsync($"history.branch.{query.Length}", TestGrant.Below(west, HistoryPermissions.Read, HistoryPermissions.Follow));

        Assert.Equal(["FORBIDDEN"], (await branch.ExecuteAsync(query)).ErrorCodes);
    }

    [Theory]
    [InlineData("x", 1)]
    [InlineData("-1", 1)]
    [InlineData("1", 0)]
    [InlineData("1", 1_001)]
    public async Task What_is_no_stretch_of_the_changes_is_bad_input(string after, int first)
    {
        using var integrator = await register.SignInAsync($"history.bad.{after}.{first}", TestGrant.InProvince(HistoryPermissions.Follow));

        Assert.Equal(["BAD_USER_INPUT"], (await integrator.ExecuteAsync(Follow, new { after, first })).ErrorCodes);
    }

    private HistoryVerifier Verifier => register.Host.Services.GetRequiredService<HistoryVerifier>();

    private static JsonArray Nodes(GraphQLAnswer answer) => answer.Data["member"]!["history"]!["nodes"]!.AsArray();

    private async Task UpdateAsync(object input)
    {
        var answer = await register.Officer.ExecuteAsync(Update, new { input });
        Assert.Equal("[]", answer.Data["updateMember"]!["errors"]!.ToJsonString());
    }

    private async Task<string> EndAsync(TestClient integrator)
    {
        await SealAllAsync();
        var head = await Verifier.ReadHeadAsync(TestProvinces.NamDinh.Id, TestContext.Current.CancellationToken);
        var page = (await integrator.ExecuteAsync(Follow, new { after = $"{head!.Position}", first = 1 })).Data["changes"]!;
        return (string)page["end"]!;
    }

    // What the host itself still does may keep a change from being settled for a moment.
    private async Task SealAllAsync()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var sealer = register.Host.Services.GetRequiredService<HistorySealer>();
        await Patience.UntilAsync(async () =>
        {
            await sealer.SealAsync(TestProvinces.NamDinh.Id, cancellation);
            return (await Verifier.VerifyAsync(TestProvinces.NamDinh.Id, null, cancellation)).Unsealed == 0;
        });
    }
}
