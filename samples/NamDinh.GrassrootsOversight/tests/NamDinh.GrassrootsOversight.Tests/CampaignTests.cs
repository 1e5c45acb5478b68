using System.Text.Json.Nodes;
using Modular.Kernel.Access;
using Modular.TestKit.Hosts;
using Xunit;
using static NamDinh.GrassrootsOversight.Tests.OversightProvince;

namespace NamDinh.GrassrootsOversight.Tests;

/// <summary>Campaigns among households: the figures of Residential Group No. 7 (OV-08), the load of members (OV-05, OV-06), and the least data (OV-20).</summary>
public sealed class CampaignTests(OversightProvince province)
{
    private const string Figures = "households contacted withProblems solved agreed compensated handedOver inSomebodysCharge membersInCharge mostOfOneMember";
    private const string Headers = "Mã đợt vận động,Số thứ tự,Chủ hộ,Địa chỉ";

    [Fact]
    public async Task Of_39_households_9_had_problems_all_9_were_solved_and_all_39_handed_over()
    {
        var campaign = await OpenAsync(39);
        var uncovered = await province.DueAsync("households-in-nobodys-charge", province.Cell);
        await DivideAsync(campaign, 39);
        // One campaign less: of those of other tests some may go on.
        Assert.Equal(uncovered.Split(' ').Length - 1, (await province.DueAsync("households-in-nobodys-charge", province.Cell)).Split(' ', StringSplitOptions.RemoveEmptyEntries).Length);
        await StepAsync(campaign, "CONTACTED", _ => true);
        await StepAsync(campaign, "PROBLEM", number => number <= 9, "COMPENSATION_PRICE");
        await StepAsync(campaign, "AGREED", number => number > 9);
        Assert.Equal("39 39 9 0 30 0 0 39 6 7", await FiguresAsync(campaign));
        await StepAsync(campaign, "BEING_PERSUADED", number => number <= 9);
        await StepAsync(campaign, "AGREED", number => number <= 9);
        Assert.Equal("39 39 9 9 39 0 0 39 6 7", await FiguresAsync(campaign));
        await StepAsync(campaign, "COMPENSATED", _ => true);
        await StepAsync(campaign, "HANDED_OVER", _ => true);

        Assert.Equal("39 39 9 9 39 39 39 39 6 7", await FiguresAsync(campaign));
        Assert.Equal("39 39 9 9 39 39 39 39 6 7", await FiguresAsync(campaign, province.Auditor));
    }

    [Fact]
    public async Task What_names_households_is_seen_with_a_permission_of_its_own_and_deleted_after_the_campaign()
    {
        var campaign = await OpenAsync(2);
        var (member, _) = await province.AddMemberAsync();
        var (householdId, _) = (await HouseholdsAsync(campaign))[0];
        await DoAsync(province.Secretary, "assignOversightHouseholds", new { campaignId = campaign.Id, memberId = member, householdIds = new[] { householdId } }, "oversightCampaign { id }");
        var inCharge = await province.SignInAsync($"member{province.NextNumber()}", KeyOf(member), TestGrant.OfRole(DefaultRoles.Member, Reach.Self));
        const string Own = "query ($id: ID!) { member(id: $id) { oversightHouseholds(first: 5) { nodes { number particulars { headName address } } } } }";

        (await inCharge.ExecuteAsync(Own, new { id = member })).HasData(
            """{ "member": { "oversightHouseholds": { "nodes": [ { "number": 1, "particulars": { "headName": "Chủ hộ 1", "address": "Số 1, đường Trần Thái Tông" } } ] } } }""");
        Assert.Equal(["1 Chủ hộ 1", "2 Chủ hộ 2"], await NamesAsync(campaign, province.Secretary));
        Assert.Equal(["1 -", "2 -"], await NamesAsync(campaign, province.Auditor));
        Assert.Empty(await NamesAsync(campaign, province.OtherSecretary));

        Assert.Equal(["CAMPAIGN_DOES_NOT_ALLOW_THIS input.id OV-20"], await ProblemsAsync(province.Secretary, "deleteOversightHouseholds", Versioned(campaign)));
        var before = await ToDeleteInAMonthAsync();
        campaign = Of(await DoAsync(province.Secretary, "endOversightCampaign", Versioned(campaign), "oversightCampaign { id version }"));
        Assert.Equal(before + 1, await ToDeleteInAMonthAsync());
        Assert.Equal(["CAMPAIGN_DOES_NOT_ALLOW_THIS input.campaignId OV-20"], await ProblemsAsync(
            province.Secretary, "assignOversightHouseholds", new { campaignId = campaign.Id, memberId = member, householdIds = new[] { householdId } }));
        await DoAsync(province.Secretary, "deleteOversightHouseholds", Versioned(campaign), "oversightCampaign { householdsDeletedOn }");

        Assert.Equal(["1 -", "2 -"], await NamesAsync(campaign, province.Secretary));
        Assert.Equal("2 0 0 0 0 0 0 1 1 1", await FiguresAsync(campaign));
        Assert.Equal(before, await ToDeleteInAMonthAsync());
        Assert.Equal(0L, await province.Host.Database.ScalarAsync<long>(
            Modular.TestKit.Databases.TestProvinces.NamDinh, "select count(*) from kernel.edits where entity = 'Household' or changes::text like '%Chủ hộ%'"));
    }

