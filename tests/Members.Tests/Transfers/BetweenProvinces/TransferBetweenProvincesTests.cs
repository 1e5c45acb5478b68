using System.Globalization;
using System.Text.Json.Nodes;
using Modular.Kernel.Provinces;
using Modular.TestKit.Hosts;
using Npgsql;
using Xunit;

namespace Modular.Members.Tests.Transfers.BetweenProvinces;

/// <summary>A member moves to another province of the same deployment, over HTTP, with users of both.</summary>
public sealed partial class TransferBetweenProvincesTests(TwoProvinces world) : IClassFixture<TwoProvinces>
{
    private const string Paper = "query ($id: ID!) { arrival(id: $id) { fromProvince originName introducedBy destinationName receiver { name } presentBy joinedOn } }";

    private const string Record =
        """
        query ($id: ID!) { member(id: $id) { status organization { name } memberships { ordinal officialOn } statuses { status validFrom validTo } assignments { validFrom validTo }
          disciplinaryMeasures { form fault } } }
        """;

    private const string SheetOf =
        """
        query ($id: ID!) { member(id: $id) {
          record { health career { id beganOn endedOn work } family { id relation fullName } admissions { firstSponsor } }
          documents(first: 10) { nodes { number keptAt } } supplementSlips { year state } } }
        """;

    private const string Sent = "query ($id: ID!) { member(id: $id) { transfers { id version state requestedOn closingReason acceptedOn acceptedBy goesToAnotherProvince } } }";

    private static readonly DateOnly Introduced = new(2026, 8, 3);
    private static readonly DateOnly Accepted = new(2026, 8, 17);

    [Fact]
    public async Task The_receiving_side_reads_the_paper_and_opens_the_file_by_acceptance_which_ends_the_assignment_at_the_origin()
    {
        var (from, to) = (world.NamDinh, world.NinhThuan);
        var member = await TwoProvinces.NewMemberAsync(from);
        await TwoProvinces.DoAsync(from.Officer, "recordDisciplinaryMeasure", Reprimand(from, member), "__typename");
        await TwoProvinces.SendAsync(from, to, member, Introduced, to.CommuneCode);
        var arrival = await world.ArrivedAsync(to, member);
        using var commune = await world.SignInAsync(to, "commune.of.arrivals", to.Commune);
        using var neighbour = await world.SignInAsync(to, "neighbour.of.arrivals", to.OtherCommune);

        var seen = await commune.ExecuteAsync(Paper, new { id = arrival.Id });
        var unseen = await neighbour.ExecuteAsync(Paper, new { id = arrival.Id });
        var sealedYet = await to.Officer.ExecuteAsync("query ($id: ID!) { member(id: $id) { id } }", new { id = member });
        arrival = await ReceivedAsync(to.Officer, arrival);
        await TwoProvinces.DoAsync(commune, "acceptArrivals", TwoProvinces.Acceptance(arrival, to.Cell, Accepted), "arrivals { state }");
        await world.Host.DispatchEventsAsync();

        seen.HasData(
            """
            { "arrival": { "fromProvince": "Nam Định", "originName": "Chi bộ thôn 1", "introducedBy": "Đảng bộ tỉnh Nam Định",
              "destinationName": "Ninh Thuận", "receiver": { "name": "Đảng bộ xã Đông" }, "presentBy": "2026-09-16", "joinedOn": "2010-05-19" } }
            """);
        unseen.HasData("""{ "arrival": null }""");
        sealedYet.HasData("""{ "member": null }""");
        (await to.Officer.ExecuteAsync(Record, new { id = member })).HasData(
            """
            { "member": { "status": "OFFICIAL", "organization": { "name": "Chi bộ thôn 1" }, "memberships": [{ "ordinal": 1, "officialOn": "2011-05-19" }],
              "statuses": [{ "status": "OFFICIAL", "validFrom": "2011-05-19", "validTo": null }, { "status": "PROBATIONARY", "validFrom": "2010-05-19", "validTo": "2011-05-18" }],
              "assignments": [{ "validFrom": "2026-08-17", "validTo": null }],
              "disciplinaryMeasures": [{ "form": "REPRIMAND", "fault": "Bỏ sinh hoạt." }] } }
            """);
        (await from.Officer.ExecuteAsync(Record, new { id = member })).HasData(
            """
            { "member": { "status": "TRANSFERRED_OUT", "organization": { "name": "Chi bộ thôn 1" }, "memberships": [{ "ordinal": 1, "officialOn": "2011-05-19" }],
              "statuses": [{ "status": "TRANSFERRED_OUT", "validFrom": "2026-08-17", "validTo": null }, { "status": "OFFICIAL", "validFrom": "2011-05-19", "validTo": "2026-08-16" },
                { "status": "PROBATIONARY", "validFrom": "2010-05-19", "validTo": "2011-05-18" }],
              "assignments": [{ "validFrom": "2016-01-05", "validTo": "2026-08-16" }],
              "disciplinaryMeasures": [{ "form": "REPRIMAND", "fault": "Bỏ sinh hoạt." }] } }
            """);
        var sent = await SentAsync(from, member);
        Assert.Equal("ACCEPTED 2026-08-17 Chi bộ thôn 1 true", $"{sent["state"]} {sent["acceptedOn"]} {sent["acceptedBy"]} {sent["goesToAnotherProvince"]!.ToJsonString()}");
        Assert.Equal(0, await world.Host.Database.ScalarAsync<long>(to.Province, "select count(*) from kernel.letters where content is not null and state <> 'OPEN'"));
    }

