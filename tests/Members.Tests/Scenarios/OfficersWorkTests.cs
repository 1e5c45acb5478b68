using System.Globalization;
using System.Text.Json.Nodes;
using Modular.Kernel.Access;
using Modular.Members.Tests.Statistics;
using Modular.Members.Tests.Transfers.BetweenProvinces;
using Modular.TestKit.Hosts;
using Xunit;

namespace Modular.Members.Tests.Scenarios;

/// <summary>
/// Whole pieces of officers' work, each by people of the roles that a province starts with: the organization board of the province, the officers of committees, secretaries of cells. Nobody
/// here may do everything.
/// </summary>
[Collection(StatisticsProvince.Name)]
public sealed class OfficersWorkTests(Register register)
{
    private const string Day = "2026-06-01";
    private const string DayBefore = "2026-05-31";

    private const string Year =
        """
        query ($id: ID!) { organization(id: $id) { statisticsForm(form: MOVEMENT, from: "2025-01-01", to: "2025-12-31") {
          lines { code value } checks { holds } } } }
        """;

    [Fact]
    public async Task Two_committees_are_merged_with_their_members_transfers_minutes_and_yesterday()
    {
        var (giving, givingCell) = await register.CommuneAsync("36.01.091");
        var (receiving, receivingCell) = await register.CommuneAsync("36.01.092");
        var members = new[] { await MemberAsync(givingCell, 9101), await MemberAsync(givingCell, 9102), await MemberAsync(givingCell, 9103), await MemberAsync(givingCell, 9104) };
        await MemberAsync(receivingCell, 9201);
        using var board = await BoardAsync("merger.board");
        using var giver = await OfficerAsync("merger.giver", giving);
        using var receiver = await OfficerAsync("merger.receiver", receiving);

        // A member is on the way to the committee that takes over.
        var requested = await TwoProvinces.DoAsync(giver, "requestTransfers", Moving(members[0], receivingCell, "2026-05-25", "2026-05-25"), "transfers { id version }");
        var refused = await giver.ExecuteAsync(
            "mutation ($input: DraftReorganizationInput!) { draftReorganization(input: $input) { errors { __typename } } }", new { input = Scheme(giving, givingCell, receiving) });
        var drafted = await StepAsync(board, "draftReorganization", Scheme(giving, givingCell, receiving));
        var appraised = await StepAsync(
            board, "appraiseReorganization", new { id = drafted.Id, expectedVersion = drafted.Version, appraisedOn = "2026-05-20", appraisedBy = "Ban Tổ chức Tỉnh ủy" });
        var decided = await TwoProvinces.DoAsync(
            board,
            "decideReorganization",
            new { id = appraised.Id, expectedVersion = appraised.Version, number = "812-QĐ/TU", decidedOn = "2026-05-27", authority = "Ban Thường vụ Tỉnh ủy" },
            "reorganization { state handOvers { id version memberCount organizationCount } }");
        await register.Host.DispatchEventsAsync();

        Assert.Equal("FORBIDDEN", Assert.Single(refused.ErrorCodes));
        var handOver = Assert.Single(decided["reorganization"]!["handOvers"]!.AsArray())!;
        Assert.Equal(("EFFECTIVE", 1), ((string)decided["reorganization"]!["state"]!, (int)handOver["organizationCount"]!));
        // Whoever signs for the committee that has ended has its rights read after that day; of what has gone to the other committee they see nothing any more.
        using var last = await OfficerAsync("merger.last", giving);
        (await last.ExecuteAsync("query ($id: ID!) { member(id: $id) { id } }", new { id = members[1] })).HasData("""{ "member": null }""");
        var signed = await TwoProvinces.DoAsync(last, "signHandOver", Signature(handOver["id"]!, 1, "GIVING"), "handOver { version }");
        await TwoProvinces.DoAsync(receiver, "signHandOver", Signature(handOver["id"]!, (int)signed["handOver"]!["version"]!, "RECEIVING"), "handOver { version }");
        Assert.Equal((4, 1, 0, 5), (await CountAsync(board, giving, DayBefore), await CountAsync(board, receiving, DayBefore), await CountAsync(board, giving, Day), await CountAsync(board, receiving, Day)));

        // The cell is where it was, below the other committee, whose officer now sees its members and completes the paper.
        (await receiver.ExecuteAsync(
            "query ($id: ID!, $old: ID!) { member(id: $id) { organization { id parent { id } } } organization(id: $old) { state successors { successor { id } decision { number } } } }",
            new { id = members[1], old = giving })).HasData(
            $$"""
            { "member": { "organization": { "id": "{{givingCell}}", "parent": { "id": "{{receiving}}" } } },
              "organization": { "state": "MERGED", "successors": [{ "successor": { "id": "{{receiving}}" }, "decision": { "number": "812-QĐ/TU" } }] } }
            """);
        var transfer = (string)requested["transfers"]![0]!["id"]!;
        var route = (await receiver.ExecuteAsync("query ($id: ID!) { transfer(id: $id) { version state boxes { organization { id } } } }", new { id = transfer })).Data["transfer"]!;
        Assert.Equal($"REQUESTED {receiving}", $"{route["state"]} {string.Join(' ', route["boxes"]!.AsArray().Select(box => (string)box!["organization"]!["id"]!).Where(id => id == receiving).Distinct())}");
        var paper = await TwoProvinces.DoAsync(
            receiver, "signTransfers", new { transfers = Versioned(transfer, (int)route["version"]!), on = "2026-06-03", duesPaidThrough = "2026-06-01", allInReach = true }, "transfers { id version }");
        var received = await TwoProvinces.DoAsync(
            receiver, "signTransfers", new { transfers = Versioned(paper["transfers"]![0]!), on = "2026-06-04", allInReach = true }, "transfers { id version }");
        var accepted = await TwoProvinces.DoAsync(
            receiver, "acceptTransfers", new { transfers = Versioned(received["transfers"]![0]!), on = "2026-06-08" }, "transfers { state cell { id } }");
        Assert.Equal($$$"""[{"state":"ACCEPTED","cell":{"id":"{{{receivingCell}}}"}}]""", accepted["transfers"]!.ToJsonString());
        Assert.Equal(5, await CountAsync(board, receiving, "2026-06-30"));
    }