    [Fact]
    public async Task More_households_than_the_policy_allows_take_a_word_and_steps_follow_each_other()
    {
        var campaign = await OpenAsync(8);
        var (member, _) = await province.AddMemberAsync();
        var households = await HouseholdsAsync(campaign);
        var all = households.Select(household => household.Id).ToArray();

        Assert.Equal(["MEMBER_WOULD_HAVE_TOO_MANY_HOUSEHOLDS input.householdIds OV-06"], await ProblemsAsync(
            province.Secretary, "assignOversightHouseholds", new { campaignId = campaign.Id, memberId = member, householdIds = all }));
        await DoAsync(province.Secretary, "assignOversightHouseholds", new { campaignId = campaign.Id, memberId = member, householdIds = all, evenBeyondTheMaximum = true }, "oversightCampaign { id }");
        Assert.Equal("8 0 0 0 0 0 0 8 1 8", await FiguresAsync(campaign));

        households = await HouseholdsAsync(campaign);
        object Step(string to, (string Id, int Version) household, string? problem = null) =>
            new { campaignId = campaign.Id, to, problem, households = new[] { new { id = household.Id, expectedVersion = household.Version } } };
        Assert.Equal(["OVERSIGHT_STEP_DOES_NOT_FOLLOW input.households.0"], await ProblemsAsync(province.Secretary, "recordOversightHouseholds", Step("AGREED", households[0])));
        Assert.Equal(["STEP_SAYS_WHAT_IT_NEEDS input.problem OV-07"], await ProblemsAsync(province.Secretary, "recordOversightHouseholds", Step("PROBLEM", households[0])));
        Assert.Equal(["STALE_VERSION input.households.0"], await ProblemsAsync(province.Secretary, "recordOversightHouseholds", Step("CONTACTED", (households[0].Id, 77))));
        Assert.Equal(["NOT_FOUND input.campaignId"], await ProblemsAsync(province.OtherSecretary, "recordOversightHouseholds", Step("CONTACTED", households[0])));
    }

    [Fact]
    public async Task Who_is_in_charge_is_reviewed_a_year_after_the_start_or_the_last_review_and_no_more_once_the_campaign_has_ended()
    {
        var campaign = await OpenAsync(1);
        var begun = await ReviewsAsync();

        Assert.Contains("2027-09-01", begun);
        Assert.Equal(["STALE_VERSION input.expectedVersion"], await ProblemsAsync(province.Secretary, "reviewOversightHouseholds", Versioned(campaign with { Version = 77 })));
        Assert.Equal(["NOT_FOUND input.id"], await ProblemsAsync(province.OtherSecretary, "reviewOversightHouseholds", Versioned(campaign)));
        var reviewed = await DoAsync(province.Secretary, "reviewOversightHouseholds", Versioned(campaign), "oversightCampaign { id version divisionReviewedOn }");

        Assert.Equal(Today.ToString("o"), (string)reviewed["divisionReviewedOn"]!);
        // Other campaigns of the same cell are still to be reviewed a year after their start.
        var after = await ReviewsAsync();
        Assert.Equal((begun.Length - 1, 1), (after.Count(day => day == "2027-09-01"), after.Count(day => day == Today.AddDays(365).ToString("o"))));

        var ended = Of(await DoAsync(province.Secretary, "endOversightCampaign", Versioned(Of(reviewed)), "oversightCampaign { id version }"));
        Assert.Equal(["CAMPAIGN_DOES_NOT_ALLOW_THIS input.id OV-20"], await ProblemsAsync(province.Secretary, "reviewOversightHouseholds", Versioned(ended)));
        Assert.DoesNotContain(Today.AddDays(365).ToString("o"), await ReviewsAsync());
    }

