using Modular.Kernel.Access;
using Modular.Members.Contracts;
using Modular.Organizations.Contracts;
using Modular.TestKit.Databases;
using Modular.TestKit.Hosts;
using Xunit;

namespace Modular.Members.Tests.WorkItems;

/// <summary>What is due, over HTTP, as users of different places and rights.</summary>
public sealed class WorkItemListTests(WorkItemWorld world) : IClassFixture<WorkItemWorld>
{
    private readonly Register register = world.Register;

    [Fact]
    public async Task An_item_says_what_is_due_for_whom_by_when_under_which_rule()
    {
        var answer = await register.Officer.ExecuteAsync(
            """
            query Probations($where: WorkItemFilter) { workItems(where: $where) { totalCount nodes {
              state baseOn dueOn isOverdue isMine assigneeName note module
              kind { id title ruleId ruleInstrument } organization { name } responsible { name } member { fullName } } } }
            """,
            new { where = new { kindId = new { eq = "members.probation-ends" }, organization = new { id = register.EastCommune } } });

        answer.HasData(
            """
            { "workItems": { "totalCount": 1, "nodes": [{
              "state": "OPEN", "baseOn": "2025-01-10", "dueOn": "2025-02-28", "isOverdue": true, "isMine": false, "assigneeName": null, "note": null, "module": "members",
              "kind": { "id": "members.probation-ends", "title": "A probation ends", "ruleId": "ADM-22", "ruleInstrument": "294-QĐ/TW, điểm 4.2 / 294-QĐ/TW, point 4.2" },
              "organization": { "name": "Chi bộ xóm 1" }, "responsible": { "name": "Chi bộ xóm 1" }, "member": { "fullName": "Lê Thị Dự" } }] } }
            """);
    }

    [Fact]
    public async Task Whoever_follows_a_commune_sees_its_items_and_no_others_overdue_first()
    {
        using var east = await world.FollowerAsync("east-follower", register.EastCommune);

        var answer = await east.ExecuteAsync(WorkItemWorld.List);

        answer.HasData(
            """
            { "workItems": { "totalCount": 2, "nodes": [
              { "kind": { "id": "members.cell-below-minimum" }, "organization": { "name": "Chi bộ xóm 1" }, "dueOn": "2024-02-28", "isOverdue": true },
              { "kind": { "id": "members.probation-ends" }, "organization": { "name": "Chi bộ xóm 1" }, "dueOn": "2025-02-28", "isOverdue": true }] } }
            """);
    }

    [Fact]
    public async Task An_item_out_of_reach_is_not_there_by_whatever_field_it_is_asked()
    {
        using var east = await world.FollowerAsync("east-asker", register.EastCommune);
        var (id, _) = await world.ItemAsync("members.probation-ends", register.WestCell);

        var answer = await east.ExecuteAsync(
            """
            query Other($id: ID!, $west: ID!) {
              workItem(id: $id) { dueOn } node(id: $id) { id } organization(id: $west) { workItems(includeSubtree: true) { totalCount } }
              workItemCounts(organizationId: $west) { kindId open } closedWorkItems { totalCount } }
            """,
            new { id, west = register.WestCommune });

        answer.HasData(
            """
            { "workItem": null, "node": null, "organization": { "workItems": { "totalCount": 0 } }, "workItemCounts": [], "closedWorkItems": { "totalCount": 0 } }
            """);
    }

    [Fact]
    public async Task Kinds_for_which_the_permission_is_lacking_are_not_seen_even_where_others_are()
    {
        using var committees = await register.SignInAsync("committees-only", TestGrant.InProvince(OrganizationsPermissions.FollowWork, OrganizationsPermissions.Read));

        var answer = await committees.ExecuteAsync("{ workItems { totalCount } workItemCounts { kindId } workItemKinds { id } }");

        Assert.Equal(("0", "[]"), (answer.Data["workItems"]!["totalCount"]!.ToJsonString(), answer.Data["workItemCounts"]!.ToJsonString()));
        var kinds = answer.Data["workItemKinds"]!.AsArray().Select(kind => (string)kind!["id"]!).ToList();
        Assert.Contains("organizations.secretary-vacant", kinds);
        Assert.All(kinds, kind => Assert.StartsWith("organizations.", kind, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_member_sees_no_items_of_the_cell()
    {
        using var member = await register.SignInAsync(
            "plain-member", GlobalIds.KeyOf(world.First), TestGrant.OfRole(DefaultRoles.Member, Reach.Self));

        (await member.ExecuteAsync("{ workItems { totalCount } workItemKinds { id } }")).HasData("""{ "workItems": { "totalCount": 0 }, "workItemKinds": [] }""");
    }

    [Fact]
    public async Task Another_province_sees_nothing()
    {
        var user = await register.Host.AddUserAsync(
            "other-province", TestProvinces.NinhThuan, TestGrant.InProvince(MembersPermissions.FollowWork, OrganizationsPermissions.FollowWork));
        using var elsewhere = await register.Host.SignInAsync(user);
        var (id, _) = await world.ItemAsync("members.probation-ends", register.WestCell);

        var answer = await elsewhere.ExecuteAsync(
            "query Other($id: ID!) { workItem(id: $id) { dueOn } workItems { totalCount } workItemCounts { kindId } }", new { id });

        answer.HasData("""{ "workItem": null, "workItems": { "totalCount": 0 }, "workItemCounts": [] }""");
    }

    [Fact]
    public async Task Counts_tell_for_a_subtree_how_much_is_open_and_overdue()
    {
        var answer = await register.Officer.ExecuteAsync(
            "query Counts($east: ID!) { workItemCounts(organizationId: $east) { kindId open overdue soon mine } }", new { east = register.EastCommune });

        answer.HasData(
            """
            { "workItemCounts": [
              { "kindId": "members.cell-below-minimum", "open": 1, "overdue": 1, "soon": 0, "mine": 0 },
              { "kindId": "members.probation-ends", "open": 1, "overdue": 1, "soon": 0, "mine": 0 }] }
            """);
    }

    [Fact]
    public async Task Pages_follow_each_other_by_cursor()
    {
        const string Page = "query Page($after: String) { workItems(first: 1, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } }";
        using var east = await world.FollowerAsync("east-pages", register.EastCommune);

        var first = (await east.ExecuteAsync(Page)).Data["workItems"]!;
        var second = (await east.ExecuteAsync(Page, new { after = (string)first["pageInfo"]!["endCursor"]! })).Data["workItems"]!;

        Assert.Equal((true, false), ((bool)first["pageInfo"]!["hasNextPage"]!, (bool)second["pageInfo"]!["hasNextPage"]!));
        Assert.NotEqual((string?)first["nodes"]![0]!["id"], (string?)second["nodes"]![0]!["id"]);
    }

    [Fact]
    public async Task Organizations_and_members_show_their_own_items()
    {
        var answer = await register.Officer.ExecuteAsync(
            """
            query Own($commune: ID!, $member: ID!) {
              organization(id: $commune) { own: workItems { totalCount } below: workItems(includeSubtree: true) { totalCount } }
              member(id: $member) { workItems { nodes { kind { id } } } } }
            """,
            new { commune = register.EastCommune, member = world.First });

        answer.HasData(
            """
            { "organization": { "own": { "totalCount": 0 }, "below": { "totalCount": 2 } },
              "member": { "workItems": { "nodes": [{ "kind": { "id": "members.probation-ends" } }] } } }
            """);
    }
}