    [Fact]
    public async Task A_round_of_badges_goes_from_the_committees_to_the_province_and_back()
    {
        var (commune, cell) = await register.CommuneAsync("36.01.093");
        var (other, _) = await register.CommuneAsync("36.01.094");
        var veteran = await MemberAsync(cell, 9301, admitted: "1996-03-20");
        var young = await MemberAsync(cell, 9302);
        using var board = await BoardAsync("badges.board");
        using var committee = await OfficerAsync("badges.committee", commune);
        using var neighbour = await OfficerAsync("badges.neighbour", other);

        var round = (await TwoProvinces.DoAsync(board, "openBadgeRound", new { awardDay = "2026-05-19" }, "badgeRound { id version }"))["badgeRound"]!;
        var due = await committee.ExecuteAsync("""{ members(where: { badgeDueOn: "2026-05-19" }) { nodes { id badgeDue(awardDay: "2026-05-19") { years } } } }""");
        due.HasData($$"""
            { "members": { "nodes": [{ "id": "{{veteran}}", "badgeDue": { "years": 30 } }] } }
            """);
        object Proposing(string member) => new { roundId = (string)round["id"]!, members = new[] { new { memberId = member } } };
        var foreign = await TwoProvinces.TryAsync(neighbour, "proposeBadges", Proposing(veteran), "badgeProposals { id }");
        var early = await TwoProvinces.TryAsync(committee, "proposeBadges", Proposing(young), "badgeProposals { id }");
        var proposed = (await TwoProvinces.DoAsync(committee, "proposeBadges", Proposing(veteran), "badgeProposals { id version years }"))["badgeProposals"]![0]!;
        var tooFar = await committee.ExecuteAsync(
            "mutation ($input: ReviewBadgeProposalsInput!) { reviewBadgeProposals(input: $input) { errors { __typename } } }",
            new { input = new { proposals = Versioned((string)proposed["id"]!, 1), areRight = true } });
        Assert.Equal("NOT_FOUND BADGE_STEP_IS_NOT_REACHED", $"{foreign["errors"]![0]!["code"]} {early["errors"]![0]!["code"]}");
        Assert.Equal("FORBIDDEN", Assert.Single(tooFar.ErrorCodes));

        var reviewed = (await TwoProvinces.DoAsync(
            board, "reviewBadgeProposals", new { proposals = Versioned((string)proposed["id"]!, 1), areRight = true }, "badgeProposals { version }"))["badgeProposals"]![0]!;
        var open = (await board.ExecuteAsync("query ($id: ID!) { badgeRound(id: $id) { version } }", new { id = (string)round["id"]! })).Data["badgeRound"]!;
        await TwoProvinces.DoAsync(
            board,
            "decideBadgeRound",
            new { roundId = (string)round["id"]!, expectedVersion = (int)open["version"]!, decision = new { number = "88-QĐ/TU", decidedOn = "2026-05-08" } },
            "badgeRound { state }");
        var awarded = await TwoProvinces.DoAsync(
            committee,
            "awardBadges",
            new { proposals = Versioned((string)proposed["id"]!, (int)reviewed["version"]! + 1), awardedOn = "2026-05-19" },
            "badgeProposals { state years giftMultiple member { badges { years awardedOn } } }");
        Assert.Equal(
            """[{"state":"AWARDED","years":30,"giftMultiple":"1.50","member":{"badges":[{"years":30,"awardedOn":"2026-05-19"}]}}]""",
            awarded["badgeProposals"]!.ToJsonString());
    }