    [Fact]
    public async Task A_file_with_a_fault_is_refused_row_by_row_and_a_campaign_out_of_reach_too()
    {
        var campaign = await OpenAsync(1);
        var faulty = await province.ImportAsync(province.Secretary, $"{Headers}\n{campaign.Code},1,A,B\nKHÔNG.CÓ,2,A,B\n{campaign.Code},3,A,B\n{campaign.Code},3,A,B\n{campaign.Code},4,,B");

        Assert.Equal("REFUSED", (string)faulty["state"]!);
        Assert.Equal(
            ["2 HOUSEHOLD_IS_LISTED_ALREADY", "3 CAMPAIGN_IS_UNKNOWN", "5 HOUSEHOLD_IS_LISTED_ALREADY", "6 CELL_IS_EMPTY"],
            faulty["verdicts"]!["nodes"]!.AsArray().Select(verdict => $"{verdict!["rowNumber"]} {verdict["code"]}"));
        Assert.Equal("REFUSED", (string)(await province.ImportAsync(province.OtherSecretary, $"{Headers}\n{campaign.Code},5,A,B"))["state"]!);
    }

    private async Task<int> ToDeleteInAMonthAsync() =>
        (await province.DueAsync("household-data-to-delete", province.Cell)).Split(' ').Count(day => day == Today.AddDays(30).ToString("o"));

    private async Task<string[]> ReviewsAsync() => (await province.DueAsync("households-to-review", province.Cell)).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static object Versioned(OpenedCampaign campaign) => new { id = campaign.Id, expectedVersion = campaign.Version };

    private static OpenedCampaign Of(JsonNode campaign) => new((string)campaign["id"]!, (int)campaign["version"]!, (string?)campaign["code"] ?? "");

    private async Task<OpenedCampaign> OpenAsync(int households)
    {
        var code = $"GPMB-{province.NextNumber()}";
        var opened = Of(await DoAsync(
            province.Secretary, "openOversightCampaign",
            new { organizationId = province.Cell, code, name = "Giải phóng mặt bằng cầu qua sông Đào", startedOn = "2026-09-01" }, "oversightCampaign { id version code }"));
        var batch = await province.ImportAsync(
            province.Secretary, $"{Headers}\n{string.Join('\n', Enumerable.Range(1, households).Select(number => $"{code},{number},Chủ hộ {number},\"Số {number}, đường Trần Thái Tông\""))}");
        Assert.Equal("APPLIED", (string)batch["state"]!);
        return opened;
    }

    private async Task DivideAsync(OpenedCampaign campaign, int households)
    {
        const int MostOfOne = 7;
        foreach (var part in (await HouseholdsAsync(campaign)).Select(household => household.Id).Take(households).Chunk(MostOfOne))
        {
            var (member, _) = await province.AddMemberAsync();
            await DoAsync(province.Secretary, "assignOversightHouseholds", new { campaignId = campaign.Id, memberId = member, householdIds = part }, "oversightCampaign { id }");
        }
    }

    private async Task StepAsync(OpenedCampaign campaign, string to, Func<int, bool> which, string? problem = null)
    {
        var households = (await HouseholdsAsync(campaign)).Where((_, index) => which(index + 1)).Select(household => new { id = household.Id, expectedVersion = household.Version });
        await DoAsync(province.Secretary, "recordOversightHouseholds", new { campaignId = campaign.Id, to, problem, households }, "oversightCampaign { id }");
    }

    private async Task<IReadOnlyList<(string Id, int Version)>> HouseholdsAsync(OpenedCampaign campaign)
    {
        var answer = await province.Secretary.ExecuteAsync(
            "query ($id: ID!) { oversightCampaign(id: $id) { households(first: 100) { nodes { id version } } } }", new { id = campaign.Id });
        return [.. answer.Data["oversightCampaign"]!["households"]!["nodes"]!.AsArray().Select(household => ((string)household!["id"]!, (int)household["version"]!))];
    }

    private static async Task<string[]> NamesAsync(OpenedCampaign campaign, TestClient client)
    {
        var answer = await client.ExecuteAsync(
            "query ($id: ID!) { oversightCampaign(id: $id) { households(first: 100) { nodes { number particulars { headName } } } } }", new { id = campaign.Id });
        return [.. (answer.Body["data"]!["oversightCampaign"]?["households"]!["nodes"]!.AsArray() ?? []).Select(household => $"{household!["number"]} {household["particulars"]?["headName"] ?? "-"}")];
    }

    private async Task<string> FiguresAsync(OpenedCampaign campaign, TestClient? client = null)
    {
        var answer = await (client ?? province.Secretary).ExecuteAsync($"query ($id: ID!) {{ oversightCampaign(id: $id) {{ figures {{ {Figures} }} }} }}", new { id = campaign.Id });
        return string.Join(' ', Figures.Split(' ').Select(name => (int)answer.Data["oversightCampaign"]!["figures"]![name]!));
    }

    private sealed record OpenedCampaign(string Id, int Version, string Code);
}