    [Fact]
    public async Task Sheet_papers_and_slips_travel_in_the_sealed_file_and_come_back_as_they_became_elsewhere()
    {
        var (from, to) = (world.NinhThuan, world.NamDinh);
        var member = await TwoProvinces.NewMemberAsync(from);
        await TwoProvinces.DoAsync(from.Officer, "updateMemberRecord", Sheet(member, await TwoProvinces.VersionAsync(from, member)), "__typename");
        await TwoProvinces.DoAsync(from.Officer, "recordMemberDocument", Document(member, await TwoProvinces.VersionAsync(from, member)), "__typename");
        await SlipAsync(from, member, 2024, isAccepted: true);
        await SlipAsync(from, member, 2025, isAccepted: false);

        await MoveAsync(from, to, member, Introduced, Accepted);
        var there = await to.Officer.ExecuteAsync(SheetOf, new { id = member });
        var record = there.Data["member"]!["record"]!;
        await TwoProvinces.DoAsync(
            to.Officer,
            "updateMemberRecord",
            new
            {
                memberId = member,
                expectedVersion = await TwoProvinces.VersionAsync(to, member),
                changes = new
                {
                    particulars = new { health = "Yếu" },
                    career = new { put = new[] { new { id = (string?)record["career"]![0]!["id"], beganOn = "2005-09-01", endedOn = "2026-08-16", work = "Giáo viên" }, new { id = (string?)null, beganOn = "2026-08-17", endedOn = (string)null!, work = "Nghỉ hưu" } } },
                    family = new { remove = new[] { (string)record["family"]![0]!["id"]! } },
                },
            },
            "__typename");
        await SlipAsync(to, member, 2025, isAccepted: true);
        await MoveAsync(to, from, member, new DateOnly(2026, 9, 7), new DateOnly(2026, 9, 21));
        var back = await from.Officer.ExecuteAsync(SheetOf, new { id = member });

        Assert.Equal(
            "Tốt | 2005-09-01 - Giáo viên | SPOUSE Lê Văn Bạn | Nguyễn Thị Giới Thiệu | 45-QĐ/HU Tủ 3, hộp 12 | 2024 ACCEPTED",
            Told(there));
        Assert.Equal(
            "Yếu | 2005-09-01 2026-08-16 Giáo viên, 2026-08-17 - Nghỉ hưu |  | Nguyễn Thị Giới Thiệu | 45-QĐ/HU Tủ 3, hộp 12 | 2024 ACCEPTED, 2025 ACCEPTED, 2025 WITHDRAWN",
            Told(back));
    }

