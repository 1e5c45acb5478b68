using System.Text.Json.Nodes;
using Modular.Members.Contracts;
using Modular.Members.Tests.Transfers.BetweenProvinces;
using Modular.Organizations.Contracts;
using Modular.TestKit.Hosts;
using Xunit;

namespace Modular.Members.Tests.Statistics;

/// <summary>Forms 1-TCTW to 4-TCTW: their figures, who stands behind each, and what ties (members §2.8).</summary>
[Collection(StatisticsProvince.Name)]
public sealed class FormTests(Register register)
{
    private const string Form =
        """
        query Form($id: ID!, $form: StatisticsForm!, $from: Date!, $to: Date!) { organization(id: $id) {
          statisticsForm(form: $form, from: $from, to: $to) {
            number version title lines { code parentCode title value previous percent isRecorded isWithheld memberFilter } checks { title left right holds } }
          statisticsFormChecks(from: $from, to: $to) { title left right holds } } }
        """;

    [Fact]
    public async Task Each_line_lists_exactly_those_whom_it_counts_and_all_that_has_to_tie_ties()
    {
        var (commune, cell) = await register.CommuneAsync("36.01.061");
        await register.SheetAsync(await register.CountAsync(cell, 6101, "FEMALE", "1985-06-30", "CATHOLICISM", occupation: "Giáo viên"), "2000-03-26", "PROFESSOR", "Nhật Bản");
        await register.SheetAsync(await register.CountAsync(cell, 6102, "MALE", "1990-07-01", occupation: "Chủ doanh nghiệp"), "2005-03-26", null, " Việt Nam ");
        await register.CountAsync(cell, 6103, "MALE", "1950-01-01", "NONE", since: "2020-01-06", occupation: "Hưu trí");
        await register.AdmitAsync(cell, 6104, "2021-02-03");

        var lines = 0;
        foreach (var form in new[] { "NEW_MEMBERS", "ALL_MEMBERS", "ETHNIC_GROUPS_AND_RELIGIONS" })
        {
            var filled = await FillAsync(register.Officer, commune, form);
            Assert.All(filled["statisticsForm"]!["checks"]!.AsArray(), check => Assert.True((bool?)check!["holds"], check!.ToJsonString()));
            foreach (var line in filled["statisticsForm"]!["lines"]!.AsArray().Where(line => line!["memberFilter"] is not null))
            {
                Assert.Equal($"{form} {line!["code"]}: {line["value"]}", $"{form} {line["code"]}: {await CountAsync((string)line["memberFilter"]!)}");
                lines++;
            }

            Assert.Equal(
                """[{"title":"2-TCTW, all = 1-TCTW, admitted","left":"1","right":"1","holds":true},{"title":"3-TCTW, all = 1-TCTW, closing","left":"4","right":"4","holds":true},{"title":"4-TCTW, all = 3-TCTW, all","left":"4","right":"4","holds":true}]""",
                filled["statisticsFormChecks"]!.ToJsonString());
        }

        Assert.True(lines > 100, $"Only {lines} lines were compared.");
    }

