using System.Text.Json.Nodes;
using Modular.Members.Contracts;
using Modular.TestKit.Databases;
using Modular.TestKit.Hosts;
using Npgsql;
using Xunit;

namespace Modular.Members.Tests.Merging;

/// <summary>Two records of one person become one, and two again, over HTTP.</summary>
public sealed class MemberMergeTests(Register register) : IClassFixture<Register>
{
    private const string Errors = "errors { __typename ... on Problem { field } }";

    [Fact]
    public async Task Two_records_become_one_counted_once_and_are_put_back_exactly()
    {
        var (kept, dropped) = await TwoRecordsAsync(401);
        using var second = await SecondAsync("merge.second");
        var preview = await register.Officer.ExecuteAsync(
            "query Preview($kept: ID!, $dropped: ID!) { mergePreview(keptId: $kept, droppedId: $dropped) { conflicts problems facts { module fact moved ended leftOut } } }",
            new { kept, dropped });
        preview.HasData(
            """
            { "mergePreview": { "conflicts": ["BIRTH_DATE"], "problems": [], "facts": [
              { "module": "members", "fact": "CellAssignment", "moved": 0, "ended": 0, "leftOut": 1 },
              { "module": "members", "fact": "CvNumberPeriod", "moved": 0, "ended": 1, "leftOut": 0 },
              { "module": "members", "fact": "DuesMonth", "moved": 1, "ended": 0, "leftOut": 1 },
              { "module": "members", "fact": "FlagPeriod", "moved": 1, "ended": 0, "leftOut": 0 },
              { "module": "members", "fact": "Member", "moved": 0, "ended": 0, "leftOut": 1 },
              { "module": "members", "fact": "Membership", "moved": 0, "ended": 0, "leftOut": 1 },
              { "module": "members", "fact": "PartyCard", "moved": 0, "ended": 1, "leftOut": 0 },
              { "module": "members", "fact": "Residence", "moved": 1, "ended": 0, "leftOut": 0 },
              { "module": "members", "fact": "StatusPeriod", "moved": 0, "ended": 0, "leftOut": 2 }] } }
            """);
        var (before, counted) = (await RowsAsync(), await CountsAsync());

        var merge = await ProposeAsync(kept, dropped);
        var alone = await MergeAsync(register.Officer, merge, kept, dropped);
        var merged = await MergeAsync(second, merge, kept, dropped);
        Assert.Contains("MergeTakesASecondPerson", alone, StringComparison.Ordinal);
        Assert.Equal("""{"memberMerge":{"state":"MERGED","closedBy":"merge.second"},"errors":[]}""", merged);

        Assert.Equal((counted.East, counted.West - 1), await CountsAsync());
        var shown = await register.Officer.ExecuteAsync(
            """
            query After($kept: ID!, $dropped: ID!) {
              gone: member(id: $dropped) { id } found: memberOfFormerRecord(formerId: $dropped) { id }
              member(id: $kept) { birthDate phone card { number } cards { number validTo } flags { flag } residences { address } duesMonths { nodes { month state } }
                history(first: 40) { nodes { action objectType } } } }
            """,
            new { kept, dropped });
        var member = shown.Data["member"]!;
        Assert.Equal((null, kept), (shown.Data["gone"], (string?)shown.Data["found"]!["id"]));
        Assert.Equal(
            """1984-07-08 0912000402 36000401 [{"flag":"ABROAD"}] [{"address":"Thon 9"}] [{"month":"2026-05-01","state":"PAID"},{"month":"2026-04-01","state":"PAID"}]""",
            $"{member["birthDate"]} {member["phone"]} {member["card"]!["number"]} {member["flags"]!.ToJsonString()} {member["residences"]!.ToJsonString()} {member["duesMonths"]!["nodes"]!.ToJsonString()}");
        Assert.Equal(["36000401", "36000402"], member["cards"]!.AsArray().Select(card => (string)card!["number"]!).Order(StringComparer.Ordinal));
        Assert.Contains("""{"action":"DELETED","objectType":"Member"}""", member["history"]!["nodes"]!.ToJsonString(), StringComparison.Ordinal);

        var undone = await UndoAsync(second, merge, 2);
        Assert.Equal("""{"memberMerge":{"state":"UNDONE"},"errors":[]}""", undone);
        Assert.Equal(before, await RowsAsync());
        Assert.Equal(counted, await CountsAsync());
    }

