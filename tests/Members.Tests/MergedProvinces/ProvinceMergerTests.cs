using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Modular.Kernel.Postgres.History;
using Modular.Kernel.Postgres.Provinces.Merging;
using Modular.Kernel.Provinces;
using Modular.Kernel.Time;
using Modular.Members.Contracts;
using Modular.Members.Tests.Transfers.BetweenProvinces;
using Modular.Organizations.Contracts;
using Modular.TestKit.Databases;
using Modular.TestKit.Hosts;
using Npgsql;
using Xunit;

namespace Modular.Members.Tests.MergedProvinces;

/// <summary>One province becomes part of another, over a database with users of both (ORG-23).</summary>
public sealed class ProvinceMergerTests(TwoProvinces world) : IClassFixture<TwoProvinces>
{
    private static readonly DateOnly Sent = new(2026, 8, 3);
    private static readonly DateOnly Today = TimeProvider.System.Today();

    [Fact]
    public async Task A_province_becomes_part_of_another_with_members_history_users_and_open_cases_and_yesterday_stays()
    {
        var (from, into) = (world.NinhThuan, world.NamDinh);
        var members = await PeopleAsync(from, into);
        var (transfer, cell) = await OpenTransferAsync(from);
        var onTheWay = await TwoProvinces.NewMemberAsync(from);
        var paper = await TwoProvinces.SendAsync(from, into, onTheWay, Sent);
        await world.Host.DispatchEventsAsync();
        await world.Host.AddUserAsync("board.of.58", from.Province, TestGrant.InProvince(OrganizationsPermissions.Read, MembersPermissions.Read, MembersPermissions.Count));
        string[] organizations = [from.Root, from.Commune, from.Cell, into.Root, into.Commune, into.Cell];

        var withPaper = await MergeAsync(from, into, isDryRun: true);
        await TwoProvinces.DoAsync(
            from.Officer, "withdrawTransfer", new { id = paper.Id, expectedVersion = paper.Version, on = Sent, reason = "Sáp nhập tỉnh." }, "transfer { state }");
        await world.Host.DispatchEventsAsync();
        var before = await FiguresAsync(organizations, from, into);
        var counts = await CountsAsync(from.Province, into.Province);
        var total = await TotalAsync(from) + await TotalAsync(into);
        var tried = await MergeAsync(from, into, isDryRun: true);
        var triedCounts = await CountsAsync(from.Province, into.Province);
        var guarded = await GuardsAsync();
        var merged = await MergeAsync(from, into, isDryRun: false);
        Assert.Equal(guarded, await GuardsAsync());
        var again = await MergeAsync(from, into, isDryRun: false);

        Assert.Equal(["1 papers are on their way between the two provinces; accept, return or withdraw them first."], withPaper.Obstacles);
        Assert.Equal([], tried.Obstacles);
        Assert.Equal(counts, triedCounts);
        Assert.Equal([], merged.Obstacles);
        Assert.Equal(tried.Moved, merged.Moved);
        Assert.Contains("One of the provinces has become part of another already.", again.Obstacles);
        Assert.Equal(counts, await CountsAsync(from.Province, into.Province));
        Assert.Equal(before, await FiguresAsync(organizations, into, into));
        foreach (var table in merged.Moved.Keys.Where(table => table != "identity.user_provinces"))
            Assert.Equal((table, 0L), (table, await world.Host.Database.ScalarAsync<long>(from.Province, $"select count(*) from {table} where province_id = {from.Province.Id.Value}")));
        await ChainsHoldAsync(from.Province, into.Province, merged);
        await PeopleStandAsync(into, members);
        Assert.Equal(0, await FilesToldWronglyAsync(into));
        await UsersReachWhatTheyReachedAsync(from, into);
        Assert.Equal(total, await TotalAsync(into));
        await CasesGoOnAsync(into, transfer, cell);
        await OrganizationsComeUnderTheReceivingOneAsync(from, into);
    }

