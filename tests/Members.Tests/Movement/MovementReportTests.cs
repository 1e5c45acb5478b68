using Modular.Members.Contracts;
using Modular.TestKit.Hosts;
using Xunit;

namespace Modular.Members.Tests.Movement;

/// <summary>The report over HTTP: its lines, who stands behind them, and who may ask.</summary>
public sealed class MovementReportTests(Register register) : IClassFixture<Register>
{
    private const string Report =
        """
        query Report($id: ID!, $from: Date!, $to: Date!) { organization(id: $id) { membershipMovement(from: $from, to: $to) {
          opening increase movedInFromOutside movedInWithin decrease movedOutWithin closing } } }
        """;

    [Fact]
    public async Task A_transfer_is_a_move_out_of_one_commune_into_the_other_and_nothing_for_the_district()
    {
        var before = await CountAsync(register.District);
        var member = await register.AddMemberAsync(register.FirstCell, "Trần Văn Chuyển", 601);
        await TransferAsync(member);

        Assert.Equal("""{"opening":1,"increase":0,"movedInFromOutside":0,"movedInWithin":0,"decrease":1,"movedOutWithin":1,"closing":0}""", await ReportAsync(register.EastCommune));
        Assert.Equal("""{"opening":0,"increase":1,"movedInFromOutside":0,"movedInWithin":1,"decrease":0,"movedOutWithin":0,"closing":1}""", await ReportAsync(register.WestCommune));
        Assert.Equal("""{"opening":1,"increase":0,"movedInFromOutside":0,"movedInWithin":0,"decrease":0,"movedOutWithin":0,"closing":1}""", await ReportAsync(register.District));
        Assert.Equal(0, before);
        var answer = await register.Officer.ExecuteAsync(
            """
            query Behind($id: ID!) { organization(id: $id) {
              membershipMovementEntries(from: "2026-01-01", to: "2026-06-30", line: MOVED_IN_WITHIN) { day line member { fullName } fromCell { name } toCell { name } }
              none: membershipMovementEntries(from: "2026-01-01", to: "2026-06-30", line: ADMITTED) { day }
              backwards: membershipMovement(from: "2026-06-30", to: "2026-01-01") { opening } } }
            """,
            new { id = register.WestCommune });
        answer.HasData(
            """
            { "organization": {
                "membershipMovementEntries": [{ "day": "2026-05-11", "line": "MOVED_IN_WITHIN", "member": { "fullName": "Trần Văn Chuyển" }, "fromCell": { "name": "Chi bộ xóm 1" }, "toCell": { "name": "Chi bộ xóm 9" } }],
                "none": [], "backwards": null } }
            """);
    }

    [Fact]
    public async Task Figures_and_names_are_shown_where_the_permission_reaches()
    {
        using var clerk = await register.SignInAsync(
            "movement.clerk", TestGrant.Below(GlobalIds.KeyOf(register.WestCommune), [MembersPermissions.Count, MembersPermissions.Read, Organizations.Contracts.OrganizationsPermissions.Read]));

        var own = await clerk.ExecuteAsync(Report, new { id = register.WestCommune, from = "2027-01-01", to = "2027-06-30" });
        var other = await clerk.ExecuteAsync(Report, new { id = register.EastCommune, from = "2027-01-01", to = "2027-06-30" });

        Assert.NotNull(own.Data["organization"]!["membershipMovement"]);
        other.HasData("""{ "organization": { "membershipMovement": null } }""");
    }

    private async Task TransferAsync(string member)
    {
        var requested = await DoAsync("requestTransfers", new
        {
            members = new[] { new { memberId = member, expectedVersion = 1 } },
            kind = "OFFICIAL",
            cause = "NEW_UNIT",
            changedOn = "2026-04-20",
            on = "2026-04-27",
            destinationId = register.WestCell,
            decision = new { number = "15-QĐ/HU", decidedOn = "2026-04-06" },
            selfReviewYear = 2025,
        });
        var introduced = await DoAsync("signTransfers", new { transfers = new[] { requested }, on = "2026-05-04", duesPaidThrough = "2026-05-01", allInReach = true });
        var received = await DoAsync("signTransfers", new { transfers = new[] { introduced }, on = "2026-05-11", allInReach = true });
        await DoAsync("acceptTransfers", new { transfers = new[] { received }, on = "2026-05-11" });
    }

    private async Task<object> DoAsync(string mutation, object input)
    {
        var answer = await register.Officer.ExecuteAsync(
            $"mutation ($input: {char.ToUpperInvariant(mutation[0])}{mutation[1..]}Input!) {{ {mutation}(input: $input) {{ transfers {{ id version }} errors {{ ... on Problem {{ code field }} }} }} }}",
            new { input });
        var payload = answer.Data[mutation]!;
        Assert.Equal("[]", payload["errors"]!.ToJsonString());
        return new { id = (string)payload["transfers"]![0]!["id"]!, expectedVersion = (int)payload["transfers"]![0]!["version"]! };
    }

    private async Task<string> ReportAsync(string organization) =>
        (await register.Officer.ExecuteAsync(Report, new { id = organization, from = "2026-01-01", to = "2026-06-30" })).Data["organization"]!["membershipMovement"]!.ToJsonString();

    private async Task<int> CountAsync(string organization) => (int)(await register.Officer.ExecuteAsync(
        "query ($id: ID!) { organization(id: $id) { memberCount(includeSubtree: true) } }", new { id = organization })).Data["organization"]!["memberCount"]!;
}
