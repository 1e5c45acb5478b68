using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Modular.Kernel.Postgres.Policies;
using Modular.Kernel.Provinces;
using Modular.ResidenceLiaison.Comments;
using Modular.ResidenceLiaison.Contracts;
using Modular.ResidenceLiaison.Indicators;
using Modular.ResidenceLiaison.Tests.Comments;
using Modular.TestKit.Databases;
using Modular.TestKit.Hosts;
using Xunit;
using static Modular.ResidenceLiaison.Tests.Indicators.IndicatorSteps;
using static Modular.ResidenceLiaison.Tests.LiaisonProvince;

namespace Modular.ResidenceLiaison.Tests.Indicators;

/// <summary>Where the residence says something else of members than their workplace, it is worth a look: where a module keeps ratings of the workplace, and the province has enabled it (RES-13).</summary>
public sealed class RatingIndicatorTests(LiaisonProvince province)
{
    private const string Figures = "kind found outOf evidence(first: 20) { nodes { level percent request { purpose } } }";

    private const string Seen =
        "query ($cell: ID!) { residenceIndicators(where: {cell: {id: $cell}}) { nodes { kind state found outOf evidence(first: 20) { nodes { level workplaceRating } } } } }";

    [Fact]
    public async Task Comments_far_from_the_workplaces_rating_are_found_with_both_and_near_ones_are_not()
    {
        var cell = await RatedAsync(
            ("COMMENDED", WorkplaceRating.Completed), ("ORDINARY", WorkplaceRating.Excellent), ("REMINDED", WorkplaceRating.Excellent), ("ORDINARY", null));

        Assert.Equal(["RATINGS_FAR_APART 2/3 REMINDED,COMMENDED"], (await cell.LookAsync(Figures)).Select(Line));

        Assert.Equal(["RATINGS_FAR_APART OPEN REMINDED EXCELLENT,COMMENDED COMPLETED"], await SeenAsync(province.Officer, cell));
        var officer = await cell.CommuneOfficer.ExecuteAsync(Seen, new { cell = cell.Commune });
        Assert.Equal(["FORBIDDEN"], officer.ErrorCodes.Distinct());
        Assert.Equal(["RATINGS_FAR_APART OPEN REMINDED ,COMMENDED "], Lines(officer.Body["data"]!));
        Assert.Empty(await SeenAsync(cell.AgencyOfficer, cell));
    }

    [Fact]
    public async Task Who_is_shown_the_workplaces_rating_leaves_a_trace_under_the_member()
    {
        var cell = await RatedAsync(("REMINDED", WorkplaceRating.Good));
        await cell.LookAsync(Figures);

        await SeenAsync(province.Officer, cell);

        var member = Assert.Single(await cell.MembersCommentedOnAsync(province));
        var reads = (await province.Officer.ExecuteAsync(
            "query ($id: ID!) { sensitiveReadsOf(memberId: $id) { subjectType fields } }", new { id = cell.Members.Single(one => KeyOf(one.Member) == member).Member })).Data["sensitiveReadsOf"]!;
        Assert.Contains("""{"subjectType":"ResidenceIndicatorEvidence","fields":["workplaceRating"]}""", reads.AsArray().Select(read => read!.ToJsonString()));
    }