    [Fact]
    public async Task Codes_that_both_provinces_gave_and_numbers_of_two_persons_stand_in_the_way_and_are_told_by_the_dry_run()
    {
        var (from, into) = (await world.FoundAsync(TestProvinces.TienGiang, "82"), world.NamDinh);
        await TwoProvinces.DoAsync(
            from.Officer,
            "assignOrganizationCode",
            new { id = from.Cell, expectedVersion = 1, scheme = "INTERNAL", code = into.CommuneCode, effectiveOn = "2026-02-02" },
            "__typename");
        var twin = Register.Input(from.Cell, "Đoàn Văn Trùng", 650);
        await TwoProvinces.DoAsync(from.Officer, "registerMember", twin, "member { id }");
        await TwoProvinces.DoAsync(into.Officer, "registerMember", Register.Input(into.Cell, "Đoàn Văn Trùng", 650), "member { id }");

        var tried = await MergeAsync(from, into, isDryRun: true);
        var refused = await MergeAsync(from, into, isDryRun: false);

        Assert.Equal(
            [
                "members.member: 1 rows of both provinces have the same key (members.card_number_is_unique).",
                "members.member: 1 rows of both provinces have the same key (members.citizen_id_is_unique).",
                "members.member: 1 rows of both provinces have the same key (members.cv_number_is_unique).",
                "organizations.organization_code: 1 rows of both provinces have the same key (organizations.code_is_never_given_again).",
            ],
            tried.Obstacles.Where(obstacle => !obstacle.StartsWith("members.party_card", StringComparison.Ordinal) && !obstacle.StartsWith("members.cv_number:", StringComparison.Ordinal)));
        Assert.Equal(tried.Obstacles, refused.Obstacles);
        Assert.Equal(1, await world.Host.Database.ScalarAsync<long>(from.Province, "select count(*) from members.member"));
    }

    // What guards the tables: row-level security, triggers, references that are checked at once.
    private async Task<string> GuardsAsync()
    {
        await using var owner = await world.Host.Database.OpenAsOwnerAsync();
        await using var command = new NpgsqlCommand(
            """
            select md5(string_agg(guard, ' ' order by guard)) from (
                select format('%s %s %s', oid::regclass, relrowsecurity, relforcerowsecurity) from pg_class where relkind = 'r'
                union all select format('%s %s %s', tgrelid::regclass, tgname, tgenabled) from pg_trigger where not tgisinternal
                union all select format('%s %s %s %s', conrelid::regclass, conname, condeferrable, condeferred) from pg_constraint) as guards (guard)
            """,
            owner);
        return (string)(await command.ExecuteScalarAsync())!;
    }

    // Four people: one who stayed, one who left, one who came, one who went and came back.
    private async Task<string[]> PeopleAsync(TwoProvinces.Side from, TwoProvinces.Side into)
    {
        var stayed = await TwoProvinces.NewMemberAsync(from);
        var left = await TwoProvinces.NewMemberAsync(from);
        var came = await TwoProvinces.NewMemberAsync(into);
        var wentAndCameBack = await TwoProvinces.NewMemberAsync(into);
        await RecordPaperAsync(from, left, "APPLICATION");
        await MoveAsync(from, into, left, Sent, Sent.AddDays(10));
        await RecordPaperAsync(into, left, "MEMBER_SHEET");
        await world.Host.Database.ExecuteAsync(
            from.Province,
            """
            insert into members.member_document (province_id, id, version, member_id, organization_id, kind, kept_at, is_state_secret)
            select member.province_id, gen_random_uuid(), 1, member.id, member.organization_id, 'MEMBER_CV', 'Tủ 4', false from members.member as member where member.id = $1
            """,
            GlobalIds.KeyOf(left));
        await MoveAsync(into, from, came, Sent, Sent.AddDays(12));
        await MoveAsync(into, from, wentAndCameBack, Sent, Sent.AddDays(14));
        await MoveAsync(from, into, wentAndCameBack, Sent.AddDays(30), Sent.AddDays(40));
        await from.Officer.ExecuteAsync("query ($id: ID!) { member(id: $id) { citizenId } }", new { id = stayed });
        return [stayed, left, came, wentAndCameBack, await TwoProvinces.NewMemberAsync(into)];
    }

