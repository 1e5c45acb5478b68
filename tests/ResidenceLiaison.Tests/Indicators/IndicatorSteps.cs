using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Modular.Kernel.Provinces;
using Modular.ResidenceLiaison.Indicators;
using Modular.ResidenceLiaison.Indicators.Due;
using Modular.ResidenceLiaison.Tests.Comments;
using Modular.TestKit.Databases;
using Modular.TestKit.Hosts;
using static Modular.ResidenceLiaison.Tests.Comments.CommentedCell;
using static Modular.ResidenceLiaison.Tests.LiaisonProvince;

namespace Modular.ResidenceLiaison.Tests.Indicators;

/// <summary>What tests of indicators do: looking, deciding on thresholds, letting the day of the policy come.</summary>
internal static class IndicatorSteps
{
    /// <summary>A day of the policy on which nobody was there, so that it is made up for.</summary>
    public static DateOnly Due => Today.AddDays(-1);

    /// <summary>The year that is looked at on that day.</summary>
    public static int DueYear => IndicatorPolicy.YearOf(Due);

    /// <summary>What the policy says of that day alone.</summary>
    public static string OnThatDay => $$"""{"lookOn": ["{{Due:MM-dd}}"]}""";

    /// <summary>Looks at the cell's commune as its officer does.</summary>
    public static async Task<JsonArray> LookAsync(this CommentedCell cell, string selection, int? year = null) => (await DoAsync(
        cell.CommuneOfficer, "lookForResidenceIndicators", new { organizationId = cell.Commune, year = year ?? Today.Year }, $"residenceIndicators {{ {selection} }}"))["residenceIndicators"]!.AsArray();

    /// <summary>Lets a host look at all cells of all provinces, where a day of the policy has come.</summary>
    public static Task<int> LookAtWhatIsDueAsync(this TestHost host) => host.Services.GetRequiredService<IndicatorsDue>().RunAsync(CancellationToken.None);

    /// <summary>Forgets how far cells were looked at, so that the day of the policy is still to be made up for in all provinces.</summary>
    public static async Task ForgetLooksAsync(this LiaisonProvince province)
    {
        foreach (var where in TestProvinces.All)
            await province.Host.Database.ExecuteAsync(where, "delete from residence_liaison.indicator_look");
    }

    /// <summary>Looks at all cells of all provinces on the day of the policy, whether they were looked at before or not.</summary>
    public static async Task LookAnewAsync(this LiaisonProvince province)
    {
        await province.ForgetLooksAsync();
        await province.Host.LookAtWhatIsDueAsync();
    }

    /// <summary>Puts values of the policy in force in a province, in the place of those before.</summary>
    public static async Task DecideAsync(this LiaisonProvince province, Province where, string values)
    {
        await province.ForgetAsync(where);
        await province.Host.Database.ExecuteAsync(
            where,
            """
            insert into kernel.policies (province_id, id, key, valid, value, instrument, recorded_at, recorded_by_name)
            values ($1, gen_random_uuid(), 'residence-liaison.indicators', daterange('2026-01-01', null), $2::jsonb, 'Kế hoạch kiểm tra', now(), 'test')
            """,
            where.Id.Value, values);
    }

    /// <summary>Takes what was decided back, in all provinces where none is named.</summary>
    public static async Task ForgetAsync(this LiaisonProvince province, params IReadOnlyList<Province> where)
    {
        foreach (var one in where.Count > 0 ? where : TestProvinces.All)
            await province.Host.Database.ExecuteAsync(one, "delete from kernel.policies where key = 'residence-liaison.indicators'");
    }

    /// <summary>Enables or disables a module in a province.</summary>
    public static Task SwitchAsync(this LiaisonProvince province, Province where, string module, bool enabled) => province.Host.Database.ExecuteAsync(
        where, "update kernel.province_modules set enabled = $3 where province_id = $1 and module = $2", where.Id.Value, module, enabled);

    /// <summary>Writes and signs a comment of a level on each member of the cell, in the order of the levels.</summary>
    /// <returns>The members commented on, in the same order.</returns>
    public static async Task<Guid[]> SignAsync(this CommentedCell cell, LiaisonProvince province, params IReadOnlyList<string> levels)
    {
        await cell.OpenRoundAsync();
        var requests = (await cell.RequestsAsync(cell.Secretary, "")).Select(request => Of(request!)).Take(levels.Count).ToList();
        object[] drafts = [.. requests.Select((request, index) => Draft(request, levels[index]))];
        var drafted = await DoAsync(cell.Secretary, "draftResidenceComments", new { comments = drafts }, "residenceCommentRequests { id version }");
        await StepCommentsAsync(cell.Secretary, "signResidenceComments", drafted["residenceCommentRequests"]!.AsArray().Select(one => Of(one!)), Signature());
        return await province.Host.Database.ScalarAsync<Guid[]>(
            TestProvinces.NamDinh,
            "select array_agg(asked.member_id order by array_position($1, asked.id)) from residence_liaison.comment_request as asked where asked.id = any ($1)",
            requests.Select(request => KeyOf(request.Id)).ToArray());
    }

    /// <summary>The members on whom the cell comments.</summary>
    public static Task<Guid[]> MembersCommentedOnAsync(this CommentedCell cell, LiaisonProvince province) => province.Host.Database.ScalarAsync<Guid[]>(
        TestProvinces.NamDinh, "select array_agg(distinct written.member_id) from residence_liaison.comment as written where written.cell_id = $1", KeyOf(cell.Cell));

    /// <summary>Makes the comments of the cell those of the year that is due; in the second half of a year they are already.</summary>
    public static Task BringIntoTheDueYearAsync(this CommentedCell cell, LiaisonProvince province) => province.Host.Database.ExecuteAsync(
        TestProvinces.NamDinh,
        """
        with asked as (update residence_liaison.comment_request set year = $2 where cell_id = $1 and year <> $2)
        update residence_liaison.comment set year = $2 where cell_id = $1 and year <> $2
        """,
        KeyOf(cell.Cell), DueYear);
}