    [Fact]
    public async Task A_dossier_of_the_portal_goes_with_the_paper_and_leads_to_one_transfer()
    {
        var (from, to) = (world.NamDinh, world.NinhThuan);
        var (first, second) = (await TwoProvinces.NewMemberAsync(from), await TwoProvinces.NewMemberAsync(from));
        await TwoProvinces.SendAsync(from, to, first, Introduced, portal: "G09.99.08-260803-0001");
        var arrival = await world.ArrivedAsync(to, first);

        var again = await TwoProvinces.TryAsync(
            from.Officer, "requestTransfers", await TwoProvinces.RequestAsync(from, to, [second], Introduced, portal: "G09.99.08-260803-0001"), "transfers { id }");
        var ofTwo = await TwoProvinces.TryAsync(
            from.Officer, "requestTransfers", await TwoProvinces.RequestAsync(from, to, [first, second], Introduced, portal: "G09.99.08-260803-0002"), "transfers { id }");
        var found = await to.Officer.ExecuteAsync(
            "{ arrivals(where: {portalReference: {eq: \"G09.99.08-260803-0001\"}}, first: 5) { nodes { id portalReference } } }");
        await TwoProvinces.DoAsync(to.Officer, "returnArrival", new { id = arrival.Id, expectedVersion = arrival.Version, on = Accepted, reason = "Thiếu tự kiểm điểm." }, "arrival { id }");
        await world.Host.DispatchEventsAsync();
        await TwoProvinces.DoAsync(
            from.Officer, "requestTransfers", await TwoProvinces.RequestAsync(from, to, [first], Accepted, portal: "G09.99.08-260803-0001"), "transfers { portalReference }");

        Assert.Equal("""[{"code":"PORTAL_DOSSIER_IS_TAKEN_ALREADY","field":"input.portalReference"}]""", again["errors"]!.ToJsonString());
        Assert.Equal("PORTAL_DOSSIER_IS_OF_ONE_MEMBER input.portalReference", $"{ofTwo["errors"]![0]!["code"]} {ofTwo["errors"]![0]!["field"]}");
        Assert.Equal($$"""[{"id":"{{arrival.Id}}","portalReference":"G09.99.08-260803-0001"}]""", found.Data["arrivals"]!["nodes"]!.ToJsonString());
    }

    [Fact]
    public async Task A_paper_that_is_sent_back_leaves_the_member_at_home_with_the_reason_and_another_one_may_follow()
    {
        var (from, to) = (world.NamDinh, world.NinhThuan);
        var member = await TwoProvinces.NewMemberAsync(from);
        await TwoProvinces.SendAsync(from, to, member, Introduced);
        var (id, version) = await world.ArrivedAsync(to, member);

        var toBoard = await to.Officer.ExecuteAsync("query ($id: ID!) { arrival(id: $id) { receiver { name } } }", new { id });
        await TwoProvinces.DoAsync(to.Officer, "returnArrival", new { id, expectedVersion = version, on = Accepted, reason = "Sai nơi đến." }, "arrival { state }");
        await world.Host.DispatchEventsAsync();
        var sent = await SentAsync(from, member);
        await TwoProvinces.SendAsync(from, to, member, Accepted);

        toBoard.HasData("""{ "arrival": { "receiver": { "name": "Đảng bộ tỉnh Ninh Thuận" } } }""");
        Assert.Equal("RETURNED Sai nơi đến.", $"{sent["state"]} {sent["closingReason"]}");
        Assert.Equal("INTRODUCED", (string)(await SentAsync(from, member))["state"]!);
    }