    private async Task MoveAsync(TwoProvinces.Side from, TwoProvinces.Side to, string member, DateOnly sent, DateOnly accepted)
    {
        await TwoProvinces.SendAsync(from, to, member, sent);
        var arrival = await world.ArrivedAsync(to, member);
        await TwoProvinces.DoAsync(to.Officer, "acceptArrivals", TwoProvinces.Acceptance(arrival, to.Cell, accepted), "arrivals { id }");
        await world.Host.DispatchEventsAsync();
    }

    // A transfer to another commune of the same province, signed by the introducing side.
    private static async Task<((string Id, int Version) Transfer, string Cell)> OpenTransferAsync(TwoProvinces.Side side)
    {
        var cell = (string)(await TwoProvinces.DoAsync(
            side.Officer,
            "foundOrganization",
            new
            {
                parentId = side.OtherCommune,
                kind = "CELL",
                name = "Chi bộ thôn 9",
                code = "58.002.009",
                effectiveOn = Register.Founded,
                decision = new { number = "2-QĐ/TU", decidedOn = Register.Founded, authority = "Ban Thường vụ Tỉnh ủy" },
            },
            "organization { id }"))["organization"]!["id"]!;
        var member = await TwoProvinces.NewMemberAsync(side);
        var requested = await TwoProvinces.DoAsync(
            side.Officer,
            "requestTransfers",
            new
            {
                members = new[] { new { memberId = member, expectedVersion = await TwoProvinces.VersionAsync(side, member) } },
                kind = "OFFICIAL",
                cause = "NEW_UNIT",
                changedOn = Sent,
                on = Sent,
                destinationId = cell,
                decision = new { number = "31-QĐ/TU", decidedOn = Sent },
                selfReviewYear = Sent.Year - 1,
            },
            "transfers { id version }");
        var signed = await TwoProvinces.DoAsync(
            side.Officer,
            "signTransfers",
            new { transfers = new[] { TwoProvinces.Changing(TwoProvinces.Versioned(requested["transfers"]![0]!)) }, on = Sent, signedBy = "Nguyễn Văn Ký", duesPaidThrough = Sent, allInReach = true },
            "transfers { id version state }");
        return (TwoProvinces.Versioned(signed["transfers"]![0]!), cell);
    }

    private Task<ProvinceMergerReport> MergeAsync(TwoProvinces.Side from, TwoProvinces.Side into, bool isDryRun) => world.Host.Services.GetRequiredService<ProvinceMerger>().RunAsync(
        world.Host.Database.Connections.Owner,
        new ProvinceMergerOrder(from.Province, into.Province, Today, "60-NQ/TW", new DateOnly(2026, 4, 12), "Bộ Chính trị", "operator"),
        isDryRun,
        CancellationToken.None);

    // Figures of yesterday, as whoever sees the organization asks for them: the first three organizations are of the one province, the others of the other.
    private static async Task<string> FiguresAsync(string[] organizations, TwoProvinces.Side first, TwoProvinces.Side second)
    {
        var day = Today.AddDays(-1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var told = new List<string>();
        for (var index = 0; index < organizations.Length; index++)
        {
            var answer = await (index < 3 ? first : second).Officer.ExecuteAsync(
                """
                query ($id: ID!, $day: Date!) { organization(id: $id) {
                  name memberCount(asOf: $day, includeSubtree: true) membershipMovement(from: "2026-01-01", to: $day) { opening increase decrease closing } } }
                """,
                new { id = organizations[index], day });
            told.Add(answer.Data["organization"]!.ToJsonString());
        }

        return string.Join('\n', told);
    }

    // How many there are in both provinces together; a person who is in both is one.
    private async Task<string> CountsAsync(Province from, Province into)
    {
        var members = new HashSet<string>();
        var counts = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var province in new[] { from, into })
        {
            var ids = await world.Host.Database.ScalarAsync<string>(province, "select coalesce(string_agg(id::text, ','), '') from members.member");
            members.UnionWith(ids.Split(',', StringSplitOptions.RemoveEmptyEntries));
            foreach (var table in new[] { "members.cell_assignment", "organizations.organization", "members.transfer", "kernel.sensitive_reads" })
                counts[table] = counts.GetValueOrDefault(table) + await world.Host.Database.ScalarAsync<long>(province, $"select count(*) from {table}");
        }

        return string.Join(", ", counts.Select(count => $"{count.Key} {count.Value}").Prepend($"members {members.Count}"));
    }

