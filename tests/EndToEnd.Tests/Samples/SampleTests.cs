using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Modular.Kernel.Provinces;
using Modular.TestKit.Databases;
using Modular.TestKit.Hosts;
using Xunit;

namespace Modular.EndToEnd.Tests.Samples;

/// <summary>The sample provinces in real size, as the first start of the built host loads them, asked over HTTP by their documented accounts.</summary>
[Collection(nameof(SampleHost))]
public sealed class SampleTests(SampleHost sample)
{
    private const string Counts =
        """
        {
          superiors: organizations(where: {kind: {eq: "DIRECT_SUPERIOR"}}) { totalCount }
          committees: organizations(where: {kind: {eq: "GRASSROOTS_COMMITTEE"}}) { totalCount }
          grassrootsCells: organizations(where: {kind: {eq: "GRASSROOTS_CELL"}}) { totalCount }
          cells: organizations(where: {kind: {eq: "CELL"}}) { totalCount }
          members: members(where: {status: {in: [OFFICIAL, PROBATIONARY]}}) { totalCount }
          expelled: members(where: {status: {eq: EXPELLED}}) { totalCount }
          nameRemoved: members(where: {status: {eq: NAME_REMOVED}}) { totalCount }
          leftOnRequest: members(where: {status: {eq: LEFT_ON_REQUEST}}) { totalCount }
        }
        """;

    [Fact]
    public async Task Nam_Dinh_shows_the_figures_of_the_article()
    {
        var figures = sample.Figures.GetProperty("namDinh");
        var counted = await CountAsync(TestProvinces.NamDinh);

        Assert.Equal(
            (Number(figures, "superiorCommittees"), Number(figures, "grassrootsOrganizations"), Number(figures, "cellsUnderGrassrootsCommittees"), 110_312,
                Number(figures.GetProperty("nameRemovalsAfterListMatching"), "removed")),
            (counted["superiors"], counted["committees"] + counted["grassrootsCells"], counted["cells"], counted["members"], counted["nameRemoved"]));
    }

    [Fact]
    public async Task Ninh_Thuan_shows_the_figures_of_the_article()
    {
        var figures = sample.Figures.GetProperty("ninhThuan");
        var removals = figures.GetProperty("removals");
        var counted = await CountAsync(TestProvinces.NinhThuan);

        Assert.Equal(
            (Number(figures, "grassrootsCommittees"), Number(figures, "grassrootsCells"), Number(removals, "expelled"), Number(removals, "nameRemoved"),
                Number(removals, "leftOnRequest")),
            (counted["committees"], counted["grassrootsCells"], counted["expelled"], counted["nameRemoved"], counted["leftOnRequest"]));
    }