    [Fact]
    public async Task Whoever_settles_a_paper_first_has_it_before_anybody_is_told()
    {
        var (from, to) = (world.NamDinh, world.NinhThuan);
        var (recalled, taken) = (await TwoProvinces.NewMemberAsync(from), await TwoProvinces.NewMemberAsync(from));
        var sentFirst = await TwoProvinces.SendAsync(from, to, recalled, Introduced);
        var sentSecond = await TwoProvinces.SendAsync(from, to, taken, Introduced);
        var (first, second) = (await world.ArrivedAsync(to, recalled), await world.ArrivedAsync(to, taken));

        var recognized = await TwoProvinces.TryAsync(from.Officer, "acceptTransfers", new { transfers = new[] { TwoProvinces.Changing(sentFirst) }, on = Accepted }, "transfers { id }");
        // Nobody is told of anything while an older transaction runs.
        await using var holding = await world.Host.Database.OpenAsOwnerAsync();
        await using var older = await holding.BeginTransactionAsync();
        await using (var begin = new NpgsqlCommand("select pg_current_xact_id()", holding, older))
            await begin.ExecuteScalarAsync();
        await TwoProvinces.DoAsync(from.Officer, "withdrawTransfer", Closing(sentFirst), "transfer { state }");
        var tooLate = await TwoProvinces.TryAsync(to.Officer, "acceptArrivals", TwoProvinces.Acceptance(first, to.Cell, Accepted), "arrivals { id }");
        await TwoProvinces.DoAsync(to.Officer, "acceptArrivals", TwoProvinces.Acceptance(second, to.Cell, Accepted), "arrivals { id }");
        var withdrawn = await TwoProvinces.TryAsync(from.Officer, "withdrawTransfer", Closing(sentSecond), "transfer { state }");
        var died = await TwoProvinces.TryAsync(from.Officer, "recordDeath", await DeathAsync(from, taken), "departureSlip { id }");
        await older.RollbackAsync();
        await world.Host.DispatchEventsAsync();

        Assert.Equal(
            "RECEIVING_PROVINCE_ANSWERS input.transfers.0, ARRIVAL_IS_SETTLED input.arrivals.0.id, MEMBER_IS_TAKEN_IN_ELSEWHERE input.id, MEMBER_IS_TAKEN_IN_ELSEWHERE input.memberId",
            string.Join(", ", new[] { recognized, tooLate, withdrawn, died }.Select(payload => $"{payload["errors"]![0]!["code"]} {payload["errors"]![0]!["field"]}")));
        Assert.Equal("WITHDRAWN ACCEPTED", $"{(await SentAsync(from, recalled))["state"]} {(await SentAsync(from, taken))["state"]}");
    }

    [Fact]
    public async Task Over_both_provinces_everybody_is_counted_once_on_every_day_and_what_went_out_came_in()
    {
        var sides = new[] { world.NamDinh, world.NinhThuan };
        var random = new Random(20260817);
        var first = new DateOnly(2026, 1, 12);
        var members = new List<(string Id, int At)>();
        for (var index = 0; index < 4; index++)
            members.Add((await TwoProvinces.NewMemberAsync(sides[index % 2]), index % 2));
        foreach (var trip in Enumerable.Range(0, 3))
        {
            for (var index = 0; index < members.Count; index++)
            {
                var (id, at) = members[index];
                var on = first.AddDays((trip * 40) + random.Next(15));
                await TwoProvinces.SendAsync(sides[at], sides[1 - at], id, on);
                var arrival = await world.ArrivedAsync(sides[1 - at], id);
                if (random.Next(4) == 0)
                {
                    await TwoProvinces.DoAsync(
                        sides[1 - at].Officer, "returnArrival", new { id = arrival.Id, expectedVersion = arrival.Version, on, reason = "Chưa đủ." }, "arrival { state }");
                    continue;
                }

                await TwoProvinces.DoAsync(
                    sides[1 - at].Officer, "acceptArrivals", TwoProvinces.Acceptance(arrival, sides[1 - at].Cell, on.AddDays(1 + random.Next(20))), "arrivals { id }");
                members[index] = (id, 1 - at);
            }

            await world.Host.DispatchEventsAsync();
        }

        var keys = members.Select(member => GlobalIds.KeyOf(member.Id)).ToArray();
        var days = new Dictionary<DateOnly, long>();
        var (gone, come) = (0L, 0L);
        foreach (var side in sides)
        {
            foreach (var line in await CountedAsync(side.Province, keys))
                days[line.Day] = days.GetValueOrDefault(line.Day) + line.Count;
            gone += await world.Host.Database.ScalarAsync<long>(side.Province, "select count(*) from members.membership_status where status = 'TRANSFERRED_OUT' and member_id = any($1)", keys);
            come += await world.Host.Database.ScalarAsync<long>(side.Province, "select count(*) from members.arrival where state = 'ACCEPTED' and member_id = any($1)", keys);
        }

        Assert.Equal([4L], days.Values.Distinct());
        Assert.Equal(come, gone);
        Assert.NotEqual(0, come);
        await MovementTiesAsync(first, first.AddDays(120));
        foreach (var (id, at) in members)
            Assert.Equal("OFFICIAL", (string)(await sides[at].Officer.ExecuteAsync("query ($id: ID!) { member(id: $id) { status } }", new { id })).Data["member"]!["status"]!);
    }