    [Fact]
    public async Task The_movement_of_a_year_is_told_by_the_committee_submitted_and_received_by_the_province()
    {
        var (commune, cell) = await register.CommuneAsync("36.01.095");
        var (other, otherCell) = await register.CommuneAsync("36.01.096");
        var (stays, moves, dies, removed) = (await MemberAsync(cell, 9501), await MemberAsync(cell, 9502), await MemberAsync(cell, 9503), await MemberAsync(cell, 9504));
        await register.AdmitAsync(cell, 9505, "2025-02-03");
        using var board = await BoardAsync("year.board");
        using var committee = await OfficerAsync("year.committee", commune);
        using var neighbour = await OfficerAsync("year.neighbour", other);

        var requested = await TwoProvinces.DoAsync(committee, "requestTransfers", Moving(moves, otherCell, "2025-04-14", "2025-04-21"), "transfers { id version }");
        var introduced = await TwoProvinces.DoAsync(
            committee, "signTransfers", new { transfers = Versioned(requested["transfers"]![0]!), on = "2025-05-05", duesPaidThrough = "2025-05-01", allInReach = true }, "transfers { id version }");
        var received = await TwoProvinces.DoAsync(
            neighbour, "signTransfers", new { transfers = Versioned(introduced["transfers"]![0]!), on = "2025-05-12", allInReach = true }, "transfers { id version }");
        await TwoProvinces.DoAsync(neighbour, "acceptTransfers", new { transfers = Versioned(received["transfers"]![0]!), on = "2025-05-12" }, "transfers { state }");
        await TwoProvinces.DoAsync(board, "recordDeath", new { memberId = dies, expectedVersion = 1, diedOn = "2025-09-09" }, "__typename");
        await TwoProvinces.DoAsync(
            board,
            "changeMemberStatus",
            new { memberId = removed, expectedVersion = 1, status = "NAME_REMOVED", effectiveOn = "2025-11-20", decision = new { number = "7-QĐ/HU", decidedOn = "2025-11-20" }, reason = "Bỏ sinh hoạt." },
            "__typename");

        Assert.Equal("A=4 B=1 B1=1 C=3 C1=1 C3=1 C5=1 C5b=1 D=2", Told(await committee.ExecuteAsync(Year, new { id = commune })));
        Assert.Equal("B=1 B2=1 B2b=1 D=1", Told(await neighbour.ExecuteAsync(Year, new { id = other })));
        (await neighbour.ExecuteAsync(Year, new { id = commune })).HasData("""{ "organization": { "statisticsForm": null } }""");
        var behind = await committee.ExecuteAsync(
            """query ($id: ID!) { organization(id: $id) { membershipMovementEntries(from: "2025-01-01", to: "2025-12-31", line: DECEASED) { day member { id } } } member(id: "STAYS") { status } }""".Replace("STAYS", stays, StringComparison.Ordinal),
            new { id = commune });
        behind.HasData($$"""
            { "organization": { "membershipMovementEntries": [{ "day": "2025-09-09", "member": { "id": "{{dies}}" } }] }, "member": { "status": "OFFICIAL" } }
            """);

        var closing = new { organizationId = commune, form = "MOVEMENT", from = "2025-01-01", to = "2025-12-31" };
        var closed = (await TwoProvinces.DoAsync(committee, "closeStatisticsReport", closing, "statisticsReport { id version }"))["statisticsReport"]!;
        await TwoProvinces.DoAsync(committee, "submitStatisticsReport", new { id = (string)closed["id"]!, expectedVersion = 1, submittedOn = Today }, "statisticsReport { version }");
        var taken = await TwoProvinces.DoAsync(
            board, "receiveStatisticsReport", new { id = (string)closed["id"]!, expectedVersion = 2, receivedOn = Today }, "statisticsReport { state differences { code } filled { checks { holds } } }");
        Assert.Equal(
            """{"state":"RECEIVED","differences":[],"filled":{"checks":[{"holds":true},{"holds":true},{"holds":true}]}}""", taken["statisticsReport"]!.ToJsonString());
    }

