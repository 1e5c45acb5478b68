using System.IO.Compression;
using System.Net;
using System.Text.Json.Nodes;
using Modular.Members.Contracts;
using Modular.TestKit.Hosts;
using Xunit;

namespace Modular.Members.Tests.Statistics;

/// <summary>Reports that were closed: they stay what they were, go upward, come back, and are printed.</summary>
[Collection(StatisticsProvince.Name)]
public sealed class ReportTests(Register register)
{
    private const string Report =
        """
        query Report($id: ID!) { statisticsReport(id: $id) {
          version revision isCurrent state from to closedBy submittedBy decidedBy returnReason organization { code } receiver { code }
          filled { number lines { code value } } differences { code title closed now } } }
        """;

    [Fact]
    public async Task A_closed_report_stays_what_it_was_and_tells_what_the_facts_would_make_of_it_now()
    {
        var (commune, cell) = await register.CommuneAsync("36.01.071");
        await register.CountAsync(cell, 7101, "FEMALE", "1985-06-30");
        var closed = await CloseAsync(commune, "MOVEMENT");
        var before = await ReadAsync(closed.Id);

        // Somebody who belonged to the cell all the time is recorded late.
        await register.CountAsync(cell, 7102, "MALE", "1986-06-30");
        var after = await ReadAsync(closed.Id);
        var again = await CloseAsync(commune, "MOVEMENT");

        Assert.Equal(("[]", "A=1 D=1"), (before["differences"]!.ToJsonString(), Values(before)));
        Assert.Equal(Values(before), Values(after));
        Assert.Equal(
            """[{"code":"A","title":"Members at the beginning","closed":"1","now":"2"},{"code":"D","title":"Members at the end","closed":"1","now":"2"}]""",
            after["differences"]!.ToJsonString());
        Assert.Equal(
            ("2 A=2 D=2", true, false),
            ($"{(await ReadAsync(again.Id))["revision"]} {Values(await ReadAsync(again.Id))}", (bool)(await ReadAsync(again.Id))["isCurrent"]!, (bool)(await ReadAsync(closed.Id))["isCurrent"]!));
    }

    [Fact]
    public async Task A_report_goes_upward_comes_back_and_is_mended()
    {
        var (commune, cell) = await register.CommuneAsync("36.01.072");
        await register.CountAsync(cell, 7201, "FEMALE", "1985-06-30");
        using var superior = await register.SignInAsync(
            "report.superior", TestGrant.Below(GlobalIds.KeyOf(register.District), [MembersPermissions.ReadReports, MembersPermissions.ReceiveReports, Organizations.Contracts.OrganizationsPermissions.Read]));
        var closed = await CloseAsync(commune, "ALL_MEMBERS");

        var early = await DoAsync(superior, "receiveStatisticsReport", new { id = closed.Id, expectedVersion = 1, receivedOn = Today });
        await StepAsync(register.Officer, "submitStatisticsReport", new { id = closed.Id, expectedVersion = 1, submittedOn = Today });
        var own = await DoAsync(register.Officer, "receiveStatisticsReport", new { id = closed.Id, expectedVersion = 2, receivedOn = Today });
        var taken = await DoAsync(register.Officer, "closeStatisticsReport", Closing(commune, "ALL_MEMBERS"));
        var stale = await DoAsync(superior, "returnStatisticsReport", new { id = closed.Id, expectedVersion = 1, returnedOn = Today, reason = "Thiếu chi bộ." });
        await StepAsync(superior, "returnStatisticsReport", new { id = closed.Id, expectedVersion = 2, returnedOn = Today, reason = "Thiếu chi bộ." });
        var mended = await CloseAsync(commune, "ALL_MEMBERS");
        await StepAsync(register.Officer, "submitStatisticsReport", new { id = mended.Id, expectedVersion = 1, submittedOn = Today });
        await StepAsync(superior, "receiveStatisticsReport", new { id = mended.Id, expectedVersion = 2, receivedOn = Today });

        Assert.Equal(
            ["REPORT_STANDS_ELSEWHERE input.id", "REPORT_IS_RECEIVED_BY_SOMEBODY_ELSE input.id", "REPORT_WAS_SUBMITTED input.to", "STALE_VERSION input.expectedVersion"],
            [early, own, taken, stale]);
        var first = await ReadAsync(closed.Id);
        var second = await ReadAsync(mended.Id);
        Assert.Equal("RETURNED 1 officer officer report.superior Thiếu chi bộ. 36.01", Story(first));
        Assert.Equal("RECEIVED 2 officer officer report.superior  36.01", Story(second));
    }