    [Fact]
    public async Task The_statistics_tell_the_figures_of_the_articles()
    {
        const string Movement = "opening increase admitted decrease expelled nameRemoved leftOnRequest closing";
        using var ninhThuan = await sample.SignInAsync("ninh-thuan.board", TestProvinces.NinhThuan);
        using var namDinh = await sample.SignInAsync("nam-dinh.board", TestProvinces.NamDinh);
        var article = sample.Figures.GetProperty("ninhThuan");

        var organizations = (await ninhThuan.ExecuteAsync(
            """{ organizationMovement(since: "2020-10-14", until: "2024-03-13") { kind opening closing } }""")).Data["organizationMovement"]!.AsArray()
            .Where(row => (string)row!["kind"]! is "GRASSROOTS_COMMITTEE" or "GRASSROOTS_CELL").ToList();
        var moved = Root(await ninhThuan.ExecuteAsync(
            $$$"""
            { organizations(where: {kind: {eq: "PROVINCIAL"}}) { nodes {
              in2021: membershipMovement(from: "2021-01-01", to: "2021-12-31") { {{{Movement}}} }
              in2022: membershipMovement(from: "2022-01-01", to: "2022-12-31") { {{{Movement}}} }
              in2023: membershipMovement(from: "2023-01-01", to: "2023-12-31") { {{{Movement}}} }
              since2021: membershipMovement(from: "2021-01-01", to: "2024-03-13") { {{{Movement}}} }
              form: statisticsForm(form: NEW_MEMBERS, from: "2023-01-01", to: "2023-12-31") { lines { code value } } } } }
            """));
        var members = Root(await namDinh.ExecuteAsync(
            """
            { organizations(where: {kind: {eq: "PROVINCIAL"}}) { nodes {
              statisticsForm(form: ALL_MEMBERS, from: "2024-01-01", to: "2024-03-13") { lines { code value } checks { holds } }
              statisticsFormChecks(from: "2024-01-01", to: "2024-03-13") { holds } } } }
            """));
        var city = (await namDinh.ExecuteAsync(
            """
            { organizations(search: "thành phố Nam Định", where: {kind: {eq: "DIRECT_SUPERIOR"}}) { nodes {
              membershipMovement(from: "2022-01-01", to: "2023-12-31") { nameRemoved } } } }
            """)).Data["organizations"]!["nodes"]!.AsArray();

        Assert.Equal(
            (Number(article, "grassrootsOrganizations"), Number(article, "changeSinceStartOfTerm")),
            (organizations.Sum(row => (int)row!["closing"]!), organizations.Sum(row => (int)row!["closing"]! - (int)row["opening"]!)));
        Assert.Equal(
            article.GetProperty("admissions").GetProperty("years").EnumerateArray().Select(year => Number(year, "admitted")),
            new[] { "in2021", "in2022", "in2023" }.Select(year => (int)moved[year]!["admitted"]!));
        Assert.Equal("811", (string)moved["form"]!["lines"]![0]!["value"]!);
        var removals = article.GetProperty("removals");
        Assert.Equal(
            (Number(removals, "expelled"), Number(removals, "nameRemoved"), Number(removals, "leftOnRequest"), true),
            ((int)moved["since2021"]!["expelled"]!, (int)moved["since2021"]!["nameRemoved"]!, (int)moved["since2021"]!["leftOnRequest"]!,
                (int)moved["since2021"]!["opening"]! + (int)moved["since2021"]!["increase"]! - (int)moved["since2021"]!["decrease"]! == (int)moved["since2021"]!["closing"]!));
        Assert.Equal("110312", (string)members["statisticsForm"]!["lines"]![0]!["value"]!);
        Assert.All(
            members["statisticsForm"]!["checks"]!.AsArray().Concat(members["statisticsFormChecks"]!.AsArray()), check => Assert.True((bool?)check!["holds"], check!.ToJsonString()));
        Assert.Equal(
            Number(sample.Figures.GetProperty("namDinh").GetProperty("nameRemovalsAfterListMatching"), "removed"),
            Assert.Single(city)!["membershipMovement"]!["nameRemoved"]!.GetValue<int>());

        static JsonNode Root(GraphQLAnswer answer) => answer.Data["organizations"]!["nodes"]![0]!;
    }

    [Fact]
    public async Task The_statistics_tell_the_figures_of_the_bloc()
    {
        using var board = await sample.SignInAsync("tien-giang.board", TestProvinces.TienGiang);
        var figures = sample.Figures.GetProperty("bloc");

        var bloc = Assert.Single((await board.ExecuteAsync(
            """{ organizations(search: "Khối", where: {kind: {eq: "DIRECT_SUPERIOR"}}) { nodes { id memberCount(includeSubtree: true, asOf: "2025-12-31") } } }""")).Data["organizations"]!["nodes"]!.AsArray())!;
        var kinds = (await board.ExecuteAsync(
            "query ($id: ID!) { organizationStatistics(organization: $id, groupBy: KIND) { key count } }", new { id = (string)bloc["id"]! })).Data["organizationStatistics"]!.AsArray()
            .ToDictionary(row => (string)row!["key"]!, row => (int)row!["count"]!);

        Assert.Equal(
            (Number(figures, "members"), Number(figures, "grassrootsCommittees"), Number(figures, "grassrootsCells")),
            ((int)bloc["memberCount"]!, kinds["GRASSROOTS_COMMITTEE"], kinds["GRASSROOTS_CELL"]));
    }