    private static string Today => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().AddHours(7).Date).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private object Scheme(string giving, string cell, string receiving) => new
    {
        superiorId = register.Root,
        title = "Hợp nhất đảng bộ xã",
        effectiveOn = Day,
        steps = new object[]
        {
            new { kind = "MOVE", organizationId = cell, parentId = receiving },
            new { kind = "MERGE", organizationId = giving, targetId = receiving },
        },
    };

    private static object Signature(JsonNode handOver, int version, string side) =>
        new { id = (string)handOver!, expectedVersion = version, side, signedOn = Day, signedBy = "Nguyễn Văn Giao" };

    private static object Moving(string member, string destination, string changed, string on) => new
    {
        members = new[] { new { memberId = member, expectedVersion = 1 } },
        kind = "OFFICIAL",
        cause = "NEW_UNIT",
        changedOn = changed,
        on,
        destinationId = destination,
        decision = new { number = "15-QĐ/HU", decidedOn = changed },
        selfReviewYear = int.Parse(on[..4], CultureInfo.InvariantCulture) - 1,
    };

    private static object[] Versioned(JsonNode transfer) => Versioned((string)transfer["id"]!, (int)transfer["version"]!);

    private static object[] Versioned(string id, int version) => [new { id, expectedVersion = version }];

    private static string Told(GraphQLAnswer answer)
    {
        var form = answer.Data["organization"]!["statisticsForm"]!;
        Assert.All(form["checks"]!.AsArray(), check => Assert.True((bool)check!["holds"]!));
        return string.Join(' ', form["lines"]!.AsArray().Where(line => (string?)line!["value"] is not (null or "0")).Select(line => $"{line!["code"]}={line["value"]}"));
    }

    private static async Task<int> CountAsync(TestClient client, string organization, string day) => (int)(await client.ExecuteAsync(
        "query ($id: ID!, $day: Date) { organization(id: $id) { memberCount(asOf: $day, includeSubtree: true) } }", new { id = organization, day })).Data["organization"]!["memberCount"]!;

    private static async Task<(string Id, int Version)> StepAsync(TestClient client, string mutation, object input) =>
        TwoProvinces.Versioned((await TwoProvinces.DoAsync(client, mutation, input, "reorganization { id version }"))["reorganization"]!);

    private Task<TestClient> BoardAsync(string name) => register.SignInAsync(name, TestGrant.OfRole(DefaultRoles.OrganizationBoardOfficer, Reach.Province));

    private Task<TestClient> OfficerAsync(string name, string organization) =>
        register.SignInAsync(name, TestGrant.OfRole(DefaultRoles.GrassrootsOfficer, Reach.OrganizationAndBelow, GlobalIds.KeyOf(organization)));

    // An official member of that time, whom nobody resembles.
    private async Task<string> MemberAsync(string cell, int number, string admitted = "2010-04-20")
    {
        var day = DateOnly.ParseExact(admitted, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        var input = new
        {
            organizationId = cell,
            since = "2016-01-05",
            status = "OFFICIAL",
            person = new
            {
                fullName = $"Phan Thị {(char)('A' + (number / 26 % 26))}{(char)('a' + (number % 26))}",
                sex = "FEMALE",
                birthDate = new DateOnly(1970, 1, 1).AddDays(number % 2000),
                citizenId = $"0361{number:00000000}",
                ethnicGroup = "KINH",
            },
            membership = new { admissionDecidedOn = day, ceremonyOn = day.AddDays(10), officialOn = day.AddDays(10).AddYears(1) },
            card = new { number = $"36{number:000000}" },
            confirmNotDuplicate = "Known to be somebody else.",
        };
        var payload = await TwoProvinces.DoAsync(register.Officer, "registerMember", input, "member { id }");
        return (string)payload["member"]!["id"]!;
    }
}