    [Theory]
    [InlineData(1, "RATINGS_FAR_APART 3/3")]
    [InlineData(2, "RATINGS_FAR_APART 2/3")]
    [InlineData(3, "RATINGS_FAR_APART 1/3")]
    public async Task From_how_many_steps_on_they_are_far_apart_says_the_policy(int steps, string found)
    {
        var cell = await RatedAsync(("REMINDED", WorkplaceRating.Excellent), ("ORDINARY", WorkplaceRating.NotCompleted), ("ORDINARY", WorkplaceRating.Excellent));
        await province.DecideAsync(TestProvinces.NamDinh, $$"""{"ratingStepsApart": {{steps}}}""");
        try
        {
            Assert.Equal([found], (await cell.LookAsync(Figures)).Select(one => Line(one)[..found.Length]));
        }
        finally
        {
            await province.ForgetAsync();
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    public void A_threshold_that_the_scale_has_not_is_refused(int steps) => Assert.Throws<JsonException>(
        () => province.Host.Services.GetRequiredService<PolicyCatalog>().Find("residence-liaison.indicators")!.Checked($$"""{"ratingStepsApart": {{steps}}}"""));

    [Fact]
    public void The_scales_are_aligned_by_what_a_level_comes_to_unless_the_province_says_otherwise()
    {
        var form = new CommentPolicy
        {
            Levels = [new CommentLevel("GOOD", "Tốt", "Good", CommentOutcome.Ordinary, IsGood: true), new CommentLevel("FAIR", "Khá", "Fair", CommentOutcome.Ordinary, IsGood: false, WorkplaceRating.Completed)],
        };

        Assert.Equal(
            [WorkplaceRating.Excellent, WorkplaceRating.Good, WorkplaceRating.NotCompleted],
            new[] { CommentOutcome.Commended, CommentOutcome.Ordinary, CommentOutcome.Warned }.Select(outcome => RatingAlignment.Of("OF_AN_EARLIER_SCALE", outcome, form)));
        Assert.Equal(
            [WorkplaceRating.Good, WorkplaceRating.Completed], new[] { "GOOD", "FAIR" }.Select(level => RatingAlignment.Of(level, CommentOutcome.Ordinary, form)));
    }

    [Fact]
    public async Task Where_the_province_has_disabled_the_module_nothing_is_compared_and_what_was_found_stays_as_it_was()
    {
        var found = await RatedAsync(("REMINDED", WorkplaceRating.Good));
        await found.LookAsync(Figures);
        var notYet = await RatedAsync(("REMINDED", WorkplaceRating.Good));
        foreach (var member in await found.MembersCommentedOnAsync(province))
            RecordedRatings.Record(TestProvinces.NamDinh, member, Today.Year, WorkplaceRating.Completed);

        await province.SwitchAsync(TestProvinces.NamDinh, RatingsModule.Id, enabled: false);
        try
        {
            Assert.Empty(await notYet.LookAsync(Figures));
            Assert.Empty(await SeenAsync(province.Officer, notYet));
            Assert.Empty(await found.LookAsync(Figures));
            Assert.Equal(["RATINGS_FAR_APART OPEN REMINDED GOOD"], await SeenAsync(province.Officer, found));
        }
        finally
        {
            await province.SwitchAsync(TestProvinces.NamDinh, RatingsModule.Id, enabled: true);
        }

        Assert.Equal(["RATINGS_FAR_APART 1/1 REMINDED"], (await notYet.LookAsync(Figures)).Select(Line));
        Assert.Empty(await found.LookAsync(Figures));
        Assert.Equal(["RATINGS_FAR_APART GONE REMINDED GOOD"], await SeenAsync(province.Officer, found));
    }

    [Fact]
    public async Task On_a_day_of_the_policy_they_are_compared_in_provinces_that_have_the_module_and_in_no_other()
    {
        var cell = await CommentedCell.MakeAsync(province, members: 1, copies: 5);
        var members = await cell.SignAsync(province, Enumerable.Repeat("COMMENDED", 6).ToArray());
        await cell.BringIntoTheDueYearAsync(province);
        await CopyAsync(cell, TestProvinces.NinhThuan);
        foreach (var where in new[] { TestProvinces.NamDinh, TestProvinces.NinhThuan })
        {
            foreach (var member in members)
                RecordedRatings.Record(where, member, DueYear, WorkplaceRating.Completed);
            await province.DecideAsync(where, OnThatDay);
        }

        await province.SwitchAsync(TestProvinces.NinhThuan, RatingsModule.Id, enabled: false);
        try
        {
            await province.LookAnewAsync();
            Assert.Equal(["ALIKE_TEXTS 6/6", "RATINGS_FAR_APART 6/6", "UNIFORM_LEVELS 6/6"], await KeptAsync(TestProvinces.NamDinh, cell));
            Assert.Equal(["ALIKE_TEXTS 6/6", "UNIFORM_LEVELS 6/6"], await KeptAsync(TestProvinces.NinhThuan, cell));

            await province.SwitchAsync(TestProvinces.NinhThuan, RatingsModule.Id, enabled: true);
            await province.LookAnewAsync();
            Assert.Equal(["ALIKE_TEXTS 6/6", "RATINGS_FAR_APART 6/6", "UNIFORM_LEVELS 6/6"], await KeptAsync(TestProvinces.NinhThuan, cell));
        }
        finally
        {
            await province.SwitchAsync(TestProvinces.NinhThuan, RatingsModule.Id, enabled: true);
            await province.ForgetAsync();
        }
    }

    /// <summary>A cell whose comments are signed at these levels, on members whom their workplaces rated so, or have not rated.</summary>
    private async Task<CommentedCell> RatedAsync(params IReadOnlyList<(string Level, WorkplaceRating? Rating)> members)
    {
        var cell = await CommentedCell.MakeAsync(province, members.Count);
        var commentedOn = await cell.SignAsync(province, [.. members.Select(one => one.Level)]);
        foreach (var (member, rated) in commentedOn.Zip(members))
        {
            if (rated.Rating is { } rating)
                RecordedRatings.Record(TestProvinces.NamDinh, member, Today.Year, rating);
        }

        return cell;
    }

    /// <summary>Another province has the same cell with the same comments.</summary>
    private async Task CopyAsync(CommentedCell cell, Province to)
    {
        var key = KeyOf(cell.Cell);
        await province.Host.Database.ExecuteAsync(
            to,
            "insert into kernel.organization_tree (province_id, organization_id, path, depth, kind, valid, standing) values ($1, $2, 'copied.', 0, 'CELL', daterange('2020-01-01', null), daterange(null, null))",
            to.Id.Value, key);
        foreach (var (table, place) in new[] { ("introduction", "residence_cell_id"), ("comment_request", "cell_id"), ("comment", "cell_id") })
        {
            var rows = await province.Host.Database.ScalarAsync<string>(
                TestProvinces.NamDinh,
                $"select jsonb_agg(to_jsonb(copied) || jsonb_build_object('province_id', $2) || '{{\"round_id\": null}}')::text from residence_liaison.{table} as copied where copied.{place} = $1",
                key, to.Id.Value);
            await province.Host.Database.ExecuteAsync(
                to, $"insert into residence_liaison.{table} select (jsonb_populate_recordset(null::residence_liaison.{table}, $1::jsonb)).*", rows);
        }
    }

    private Task<string[]> KeptAsync(Province where, CommentedCell cell) => province.Host.Database.ScalarAsync<string[]>(
        where,
        """
        select coalesce(array_agg(format('%s %s/%s', kept.kind, kept.found, kept.out_of) order by kept.kind), '{}') from residence_liaison.indicator as kept
        where kept.cell_id = $1 and kept.state = 'OPEN'
        """,
        KeyOf(cell.Cell));

    private static async Task<string[]> SeenAsync(TestClient client, CommentedCell cell)
    {
        var answer = await client.ExecuteAsync(Seen, new { cell = cell.Commune });
        Assert.Empty(answer.ErrorCodes);
        return Lines(answer.Data);
    }

    private static string[] Lines(JsonNode data) =>
    [
        .. data["residenceIndicators"]!["nodes"]!.AsArray()
            .Select(one => $"{one!["kind"]} {one["state"]} {string.Join(',', one["evidence"]!["nodes"]!.AsArray().Select(evidence => $"{evidence!["level"]} {evidence["workplaceRating"]}"))}"),
    ];

    private static string Line(JsonNode? one)
    {
        var evidence = one!["evidence"]!["nodes"]!.AsArray();
        Assert.All(evidence, shown => Assert.Equal(("YEARLY_RATING", null), ((string)shown!["request"]!["purpose"]!, (int?)shown["percent"])));
        return $"{one["kind"]} {one["found"]}/{one["outOf"]} {string.Join(',', evidence.Select(shown => shown!["level"]))}";
    }
}