    [Fact]
    public async Task Who_is_late_is_listed_and_only_periods_that_are_over_are_closed_where_the_permission_reaches()
    {
        var (commune, cell) = await register.CommuneAsync("36.01.073");
        await register.CountAsync(cell, 7301, "FEMALE", "1985-06-30");
        using var clerk = await register.SignInAsync("report.clerk", TestGrant.Below(GlobalIds.KeyOf(commune), [MembersPermissions.CloseReports, MembersPermissions.ReadReports]));
        const string Missing = """query ($id: ID!) { organization(id: $id) { missingStatisticsReports(form: MOVEMENT, from: "2021-01-01", to: "2021-06-30") { organization { code } state dueOn isLate } } }""";

        var before = await register.Officer.ExecuteAsync(Missing, new { id = commune });
        var closed = await CloseAsync(commune, "MOVEMENT");
        var between = await register.Officer.ExecuteAsync(Missing, new { id = commune });
        await StepAsync(register.Officer, "submitStatisticsReport", new { id = closed.Id, expectedVersion = 1, submittedOn = Today });
        var after = await register.Officer.ExecuteAsync(Missing, new { id = commune });

        before.HasData("""{ "organization": { "missingStatisticsReports": [{ "organization": { "code": "36.01.073" }, "state": null, "dueOn": "2021-07-15", "isLate": true }] } }""");
        between.HasData("""{ "organization": { "missingStatisticsReports": [{ "organization": { "code": "36.01.073" }, "state": "CLOSED", "dueOn": "2021-07-15", "isLate": true }] } }""");
        after.HasData("""{ "organization": { "missingStatisticsReports": [] } }""");
        Assert.Equal(
            ["DATE_LIES_IN_THE_FUTURE input.to", "PERIOD_ENDS_BEFORE_IT_BEGINS input.to", "ORGANIZATION_DID_NOT_EXIST input.organizationId", "REPORT_IS_OUT_OF_YOUR_REACH input.organizationId"],
            [
                await DoAsync(clerk, "closeStatisticsReport", Closing(commune, "MOVEMENT", "2021-01-01", "2999-12-31")),
                await DoAsync(clerk, "closeStatisticsReport", Closing(commune, "MOVEMENT", "2021-06-30", "2021-01-01")),
                await DoAsync(clerk, "closeStatisticsReport", Closing(commune, "MOVEMENT", "2001-01-01", "2001-06-30")),
                await DoAsync(clerk, "closeStatisticsReport", Closing(register.EastCommune, "MOVEMENT")),
            ]);
    }