    private async Task<IEnumerable<(DateOnly Day, long Count)>> CountedAsync(Province province, Guid[] members)
    {
        var lines = await world.Host.Database.ScalarAsync<string[]>(
            province,
            """
            select array_agg(format('%s %s', day::date, (
                select count(*) from members.cell_assignment as cell
                join members.membership_status as status on status.member_id = cell.member_id and status.valid @> day::date and status.status in ('OFFICIAL', 'PROBATIONARY')
                where cell.kind = 'OFFICIAL' and cell.valid @> day::date and cell.member_id = any($1))))
            from generate_series(date '2026-01-01', date '2026-11-20', interval '1 day') as day
            """,
            members);
        return lines.Select(line => line.Split(' ')).Select(parts => (
            DateOnly.ParseExact(parts[0], "yyyy-MM-dd", CultureInfo.InvariantCulture), long.Parse(parts[1], CultureInfo.InvariantCulture)));
    }

    // Form 1-TCTW of the whole of both provinces: what left the one on a day came to the other on that day, and nothing is without a line.
    private async Task MovementTiesAsync(DateOnly from, DateOnly to)
    {
        var days = Enumerable.Range(0, to.DayNumber - from.DayNumber + 1).Select(from.AddDays).ToList();
        var lines = string.Join(' ', days.Select((day, index) =>
            $"d{index}: membershipMovement(from: \"{day:yyyy-MM-dd}\", to: \"{day:yyyy-MM-dd}\") {{ opening increase movedInFromOutside decrease movedOutOfTheProvince closing }}"));
        var reports = new List<JsonNode>();
        foreach (var side in new[] { world.NamDinh, world.NinhThuan })
            reports.Add((await side.Officer.ExecuteAsync($"query ($id: ID!) {{ organization(id: $id) {{ {lines} }} }}", new { id = side.Root })).Data["organization"]!);

        var moved = 0;
        for (var index = 0; index < days.Count; index++)
        {
            var (here, there) = (reports[0][$"d{index}"]!, reports[1][$"d{index}"]!);
            Assert.Equal((Of(here, "movedOutOfTheProvince"), Of(here, "movedInFromOutside")), (Of(there, "movedInFromOutside"), Of(there, "movedOutOfTheProvince")));
            foreach (var report in new[] { here, there })
                Assert.Equal(Of(report, "closing"), Of(report, "opening") + Of(report, "movedInFromOutside") - Of(report, "movedOutOfTheProvince"));
            moved += Of(here, "movedOutOfTheProvince") + Of(here, "movedInFromOutside");
        }

        Assert.NotEqual(0, moved);
    }

    private static int Of(JsonNode report, string line) => (int)report[line]!;