    [Fact]
    public async Task The_file_that_stays_holds_the_papers_of_both_and_each_its_own_once_they_are_apart_again()
    {
        var (kept, dropped) = await TwoRecordsAsync(441);
        await DoAsync("recordMemberDocument", new { memberId = kept, expectedVersion = await VersionAsync(kept), paper = new { kind = "APPLICATION", keptAt = "Tủ 1" } });
        await DoAsync("recordMemberDocument", new { memberId = dropped, expectedVersion = await VersionAsync(dropped), paper = new { kind = "MEMBER_CV", keptAt = "Tủ 2" } });
        using var second = await SecondAsync("merge.papers");

        var merge = await ProposeAsync(kept, dropped);
        await MergeAsync(second, merge, kept, dropped);
        Assert.Equal(["APPLICATION, MEMBER_CV", "none"], await PapersAsync(kept, dropped));
        await UndoAsync(second, merge, 2);

        Assert.Equal(["APPLICATION", "MEMBER_CV"], await PapersAsync(kept, dropped));
    }

    [Fact]
    public async Task What_was_changed_since_stands_in_the_way_of_undoing()
    {
        var (kept, dropped) = await TwoRecordsAsync(411);
        using var second = await SecondAsync("merge.third");
        var merge = await ProposeAsync(kept, dropped);
        await MergeAsync(second, merge, kept, dropped);
        await DoAsync("recordDues", new { month = "2026-05-01", isCorrection = true, members = new[] { new { memberId = kept, state = "UNPAID_WITHOUT_REASON" } } });

        Assert.Equal("""{"memberMerge":null,"errors":[{"__typename":"MergedRecordsWereChanged","field":"input.key"}]}""", await UndoAsync(second, merge, 2));
    }

    [Fact]
    public async Task Two_numbers_of_identity_are_two_persons_and_so_are_those_who_were_told_apart()
    {
        var (one, other) = (await register.AddMemberAsync(register.FirstCell, "Hà Thị Nhất", 421), await register.AddMemberAsync(register.FirstCell, "Hà Thị Nhị", 488));
        var (kept, dropped) = await TwoRecordsAsync(431);
        await DoAsync("tellPersonsApart", new { pairs = new[] { new { firstId = kept, secondId = dropped } }, reason = "Hai người" });
        using var cellSecretary = await register.SignInAsync("merge.nobody", TestGrant.InProvince(MembersPermissions.Read));

        var numbers = await ProposeAsync(one, other, "__typename");
        var apart = await ProposeAsync(kept, dropped, "__typename");
        var forbidden = await cellSecretary.ExecuteAsync("query P($a: ID!, $b: ID!) { mergePreview(keptId: $a, droppedId: $b) { problems } }", new { a = kept, b = dropped });

        Assert.Equal(("RecordsBearDifferentNumbers", "PersonsWereToldApart"), (numbers, apart));
        Assert.Equal(["FORBIDDEN"], forbidden.ErrorCodes);
    }

    /// <summary>A record with the number of identity in the first cell, and one of the same person in the west, made when they moved.</summary>
    private async Task<(string Kept, string Dropped)> TwoRecordsAsync(int number)
    {
        var kept = await register.AddMemberAsync(register.FirstCell, $"Đoàn Thị Trùng {Letter(number)}", number);
        var input = new
        {
            organizationId = register.WestCell,
            since = "2018-03-01",
            status = "OFFICIAL",
            person = new { fullName = $"Đoàn Thị Trùng {Letter(number)}", sex = "FEMALE", birthDate = "1984-07-08", ethnicGroup = "KINH", phone = $"0912000{number + 1}" },
            membership = new { ceremonyOn = "2010-05-19", officialOn = "2011-05-19" },
            card = new { number = $"36{number + 1:000000}" },
            cvNumber = $"{number + 1:000000}ND",
        };
        var dropped = (string)(await DoAsync("registerMember", input, "member { id }"))["member"]!["id"]!;
        var version = 1;
        await DoAsync("setMemberFlag", new { memberId = dropped, expectedVersion = version++, flag = "ABROAD", from = "2026-02-01", decision = new { number = "7-QĐ", decidedOn = "2026-01-20" } });
        await DoAsync("recordAddress", new { memberId = dropped, expectedVersion = version, residence = new { kind = "PERMANENT", address = "Thon 9", from = "2019-01-01" } });
        await DoAsync("recordDues", new { month = "2026-04-01", members = new[] { new { memberId = kept, state = "PAID" }, new { memberId = dropped, state = "PAID" } } });
        await DoAsync("recordDues", new { month = "2026-05-01", members = new[] { new { memberId = dropped, state = "PAID" } } });
        return (kept, dropped);
    }

    /// <summary>Which papers the files hold.</summary>
    private Task<string[]> PapersAsync(params string[] members) => register.Database.ScalarAsync<string[]>(
        TestProvinces.NamDinh,
        """
        select array_agg(coalesce((
            select string_agg(kind, ', ' order by kind)
            from members.member_quality as quality
            cross join unnest(array['APPLICATION', 'MEMBER_CV', 'MEMBER_SHEET']) as kind
            where quality.id = member.id and quality.papers & members.paper_bit(kind) <> 0), 'none') order by member.place)
        from unnest($1) with ordinality as member (id, place)
        """,
        members.Select(GlobalIds.KeyOf).ToArray());