    [Fact]
    public async Task A_report_is_printed_with_its_head_lines_and_places_to_sign_for_whoever_may_read_it()
    {
        var (commune, cell) = await register.CommuneAsync("36.01.074");
        await register.CountAsync(cell, 7401, "FEMALE", "1985-06-30", "CATHOLICISM");
        var closed = await CloseAsync(commune, "ETHNIC_GROUPS_AND_RELIGIONS");
        using var clerk = await register.SignInAsync("report.reader", TestGrant.Below(GlobalIds.KeyOf(commune), [MembersPermissions.ReadReports]));
        using var stranger = await register.SignInAsync("report.stranger", TestGrant.Below(GlobalIds.KeyOf(register.WestCommune), [MembersPermissions.ReadReports]));

        var sheet = await SheetAsync(await FetchAsync(register.Officer, closed.Id, "xlsx"));
        var withheld = await SheetAsync(await FetchAsync(clerk, closed.Id, "xlsx"));
        var pages = await FetchAsync(clerk, closed.Id, "pdf");

        Assert.Equal(
            [("Đảng bộ xã 36.01.074", true, true), ("Form 4-TCTW", true, true), ("PREPARED BY", true, true), ("(withheld)", false, true)],
            new[] { "Đảng bộ xã 36.01.074", "Form 4-TCTW", "PREPARED BY", "(withheld)" }.Select(text => (text, sheet.Contains(text, StringComparison.Ordinal), withheld.Contains(text, StringComparison.Ordinal))));
        Assert.Equal("%PDF", System.Text.Encoding.ASCII.GetString((await pages.Content.ReadAsByteArrayAsync())[..4]));
        Assert.Equal(
            [HttpStatusCode.NotFound, HttpStatusCode.NotFound],
            [(await FetchAsync(stranger, closed.Id, "pdf")).StatusCode, (await FetchAsync(register.Officer, closed.Id, "exe")).StatusCode]);
    }

    private static string Today => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().AddHours(7).Date).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static object Closing(string organization, string form, string from = "2021-01-01", string to = "2021-06-30") => new { organizationId = organization, form, from, to };

    private async Task<(string Id, int Version)> CloseAsync(string organization, string form)
    {
        var report = await StepAsync(register.Officer, "closeStatisticsReport", Closing(organization, form));
        return ((string)report["id"]!, (int)report["version"]!);
    }

    private static async Task<JsonNode> StepAsync(TestClient client, string mutation, object input)
    {
        var payload = await AskAsync(client, mutation, input);
        Assert.Equal("[]", payload["errors"]!.ToJsonString());
        return payload["statisticsReport"]!;
    }

    /// <summary>The problem that a step meets, with its place.</summary>
    private static async Task<string> DoAsync(TestClient client, string mutation, object input)
    {
        var payload = await AskAsync(client, mutation, input);
        return string.Join(", ", payload["errors"]!.AsArray().Select(error => $"{error!["code"]} {error["field"]}"));
    }

    private static async Task<JsonNode> AskAsync(TestClient client, string mutation, object input) => (await client.ExecuteAsync(
        $"mutation ($input: {char.ToUpperInvariant(mutation[0])}{mutation[1..]}Input!) {{ {mutation}(input: $input) {{ statisticsReport {{ id version }} errors {{ ... on Problem {{ code field }} }} }} }}",
        new { input })).Data[mutation]!;

    private async Task<JsonNode> ReadAsync(string id) => (await register.Officer.ExecuteAsync(Report, new { id })).Data["statisticsReport"]!;

    private static string Values(JsonNode report) => string.Join(
        ' ', report["filled"]!["lines"]!.AsArray().Where(line => line!["value"] is { } value && value.ToString() != "0").Select(line => $"{line!["code"]}={line["value"]}"));

    private static string Story(JsonNode report) =>
        $"{report["state"]} {report["revision"]} {report["closedBy"]} {report["submittedBy"]} {report["decidedBy"]} {report["returnReason"]} {report["receiver"]?["code"]}";

    private static Task<HttpResponseMessage> FetchAsync(TestClient client, string id, string format) => client.Http.GetAsync(
        new Uri($"/nam-dinh/downloads/statistics-reports/{GlobalIds.KeyOf(id)}?format={format}", UriKind.Relative));

    private static async Task<string> SheetAsync(HttpResponseMessage response)
    {
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        using var archive = new ZipArchive(new MemoryStream(await response.Content.ReadAsByteArrayAsync()));
        using var reader = new StreamReader(archive.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        return await reader.ReadToEndAsync();
    }
}