    private async Task ChainsHoldAsync(Province from, Province into, ProvinceMergerReport merged)
    {
        var services = world.Host.Services;
        await services.GetRequiredService<HistorySealer>().SealAsync(into.Id, CancellationToken.None);
        await services.GetRequiredService<ReadSealer>().SealAsync(into.Id, CancellationToken.None);
        foreach (var province in new[] { from, into })
        {
            var history = await services.GetRequiredService<HistoryVerifier>().VerifyAsync(province.Id, null, CancellationToken.None);
            var reads = await services.GetRequiredService<ReadLogVerifier>().VerifyAsync(province.Id, null, DateTimeOffset.MinValue, CancellationToken.None);
            Assert.Equal((null, null), (history.Breach, reads.Breach));
            Assert.Equal(province == into, history.Verified + history.Unsealed > merged.Moved["kernel.edits"]);
            Assert.Equal(province == into, reads.Verified + reads.Unsealed >= merged.Moved["kernel.sensitive_reads"]);
        }

        Assert.Equal(
            merged.LastSeals["history"],
            await world.Host.Database.ScalarAsync<string>(
                into, "select changes -> 'lastSealOfHistory' ->> 'after' from kernel.edits where module = 'kernel' and entity = 'ProvinceMerger'"));
    }

    // Everybody is counted on each day where they were, under one identifier and with one history.
    private static async Task PeopleStandAsync(TwoProvinces.Side into, string[] members)
    {
        const string Query =
            """
            query ($id: ID!) { member(id: $id) { status statuses { status validFrom validTo } assignments { validFrom validTo } history(first: 100) { totalCount } } }
            """;
        var told = new List<string>();
        foreach (var member in members)
        {
            var one = (await into.Officer.ExecuteAsync(Query, new { id = member })).Data["member"]!;
            Assert.NotEqual(0, (int)one["history"]!["totalCount"]!);
            told.Add($"{one["status"]} {Periods(one["statuses"]!, "status")} / {Periods(one["assignments"]!, null)}");
        }

        const string Official = "OFFICIAL OFFICIAL 2011-05-19-, PROBATIONARY 2010-05-19-2011-05-18";
        Assert.Equal(
            [
                $"{Official} / 2016-01-05-",
                $"{Official} / 2026-08-13-, 2016-01-05-2026-08-12",
                $"{Official} / 2026-08-15-, 2016-01-05-2026-08-14",
                "OFFICIAL OFFICIAL 2026-09-12-, OFFICIAL 2026-08-17-2026-09-11, OFFICIAL 2011-05-19-2026-08-16, PROBATIONARY 2010-05-19-2011-05-18"
                + " / 2026-09-12-, 2026-08-17-2026-09-11, 2016-01-05-2026-08-16",
                $"{Official} / 2016-01-05-",
            ],
            told);
        var left = (await into.Officer.ExecuteAsync("query ($id: ID!) { member(id: $id) { documents(first: 20) { nodes { kind } } } }", new { id = members[1] })).Data["member"]!["documents"]!["nodes"]!;
        Assert.Equal(["APPLICATION", "MEMBER_CV", "MEMBER_SHEET"], left.AsArray().Select(paper => (string)paper!["kind"]!).Order(StringComparer.Ordinal));
    }

    private static async Task RecordPaperAsync(TwoProvinces.Side side, string member, string kind)
    {
        var version = (int)(await side.Officer.ExecuteAsync("query ($id: ID!) { member(id: $id) { version } }", new { id = member })).Data["member"]!["version"]!;
        await TwoProvinces.DoAsync(
            side.Officer, "recordMemberDocument", new { memberId = member, expectedVersion = version, paper = new { kind, keptAt = "Tủ 1" } }, "memberDocument { id }");
    }

    // What is kept of the papers of files is what is reckoned anew from the papers.
    private Task<long> FilesToldWronglyAsync(TwoProvinces.Side side) => world.Host.Database.ScalarAsync<long>(
        side.Province,
        """
        select count(*) from members.member_quality as quality
        where quality.papers <> coalesce((select bit_or(members.paper_bit(paper.kind)) from members.member_document as paper where paper.member_id = quality.id), 0)
        """);