    private async Task MoveAsync(TwoProvinces.Side from, TwoProvinces.Side to, string member, DateOnly sent, DateOnly accepted)
    {
        await TwoProvinces.SendAsync(from, to, member, sent);
        await TwoProvinces.DoAsync(
            to.Officer, "acceptArrivals", TwoProvinces.Acceptance(await world.ArrivedAsync(to, member), to.Cell, accepted), "arrivals { id }");
        await world.Host.DispatchEventsAsync();
    }

    private static async Task SlipAsync(TwoProvinces.Side side, string member, int year, bool isAccepted)
    {
        var submitted = await TwoProvinces.DoAsync(
            side.Officer,
            "submitSupplementSlip",
            new { memberId = member, expectedVersion = await TwoProvinces.VersionAsync(side, member), year },
            "supplementSlip { id version }");
        if (isAccepted)
            await TwoProvinces.DoAsync(side.Officer, "acceptSupplementSlips", new { slips = new[] { TwoProvinces.Changing(TwoProvinces.Versioned(submitted["supplementSlip"]!)) } }, "__typename");
    }

    private static string Told(GraphQLAnswer answer)
    {
        var member = answer.Data["member"]!;
        var record = member["record"]!;
        return string.Join(
            " | ",
            record["health"],
            Lines(record["career"]!, line => $"{line["beganOn"]} {line["endedOn"]?.ToString() ?? "-"} {line["work"]}"),
            Lines(record["family"]!, line => $"{line["relation"]} {line["fullName"]}"),
            Lines(record["admissions"]!, line => $"{line["firstSponsor"]}"),
            Lines(member["documents"]!["nodes"]!, line => $"{line["number"]} {line["keptAt"]}"),
            Lines(member["supplementSlips"]!, line => $"{line["year"]} {line["state"]}"));
    }

    private static string Lines(JsonNode lines, Func<JsonNode, string> line) => string.Join(", ", lines.AsArray().Select(one => line(one!)).Order(StringComparer.Ordinal));

    private static object Sheet(string member, int version) => new
    {
        memberId = member,
        expectedVersion = version,
        changes = new
        {
            particulars = new { health = "Tốt" },
            admissions = new[] { new { ordinal = 1, firstSponsor = "Nguyễn Thị Giới Thiệu" } },
            career = new { put = new[] { new { beganOn = "2005-09-01", work = "Giáo viên" } } },
            family = new { put = new[] { new { relation = "SPOUSE", fullName = "Lê Văn Bạn", birthYear = 1980 } } },
        },
    };

    private static object Document(string member, int version) => new
    {
        memberId = member,
        expectedVersion = version,
        paper = new { kind = "ADMISSION_DECISION", number = "45-QĐ/HU", issuedOn = "2010-04-20", keptAt = "Tủ 3, hộp 12" },
    };

    private static async Task<JsonNode> SentAsync(TwoProvinces.Side side, string member) =>
        (await side.Officer.ExecuteAsync(Sent, new { id = member })).Data["member"]!["transfers"]![0]!;

    private static async Task<object> DeathAsync(TwoProvinces.Side side, string member)
    {
        var version = await TwoProvinces.VersionAsync(side, member);
        return new { memberId = member, expectedVersion = version, diedOn = "2026-09-01" };
    }

    private static object Closing((string Id, int Version) transfer) => new { id = transfer.Id, expectedVersion = transfer.Version, on = Accepted, reason = "Thay đổi quyết định." };

    private static object Reprimand(TwoProvinces.Side side, string member) => new
    {
        memberId = member,
        expectedVersion = 1,
        form = "REPRIMAND",
        ground = "ACTIVITY",
        fault = "Bỏ sinh hoạt.",
        faultEndedOn = "2026-06-01",
        decidedByOrganizationId = side.Commune,
        vote = new { @base = 9, inFavour = 7 },
        hearing = "HEARD",
        heardOn = "2026-07-01",
        announcedOn = "2026-07-01",
        decision = new { number = "12-QĐ/CB", decidedOn = "2026-07-02" },
    };
}