    private static char Letter(int number) => (char)('A' + (number / 10 % 10));

    private async Task<string> ProposeAsync(string kept, string dropped, string? asked = null)
    {
        var answer = await register.Officer.ExecuteAsync(
            $"mutation P($input: ProposeMemberMergeInput!) {{ proposeMemberMerge(input: $input) {{ memberMerge {{ key }} {Errors} }} }}",
            new
            {
                input = new
                {
                    keptId = kept,
                    keptVersion = await VersionAsync(kept),
                    droppedId = dropped,
                    droppedVersion = await VersionAsync(dropped),
                    takeFromDropped = new[] { "BIRTH_DATE" },
                    reason = "Hồ sơ lập hai lần",
                    document = new { number = "9-KL", decidedOn = "2026-06-01" },
                },
            });
        var payload = answer.Data["proposeMemberMerge"]!;
        return asked is null ? (string)payload["memberMerge"]!["key"]! : (string)payload["errors"]![0]![asked]!;
    }

    private async Task<string> MergeAsync(TestClient client, string merge, string kept, string dropped) => (await client.ExecuteAsync(
        $"mutation M($input: MergeMembersInput!) {{ mergeMembers(input: $input) {{ memberMerge {{ state closedBy }} {Errors} }} }}",
        new { input = new { key = merge, expectedVersion = 1, keptVersion = await VersionAsync(kept), droppedVersion = await VersionAsync(dropped) } })).Data["mergeMembers"]!.ToJsonString();

    private static async Task<string> UndoAsync(TestClient client, string merge, int version) => (await client.ExecuteAsync(
        $"mutation U($input: UndoMemberMergeInput!) {{ undoMemberMerge(input: $input) {{ memberMerge {{ state }} {Errors} }} }}",
        new { input = new { key = merge, expectedVersion = version, reason = "Nhầm" } })).Data["undoMemberMerge"]!.ToJsonString();

    private Task<TestClient> SecondAsync(string name) =>
        register.SignInAsync(name, TestGrant.InProvince(MembersPermissions.Read, MembersPermissions.ReadSensitive, MembersPermissions.Merge));

    private async Task<int> VersionAsync(string id) =>
        (int)(await register.Officer.ExecuteAsync("query V($id: ID!) { member(id: $id) { version } }", new { id })).Data["member"]!["version"]!;

    /// <summary>How many members the first and the west commune had on a day of long ago.</summary>
    private async Task<(int East, int West)> CountsAsync()
    {
        var answer = await register.Officer.ExecuteAsync(
            """
            query Counts($east: ID!, $west: ID!) {
              east: organization(id: $east) { memberCount(asOf: "2020-01-01", includeSubtree: true) }
              west: organization(id: $west) { memberCount(asOf: "2020-01-01", includeSubtree: true) } }
            """,
            new { east = register.EastCommune, west = register.WestCommune });
        return ((int)answer.Data["east"]!["memberCount"]!, (int)answer.Data["west"]!["memberCount"]!);
    }

    /// <summary>All rows of both modules as text, but for the merges themselves and the versions of records.</summary>
    private async Task<string> RowsAsync()
    {
        var tables = new List<string>();
        await using (var owner = await register.Database.OpenAsOwnerAsync())
        await using (var command = new NpgsqlCommand("select format('%I.%I', schemaname, tablename) from pg_tables where schemaname in ('members', 'organizations') and tablename not in ('member_merge', 'migrations') order by 1", owner))
        await using (var reader = await command.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
                tables.Add(reader.GetString(0));
        }

        var rows = new List<string>();
        foreach (var table in tables)
        {
            rows.Add($"{table} " + await register.Database.ScalarAsync<string>(
                TestProvinces.NamDinh, $"select coalesce(string_agg(content, '\n' order by content), '') from (select (to_jsonb(row) - 'version')::text as content from {table} as row) as rows"));
        }

        return string.Join('\n', rows);
    }

    private async Task<JsonNode> DoAsync(string mutation, object input, string selection = "")
    {
        var answer = await register.Officer.ExecuteAsync(
            $"mutation D($input: {char.ToUpperInvariant(mutation[0])}{mutation[1..]}Input!) {{ {mutation}(input: $input) {{ {selection} errors {{ __typename ... on Problem {{ message field }} }} }} }}", new { input });
        var payload = answer.Data[mutation]!;
        Assert.True(payload["errors"]!.AsArray().Count == 0, payload["errors"]!.ToJsonString());
        return payload;
    }
}