    [Fact]
    public async Task Every_probation_and_every_term_of_the_article_is_long_due_and_each_officer_sees_their_own_part()
    {
        const string Due =
            """
            { probations: workItems(where: {kindId: {eq: "members.probation-ends"}, overdue: true}) { totalCount }
              terms: workItems(where: {kindId: {eq: "organizations.committee-term-ends"}, overdue: true}) { totalCount }
              probationary: members(where: {status: {eq: PROBATIONARY}}) { totalCount } }
            """;
        using var board = await sample.SignInAsync("nam-dinh.board", TestProvinces.NamDinh);
        using var secretary = await sample.SignInAsync("nam-dinh.cell", TestProvinces.NamDinh);

        var ofBoard = (await board.ExecuteAsync(Due)).Data;
        var ofCell = (await secretary.ExecuteAsync(Due)).Data;

        // 15 superior committees, 921 grassroots organizations and 4,293 cells elected in 2020 and 2022, and nothing was recorded since.
        Assert.Equal((Total(ofBoard, "probationary"), 5229), (Total(ofBoard, "probations"), Total(ofBoard, "terms")));
        Assert.Equal((Total(ofCell, "probationary"), 1), (Total(ofCell, "probations"), Total(ofCell, "terms")));

        static int Total(JsonObject data, string list) => (int)data[list]!["totalCount"]!;
    }

    [Theory]
    [InlineData("nam-dinh.cell")]
    [InlineData("nam-dinh.residence")]
    public async Task The_secretary_of_a_cell_sees_its_members_alone(string userName)
    {
        using var client = await sample.SignInAsync(userName, TestProvinces.NamDinh);

        var members = (await client.ExecuteAsync("{ members(first: 1) { totalCount } }")).Data["members"]!["totalCount"]!.GetValue<int>();

        Assert.InRange(members, 3, 80);
    }

    [Fact]
    public async Task A_member_sees_their_own_record_and_the_operator_of_the_system_none()
    {
        using var member = await sample.SignInAsync("nam-dinh.member", TestProvinces.NamDinh);
        using var system = await sample.SignInAsync("admin", TestProvinces.NamDinh);

        (await member.ExecuteAsync("{ members { totalCount } }")).HasData("""{"members": {"totalCount": 1}}""");
        var refused = await system.ExecuteAsync("{ members { totalCount } }");
        Assert.Equal((HttpStatusCode.OK, "FORBIDDEN"), (refused.Status, Assert.Single(refused.ErrorCodes)));
    }

    [Fact]
    public async Task The_secretary_of_a_cell_reads_it_page_by_page_searches_opens_registers_and_sees_the_count_change()
    {
        using var secretary = await sample.SignInAsync("tien-giang.cell", TestProvinces.TienGiang);
        var cell = (await secretary.ExecuteAsync("{ myMember { organization { id memberCount secretary { member { fullName } } } fullName } }")).Data["myMember"]!;
        var all = (await secretary.ExecuteAsync("{ members(first: 100) { nodes { id fullName } } }")).Data["members"]!["nodes"]!.AsArray();

        var paged = new List<JsonNode?>();
        for (string? after = null; ;)
        {
            var page = (await secretary.ExecuteAsync(
                "query($after: String) { members(first: 4, after: $after) { nodes { id fullName } pageInfo { hasNextPage endCursor } } }", new { after })).Data["members"]!;
            paged.AddRange(page["nodes"]!.AsArray());
            after = (string?)page["pageInfo"]!["endCursor"];
            if (!(bool)page["pageInfo"]!["hasNextPage"]!)
                break;
        }

        var found = (await secretary.ExecuteAsync(
            "query($id: ID!) { plain: members(search: \"nguyen\") { nodes { id } } marked: members(search: \"Nguyễn\") { nodes { id } } member(id: $id) { id fullName } }",
            new { id = (string)all[0]!["id"]! })).Data;
        var registered = await secretary.ExecuteAsync(
            """
            mutation($input: RegisterMemberInput!) {
              registerMember(input: $input) { member { fullName organization { memberCount } } errors { ... on Problem { code field } } }
            }
            """,
            new { input = Newcomer((string)cell["organization"]!["id"]!) });

        Assert.Equal((string)cell["fullName"]!, (string)cell["organization"]!["secretary"]!["member"]!["fullName"]!);
        Assert.Equal(all.Select(node => node!.ToJsonString()), paged.Select(node => node!.ToJsonString()));
        Assert.NotEmpty(found["plain"]!["nodes"]!.AsArray());
        Assert.Equal(found["plain"]!.ToJsonString(), found["marked"]!.ToJsonString());
        Assert.Equal(all[0]!.ToJsonString(), found["member"]!.ToJsonString());
        var count = (int)cell["organization"]!["memberCount"]!;
        registered.HasData(
            $$"""{"registerMember": {"member": {"fullName": "Trần Thị Mới", "organization": {"memberCount": {{count + 1}} } }, "errors": []} }""");
    }

