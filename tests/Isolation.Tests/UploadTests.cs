using Modular.GraphQL.CodeFirst;
using Modular.Isolation.Tests.World;
using Xunit;

namespace Modular.Isolation.Tests;

/// <summary>A file is a way of asking too: its verdicts tell of one's own register only.</summary>
public sealed class UploadTests(AttackedWorld world)
{
    private const string Headers = "Họ và tên,Ngày sinh,Giới tính,Số CCCD,Dân tộc,Ngày vào Đảng,Ngày chính thức,Số thẻ đảng viên,Mã chi bộ";
    private const string Verdicts = "batch { state rowsApplied verdicts(first: 20) { nodes { rowNumber columnName severity code } } }";

    [Fact]
    public async Task A_user_of_another_province_is_not_told_whose_numbers_are_taken_there()
    {
        var taken = await SendAsync(world.Foreigner, Row(Secrets.CitizenId, Secrets.CardNumber, "58.01.001.001"), "DRY_RUN");
        var free = await SendAsync(world.Foreigner, Row("036179004799", "36471199", "58.01.001.001"), "DRY_RUN");

        Assert.Equal(free, taken);
    }

    [Fact]
    public async Task A_cell_of_another_province_is_one_that_nobody_knows()
    {
        var there = await SendAsync(world.Foreigner, Row("036179004799", "36471199", "36.02.001.001"), "DRY_RUN");
        var nowhere = await SendAsync(world.Foreigner, Row("036179004799", "36471199", "36.99.001.001"), "DRY_RUN");

        Assert.Equal(nowhere, there);
    }

    // Within a province a number is given once, so whoever registers somebody is told that it is taken: by whom, and where, is not told.
    [Fact]
    public async Task A_neighbour_is_told_that_a_number_is_taken_and_nothing_else()
    {
        var answer = await SendAsync(world.Neighbour, Row(Secrets.CitizenId, "36471199", "36.01.001.001"), "ALL_OR_NOTHING");

        Assert.Equal(
            """{"state":"REFUSED","rowsApplied":0,"verdicts":{"nodes":[{"rowNumber":2,"columnName":"citizen_id","severity":"ERROR","code":"NUMBER_IS_IN_THE_REGISTER"}]}}""",
            answer);
    }

    [Fact]
    public async Task A_neighbour_puts_nobody_into_a_cell_out_of_reach()
    {
        var before = await world.Victim.StateAsync();

        var answer = await SendAsync(world.Neighbour, Row("036179004798", "36471198", "36.02.001.001"), "GOOD_ROWS_ONLY");

        Assert.Contains("\"rowsApplied\":0", answer, StringComparison.Ordinal);
        Assert.Equal(before, await world.Victim.StateAsync());
    }

    [Fact]
    public Task A_neighbour_puts_no_scan_into_a_file_out_of_reach() => NoScanIsTakenAsync(world.Neighbour);

    [Fact]
    public Task A_user_of_another_province_puts_no_scan_into_a_file_there() => NoScanIsTakenAsync(world.Foreigner);

    private async Task NoScanIsTakenAsync(Attacker attacker)
    {
        var endpoint = $"/{attacker.Own.Province.Slug}/graphql";
        var ofThere = await Clerk.AttachScanAsync(attacker.Client, endpoint, world.Victim.Ids["MemberDocument"], 2);
        var ofNowhere = await Clerk.AttachScanAsync(attacker.Client, endpoint, new GlobalId("MemberDocument", Guid.NewGuid()).ToString(), 2);

        Assert.Contains("NOT_FOUND", ofNowhere.ToJsonString(Json.Readable), StringComparison.Ordinal);
        Assert.Equal(ofNowhere.ToJsonString(Json.Readable), ofThere.ToJsonString(Json.Readable));
    }

    private static string Row(string citizenId, string cardNumber, string cell) =>
        $"{Headers}\nPhạm Thị Mới,05/06/1979,Nữ,{citizenId},Kinh,05/06/2009,05/06/2010,{cardNumber},{cell}";

    private static async Task<string> SendAsync(Attacker attacker, string content, string mode)
    {
        var answer = await Clerk.SendAsync(
            attacker.Client, $"/{attacker.Own.Province.Slug}/graphql", new { format = "members", file = (string?)null, mode }, content, "own.csv", Verdicts);
        Assert.True(answer["errors"] is null, answer.ToJsonString(Json.Readable));
        return answer["data"]!["importFile"]!["batch"]!.ToJsonString(Json.Readable);
    }
}
