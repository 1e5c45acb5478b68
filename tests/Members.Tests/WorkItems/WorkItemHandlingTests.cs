using Modular.Members.Contracts;
using Modular.TestKit.Hosts;
using Xunit;

namespace Modular.Members.Tests.WorkItems;

/// <summary>Giving work to somebody, writing on it, and what closes it.</summary>
public sealed class WorkItemHandlingTests(WorkItemWorld world) : IClassFixture<WorkItemWorld>
{
    private const string Assign =
        """
        mutation Assign($input: AssignWorkItemInput!) {
          assignWorkItem(input: $input) { workItem { assigneeName isMine version } errors { ... on Problem { code field } } } }
        """;

    private const string Note =
        """
        mutation Note($input: NoteWorkItemInput!) {
          noteWorkItem(input: $input) { workItem { note } errors { ... on Problem { code field } } } }
        """;

    private readonly Register register = world.Register;

    [Fact]
    public async Task An_officer_gives_work_to_somebody_who_sees_it_and_they_find_it_among_theirs()
    {
        using var secretary = await world.FollowerAsync("west-secretary", register.WestCell);
        var (id, version) = await world.ItemAsync("members.probation-ends", register.WestCell);

        (await register.Officer.ExecuteAsync(Assign, new { input = new { id, expectedVersion = version, userName = "West-Secretary" } })).HasData(
            $$"""{ "assignWorkItem": { "workItem": { "assigneeName": "west-secretary", "isMine": false, "version": {{version + 1}} }, "errors": [] } }""");

        (await secretary.ExecuteAsync("{ workItems(where: {mine: true}) { nodes { isMine kind { id } } } }")).HasData(
            """{ "workItems": { "nodes": [{ "isMine": true, "kind": { "id": "members.probation-ends" } }] } }""");
        (await register.Officer.ExecuteAsync(Assign, new { input = new { id, expectedVersion = version + 1 } })).HasData(
            $$"""{ "assignWorkItem": { "workItem": { "assigneeName": null, "isMine": false, "version": {{version + 2}} }, "errors": [] } }""");
    }

    [Fact]
    public async Task Nobody_gives_work_to_who_does_not_see_it_or_is_not_there()
    {
        using var east = await world.FollowerAsync("east-secretary", register.EastCommune);
        var (id, version) = await world.ItemAsync("members.cell-below-minimum", register.WestCell);

        foreach (var userName in (string[])["east-secretary", "nobody"])
        {
            (await register.Officer.ExecuteAsync(Assign, new { input = new { id, expectedVersion = version, userName } })).HasData(
                """{ "assignWorkItem": { "workItem": null, "errors": [{ "code": "ASSIGNEE_MAY_NOT_SEE_THE_ITEM", "field": "input.userName" }] } }""");
        }
    }

    [Fact]
    public async Task Whoever_sees_an_item_without_the_right_to_handle_it_changes_nothing()
    {
        using var auditor = await world.FollowerAsync("auditor", register.EastCommune);
        using var other = await world.FollowerAsync("other-commune", register.EastCommune, MembersPermissions.Register);
        var (east, eastVersion) = await world.ItemAsync("members.probation-ends", register.FirstCell);
        var (west, westVersion) = await world.ItemAsync("members.probation-ends", register.WestCell);

        (await auditor.ExecuteAsync(Note, new { input = new { id = east, expectedVersion = eastVersion, note = "x" } })).HasData(
            """{ "noteWorkItem": { "workItem": null, "errors": [{ "code": "WORK_ITEM_IS_NOT_YOURS_TO_HANDLE", "field": "input.id" }] } }""");
        (await other.ExecuteAsync(Note, new { input = new { id = west, expectedVersion = westVersion, note = "x" } })).HasData(
            """{ "noteWorkItem": { "workItem": null, "errors": [{ "code": "NOT_FOUND", "field": "input.id" }] } }""");
    }

    [Fact]
    public async Task A_note_stays_with_the_item_and_a_stale_version_is_told()
    {
        var (id, version) = await world.ItemAsync("members.probation-ends", register.FirstCell);

        (await register.Officer.ExecuteAsync(Note, new { input = new { id, expectedVersion = version, note = " Đã hẹn họp ngày 3/12 " } })).HasData(
            """{ "noteWorkItem": { "workItem": { "note": "Đã hẹn họp ngày 3/12" }, "errors": [] } }""");
        (await register.Officer.ExecuteAsync(Note, new { input = new { id, expectedVersion = version, note = "khác" } })).HasData(
            """{ "noteWorkItem": { "workItem": null, "errors": [{ "code": "STALE_VERSION", "field": null }] } }""");
        (await register.Officer.ExecuteAsync(Note, new { input = new { id, expectedVersion = version + 1, note = new string('x', 1001) } })).HasData(
            """{ "noteWorkItem": { "workItem": null, "errors": [{ "code": "INVALID_INPUT", "field": "input.note" }] } }""");
    }

    [Fact]
    public async Task The_fact_closes_an_item_and_then_nobody_changes_it()
    {
        var member = await world.AddProbationaryAsync(register.SecondCell, "Trần Thị Xong", 8101, "2024-05-02");
        var (id, version) = await world.ItemAsync("members.probation-ends", register.SecondCell);

        var recognized = await register.Officer.ExecuteAsync(
            """
            mutation Recognize($input: ChangeMemberStatusInput!) { changeMemberStatus(input: $input) { errors { ... on Problem { code } } } }
            """,
            new
            {
                input = new
                {
                    memberId = member,
                    expectedVersion = 1,
                    status = "OFFICIAL",
                    decision = new { number = "9-QĐ/HU", decidedOn = "2025-06-02" },
                },
            });
        Assert.Empty(recognized.Data["changeMemberStatus"]!["errors"]!.AsArray());

        (await register.Officer.ExecuteAsync("query One($id: ID!) { workItem(id: $id) { state } closedWorkItems { nodes { id } } }", new { id })).HasData(
            $$"""{ "workItem": { "state": "DONE" }, "closedWorkItems": { "nodes": [{ "id": "{{id}}" }] } }""");
        (await register.Officer.ExecuteAsync(Note, new { input = new { id, expectedVersion = version + 1, note = "x" } })).HasData(
            """{ "noteWorkItem": { "workItem": null, "errors": [{ "code": "WORK_ITEM_IS_CLOSED", "field": "input.id" }] } }""");
    }

    [Fact]
    public async Task Items_of_a_disabled_module_are_hidden_and_come_back_with_it()
    {
        using var administrator = await register.SignInAsync(
            "administrator", TestGrant.InProvince("system.manage-modules", MembersPermissions.FollowWork));
        const string Count = "{ workItems { totalCount } }";
        var before = (int)(await administrator.ExecuteAsync(Count)).Data["workItems"]!["totalCount"]!;

        await administrator.DisableModuleAsync("members");
        var disabled = (int)(await administrator.ExecuteAsync(Count)).Data["workItems"]!["totalCount"]!;
        await administrator.EnableModuleAsync("members");
        var after = (int)(await administrator.ExecuteAsync(Count)).Data["workItems"]!["totalCount"]!;

        Assert.Equal((0, true, before), (disabled, before > 0, after));
    }
}