    [Fact]
    public async Task The_history_of_all_that_was_taken_in_verifies()
    {
        var (exitCode, output, _) = await sample.RunAsync("history", "verify", "--province", "nam-dinh");

        var verified = Regex.Match(output, "^nam-dinh: (\\d+) changes are as they were sealed; ");
        Assert.Equal((0, true), (exitCode, verified.Success));
        Assert.True(int.Parse(verified.Groups[1].Value, CultureInfo.InvariantCulture) > 100_000, output);
    }

    [Fact]
    public async Task Administrators_see_how_much_modules_keep_of_their_own_province()
    {
        var rows = new List<int>();
        foreach (var province in new[] { TestProvinces.NamDinh, TestProvinces.NinhThuan })
        {
            using var administrator = await sample.SignInAsync($"{province.Slug}.admin", province);
            var answer = await administrator.ExecuteAsync("{ modules { id health { parkedEvents lastFault { kind } } tables { name rows } } }");
            var members = answer.Data["modules"]!.AsArray().Single(module => (string)module!["id"]! == "members")!;
            Assert.Equal("""{"parkedEvents":0,"lastFault":null}""", members["health"]!.ToJsonString());
            rows.Add((int)members["tables"]!.AsArray().Single(table => (string)table!["name"]! == "member")!["rows"]!);
        }

        Assert.InRange(rows[0], 110_312, 112_000);
        Assert.InRange(rows[1], 1, 110_311);
    }

    [Fact]
    public async Task Reads_of_the_last_twelve_months_stay_in_the_log()
    {
        var yesterday = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().DateTime).AddDays(-1);

        var (exitCode, output, _) = await sample.RunAsync("access-log", "archive", "--province", "nam-dinh", "--to", Path.GetTempPath());
        var (refused, _, errors) = await sample.RunAsync(
            "access-log", "archive", "--province", "nam-dinh", "--to", Path.GetTempPath(), "--before", yesterday.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

        Assert.Equal((0, true), (exitCode, output.StartsWith("nam-dinh: no read is from before ", StringComparison.Ordinal)));
        Assert.Equal((1, true), (refused, errors.Contains("Reads stay online for 12 months (PD-15)", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_province_counts_all_its_members_below_the_root()
    {
        using var board = await sample.SignInAsync("nam-dinh.board", TestProvinces.NamDinh);

        var counted = await board.ExecuteAsync(
            "{ organizations(where: {kind: {eq: \"PROVINCIAL\"}}) { nodes { memberCount(includeSubtree: true, asOf: \"2024-03-13\") } } }");

        counted.HasData("""{"organizations": {"nodes": [{"memberCount": 110312}]}}""");
    }

    [Fact]
    public async Task Nobody_sees_a_province_that_is_not_theirs_nor_anything_without_signing_in()
    {
        using var stranger = await sample.SignInAsync("tien-giang.admin", TestProvinces.NamDinh);
        using var nobody = sample.Anonymous(TestProvinces.NamDinh);

        var refused = await stranger.ExecuteAsync("{ members { totalCount } }");
        var unknown = await nobody.ExecuteAsync("{ members { totalCount } }");

        Assert.Equal((HttpStatusCode.Forbidden, "FORBIDDEN"), (refused.Status, Assert.Single(refused.ErrorCodes)));
        Assert.Equal((HttpStatusCode.Unauthorized, "UNAUTHENTICATED"), (unknown.Status, Assert.Single(unknown.ErrorCodes)));
    }

    private static object Newcomer(string cell) => new
    {
        organizationId = cell,
        // Later than the days of which other tests ask the figures.
        since = "2026-01-05",
        status = "OFFICIAL",
        person = new { fullName = "Trần Thị Mới", sex = "FEMALE", birthDate = "1985-02-14", citizenId = "082185777777", ethnicGroup = "KINH" },
        membership = new { admissionDecidedOn = "2010-04-20", ceremonyOn = "2010-05-19", officialOn = "2011-05-19" },
        card = new { number = "82777777" },
        cvNumber = "777777TG",
    };

    private async Task<Dictionary<string, int>> CountAsync(Province province)
    {
        using var client = await sample.SignInAsync($"{province.Slug}.board", province);
        return (await client.ExecuteAsync(Counts)).Data.ToDictionary(field => field.Key, field => field.Value!["totalCount"]!.GetValue<int>());
    }

    private static int Number(JsonElement figures, string name) => figures.GetProperty(name).GetInt32();
}