    private static string Periods(JsonNode periods, string? name) => string.Join(
        ", ", periods.AsArray().Select(one => $"{(name is null ? "" : $"{one![name]} ")}{one!["validFrom"]}-{one["validTo"]}"));

    private async Task UsersReachWhatTheyReachedAsync(TwoProvinces.Side from, TwoProvinces.Side into)
    {
        const string Query = "query ($own: ID!, $other: ID!) { own: organization(id: $own) { memberCount } other: organization(id: $other) { memberCount } }";
        using var board = new TestClient(world.Host.Address, into.Province);
        await board.SignInAsync("board.of.58", TestHost.Password);
        var seen = await board.ExecuteAsync(Query, new { own = from.Cell, other = into.Cell });
        seen.HasData("""{ "own": { "memberCount": 4 }, "other": { "memberCount": null } }""");
        var all = await into.Officer.ExecuteAsync(
            "query ($id: ID!) { organization(id: $id) { children(first: 10) { nodes { name } } } }", new { id = into.Root });
        all.HasData(
            """
            { "organization": { "children": { "nodes": [{ "name": "Đảng bộ tỉnh Ninh Thuận" }, { "name": "Đảng bộ xã Đông" }, { "name": "Đảng bộ xã Tây" }] } } }
            """);
    }

    private static async Task<int> TotalAsync(TwoProvinces.Side side) => (int)(await side.Officer.ExecuteAsync(
        "query ($id: ID!) { organization(id: $id) { memberCount(includeSubtree: true) } }", new { id = side.Root })).Data["organization"]!["memberCount"]!;

    private static async Task CasesGoOnAsync(TwoProvinces.Side into, (string Id, int Version) transfer, string cell)
    {
        var due = await into.Officer.ExecuteAsync("""{ workItems(where: {kindId: {eq: "members.transfer-pending"}}, first: 5) { nodes { member { id } } } }""");
        Assert.Single(due.Data["workItems"]!["nodes"]!.AsArray());
        var received = await TwoProvinces.DoAsync(
            into.Officer, "signTransfers", new { transfers = new[] { TwoProvinces.Changing(transfer) }, on = Sent.AddDays(4), signedBy = "Trần Thị Ký", allInReach = true }, "transfers { id version }");
        var accepted = await TwoProvinces.DoAsync(
            into.Officer,
            "acceptTransfers",
            new { transfers = new[] { TwoProvinces.Changing(TwoProvinces.Versioned(received["transfers"]![0]!)) }, cellId = cell, on = Sent.AddDays(7), signedBy = "Lê Thị Nhận", lateReason = "Ốm." },
            "transfers { state }");
        Assert.Equal("ACCEPTED", (string)accepted["transfers"]![0]!["state"]!);
    }

    // The next day its organizations come under the receiving one, and it ends, by a decision like any other (ORG-22); names that both have are told apart first.
    private static async Task OrganizationsComeUnderTheReceivingOneAsync(TwoProvinces.Side from, TwoProvinces.Side into)
    {
        var effectiveOn = Today.AddDays(1);
        var drafted = await TwoProvinces.DoAsync(
            into.Officer,
            "draftReorganization",
            new
            {
                superiorId = into.Root,
                title = "Hợp nhất",
                effectiveOn,
                steps = new object[]
                {
                    new { kind = "RENAME", organizationId = from.Commune, name = "Đảng bộ xã Đông Ninh Thuận" },
                    new { kind = "RENAME", organizationId = from.OtherCommune, name = "Đảng bộ xã Tây Ninh Thuận" },
                    new { kind = "MERGE", organizationId = from.Root, targetId = into.Root },
                },
            },
            "reorganization { id }");
        var plan = await into.Officer.ExecuteAsync(
            "query ($id: ID!) { reorganizationPlan(id: $id) { isPossible organizationsMoved organizationsEnded objections { code message } } }",
            new { id = (string)drafted["reorganization"]!["id"]! });
        plan.HasData("""{ "reorganizationPlan": { "isPossible": true, "organizationsMoved": 2, "organizationsEnded": 1, "objections": [] } }""");
    }
}