    [Fact]
    public async Task Figures_stand_in_their_lines()
    {
        var (commune, cell) = await register.CommuneAsync("36.01.062");
        await register.SheetAsync(
            await register.CountAsync(cell, 6201, "FEMALE", "1990-06-30", "CATHOLICISM", occupation: "Chủ doanh nghiệp tư nhân"), "2000-03-26", "ASSOCIATE_PROFESSOR", "Nhật Bản");
        await register.SheetAsync(await register.CountAsync(cell, 6202, "MALE", "1990-07-01", occupation: "Thợ mộc"), "2005-03-26", null, "Việt Nam");
        await register.AdmitAsync(cell, 6203, "2021-02-03");

        var all = await FillAsync(register.Officer, commune, "ALL_MEMBERS");
        var moved = await FillAsync(register.Officer, commune, "MOVEMENT");
        var origins = await FillAsync(register.Officer, commune, "ETHNIC_GROUPS_AND_RELIGIONS");

        Assert.Equal("3-TCTW All members", $"{all["statisticsForm"]!["number"]} {all["statisticsForm"]!["title"]}");
        Assert.Equal(
            "1=3 2.1=1 2.2=1 2.3=1 2.4=1 2.6=1 2.7=0 4.1=0 4.2=0 4.3=0 4.4=0 4.5=0 4.6=0 4.7=1 4.8=0 4.9=0 4.10=0 4.11=0 4.12=0 4.13=0 4.14=0 4.15=1 4.16=1 4.17=0 "
            + "5.0=0 5.1=2 5.2=1 5.3=0 5.4=0 5.5=0 5.6=0 5.7=0 5.8=0 5.9=27.9 6.1=0 6.2=0 6.3=0 6.4=3 6.0=0 7.1=0 7.2=0 7.3=0 7.4=2 7.0=1 "
            + "8.1=0 8.2=0 8.3=0 8.4=0 8.5=0 8.6=0 8.7=0 8.0=3 9.1=0 9.2=1 10.1=0 10.2=0 10.3=0 10.4=0 10.0=3",
            Values(all));
        Assert.Equal(
            ["2.5"],
            all["statisticsForm"]!["lines"]!.AsArray().Where(line => !(bool)line!["isRecorded"]!).Select(line => (string)line!["code"]!));
        Assert.Equal("A=2 B=1 B1=1 D=3", string.Join(' ', Values(moved).Split(' ').Where(value => !value.EndsWith("=0", StringComparison.Ordinal))));
        Assert.Equal("1=3 2.1=2 2.2=1 3.3=1 3.0=2", string.Join(' ', Values(origins).Split(' ').Where(value => !value.EndsWith("=0", StringComparison.Ordinal))));
    }

    [Fact]
    public async Task A_past_day_is_told_by_who_stood_there_with_the_education_and_occupation_of_that_day_and_lists_the_same_people()
    {
        var (commune, cell) = await register.CommuneAsync("36.01.064");
        var member = await register.CountAsync(cell, 6401, "MALE", "1985-07-01", occupation: "Công nhân");
        await register.CountAsync(cell, 6402, "MALE", "1985-07-01", occupation: "Thợ mộc");
        await LeaveAsync(
            await register.CountAsync(cell, 6403, "MALE", "1950-01-01", occupation: "Nông dân"), await register.CountAsync(cell, 6404, "FEMALE", "1991-01-01", occupation: "Nông dân"));
        var changed = await register.Officer.ExecuteAsync(
            """
            mutation ($input: UpdateMemberInput!) { updateMember(input: $input) {
              member { formerQualifications { until occupation generalEducation } } errors { __typename } } }
            """,
            new { input = new { memberId = member, expectedVersion = 1, occupation = "Hưu trí", professionalLevel = "COLLEGE", qualifiedSince = "2021-07-01" } });
        changed.HasData(
            """
            { "updateMember": { "member": { "formerQualifications": [
              { "until": "2021-07-01", "occupation": "Công nhân", "generalEducation": "UPPER_SECONDARY" } ] }, "errors": [] } }
            """);

        var then = await FillAsync(register.Officer, commune, "ALL_MEMBERS");
        var later = await FillAsync(register.Officer, commune, "ALL_MEMBERS", "2021-12-31");

        string[] told = ["1", "4.9", "4.10", "4.14", "4.15", "8.4"];
        Assert.Equal("1=4 4.9=1 4.10=2 4.15=1 8.4=1", Told(then, told));
        Assert.Equal("1=2 4.14=1 4.15=1 8.4=1", Told(later, told));
        foreach (var line in then["statisticsForm"]!["lines"]!.AsArray().Concat(later["statisticsForm"]!["lines"]!.AsArray()).Where(line => line!["memberFilter"] is not null))
            Assert.Equal($"{line!["code"]}: {line["value"]}", $"{line["code"]}: {await CountAsync((string)line["memberFilter"]!)}");
    }

    [Fact]
    public async Task Religions_are_withheld_from_whoever_may_only_count_and_the_list_behind_them_is_refused()
    {
        var (commune, cell) = await register.CommuneAsync("36.01.063");
        await register.CountAsync(cell, 6301, "FEMALE", "1985-06-30", "CATHOLICISM");
        using var clerk = await register.SignInAsync(
            "form.clerk", TestGrant.Below(GlobalIds.KeyOf(commune), [MembersPermissions.Count, MembersPermissions.Read, OrganizationsPermissions.Read]));

        var own = await FillAsync(clerk, commune, "ETHNIC_GROUPS_AND_RELIGIONS");
        var other = await clerk.ExecuteAsync(Form, new { id = register.EastCommune, form = "MOVEMENT", from = "2021-01-01", to = "2021-06-30" });
        var listed = await clerk.ExecuteAsync("""{ members(where: { religion: { in: [CATHOLICISM] } }) { totalCount } }""");

        var religions = own["statisticsForm"]!["lines"]!.AsArray().Where(line => ((string)line!["code"]!).StartsWith("3.", StringComparison.Ordinal)).ToList();
        Assert.All(religions, line => Assert.Equal((true, true, true), ((bool)line!["isWithheld"]!, line["value"] is null, line["memberFilter"] is null)));
        Assert.Equal("1=1 2.1=1", string.Join(' ', Values(own).Split(' ').Where(value => !value.EndsWith("=0", StringComparison.Ordinal))));
        Assert.Null(own["statisticsForm"]!["checks"]![1]!["holds"]);
        var spouses = (await FillAsync(clerk, commune, "ALL_MEMBERS"))["statisticsForm"]!["lines"]!.AsArray().Single(line => (string?)line!["code"] == "2.6")!;
        Assert.Equal((true, true, true), ((bool)spouses["isWithheld"]!, spouses["value"] is null, spouses["memberFilter"] is null));
        other.HasData("""{ "organization": { "statisticsForm": null, "statisticsFormChecks": null } }""");
        Assert.Equal("FORBIDDEN", Assert.Single(listed.ErrorCodes));
    }

    /// <summary>The one dies, the other goes over to another commune; both between the days that are told.</summary>
    private async Task LeaveAsync(string dies, string moves)
    {
        var (_, elsewhere) = await register.CommuneAsync("36.01.065");
        await DoAsync("recordDeath", new { memberId = dies, expectedVersion = 1, diedOn = "2021-09-09" }, "departureSlip { id }");
        var request = new
        {
            members = new[] { new { memberId = moves, expectedVersion = 1 } },
            kind = "OFFICIAL",
            cause = "RESIDENCE",
            changedOn = "2021-07-05",
            on = "2021-07-12",
            destinationId = elsewhere,
            decision = new { number = "15-QĐ/HU", decidedOn = "2021-07-01" },
            selfReviewYear = 2020,
        };
        const string Version = "transfers { id version }";
        var requested = await DoAsync("requestTransfers", request, Version);
        var introduced = await DoAsync("signTransfers", new { transfers = Versions(requested), on = "2021-07-12", duesPaidThrough = "2021-07-01", allInReach = true }, Version);
        var received = await DoAsync("signTransfers", new { transfers = Versions(introduced), on = "2021-07-20", allInReach = true }, Version);
        await DoAsync("acceptTransfers", new { transfers = Versions(received), on = "2021-07-20" }, Version);

        Task<JsonNode> DoAsync(string mutation, object input, string selection) => TwoProvinces.DoAsync(register.Officer, mutation, input, selection);

        static object[] Versions(JsonNode payload) =>
            [.. payload["transfers"]!.AsArray().Select(transfer => new { id = (string)transfer!["id"]!, expectedVersion = (int)transfer["version"]! })];
    }

    private static async Task<JsonNode> FillAsync(TestClient client, string organization, string form, string to = "2021-06-30") =>
        (await client.ExecuteAsync(Form, new { id = organization, form, from = "2021-01-01", to })).Data["organization"]!;

    private static string Told(JsonNode filled, params string[] codes) =>
        string.Join(' ', Values(filled).Split(' ').Where(value => codes.Contains(value.Split('=')[0]) && !value.EndsWith("=0", StringComparison.Ordinal)));

    private async Task<int> CountAsync(string filter)
    {
        var answer = await register.Officer.ExecuteAsync(
            "query ($where: MemberFilter!) { members(first: 1, where: $where) { totalCount } }", new { where = JsonNode.Parse(filter) });
        return (int)answer.Data["members"]!["totalCount"]!;
    }

    private static string Values(JsonNode filled) => string.Join(
        ' ',
        filled["statisticsForm"]!["lines"]!.AsArray().Where(line => line!["value"] is not null).Select(line => $"{line!["code"]}={line["value"]}"));
}
