using System.Text.Json.Nodes;
using Modular.TestKit.Databases;
using Modular.TestKit.Hosts;
using Xunit;
using static Modular.ResidenceLiaison.Tests.Comments.CommentedCell;
using static Modular.ResidenceLiaison.Tests.LiaisonProvince;

namespace Modular.ResidenceLiaison.Tests.Comments;

/// <summary>Two records of one person become one with their comments (MEM-08, MEM-09).</summary>
public sealed class MergedCommentsTests(LiaisonProvince province)
{
    private const string Requests =
        """
        select coalesce(string_agg(format('%s %s %s', member_id = $1, state, closing_reason), ', ' order by state, closing_reason), '')
        from residence_liaison.comment_request where member_id in ($1, $2)
        """;

    [Fact]
    public async Task Of_two_yearly_comments_that_of_the_record_that_stays_goes_on_and_undoing_gives_both_back()
    {
        var cell = await CommentedCell.MakeAsync(province, members: 1);
        var (kept, introduction) = cell.Members[0];
        var dropped = await RegisterAgainAsync(cell);
        await cell.AssignAsync(dropped);
        await cell.OpenRoundAsync();
        var request = await cell.RequestOfAsync(dropped);
        await DoAsync(cell.Secretary, "draftResidenceComments", new { comments = new[] { Draft(request) } }, "residenceCommentRequests { id }");
        Assert.Equal("f DRAFTED , t REQUESTED ", await StateAsync(kept, dropped));

        var merge = (string)(await DoAsync(
            province.Officer, "proposeMemberMerge",
            new
            {
                keptId = kept,
                keptVersion = await VersionAsync(kept),
                droppedId = dropped,
                droppedVersion = await VersionAsync(dropped),
                reason = "Hồ sơ lập hai lần.",
                document = new { number = "9-KL", decidedOn = "2026-06-01" },
            },
            "memberMerge { key }"))["memberMerge"]!["key"]!;
        string[] permissions = await province.Host.Database.ScalarAsync<string[]>(
            TestProvinces.NamDinh, "select array_agg(permission order by permission) from identity.offered_permissions");
        using var second = await province.SignInAsync($"second.{province.NextNumber()}", null, TestGrant.InProvince(permissions));
        await DoAsync(
            second, "mergeMembers", new { key = merge, expectedVersion = 1, keptVersion = await VersionAsync(kept), droppedVersion = await VersionAsync(dropped) }, "memberMerge { state }");
        await province.Host.DispatchEventsAsync();

        Assert.Equal("t CANCELLED MERGED, t REQUESTED ", await StateAsync(kept, dropped));
        Assert.Equal(introduction, (await province.IntroductionOfAsync(kept)).Id);

        await DoAsync(second, "undoMemberMerge", new { key = merge, expectedVersion = 2, reason = "Nhầm." }, "memberMerge { state }");
        Assert.Equal("f DRAFTED , t REQUESTED ", await StateAsync(kept, dropped));
    }

    /// <summary>The same person once more, without a number of identity.</summary>
    private async Task<string> RegisterAgainAsync(CommentedCell cell)
    {
        var number = province.NextNumber();
        JsonNode registered = await DoAsync(
            province.Officer, "registerMember",
            new
            {
                organizationId = cell.AgencyCell,
                since = "2016-01-05",
                status = "OFFICIAL",
                person = new { fullName = $"Đoàn Thị {string.Concat($"{number}".Select(digit => (char)('A' + digit - '0')))}", sex = "FEMALE", birthDate = "1981-03-05", ethnicGroup = "KINH" },
                membership = new { admissionDecidedOn = "2010-04-20", ceremonyOn = "2010-05-19", officialOn = "2011-05-19" },
                residences = new[] { new { kind = "PERMANENT", address = $"Nhà {number}, Xóm 1, xã Giao Hà", hamlet = "Xóm 1", communeCode = "14167", from = "2018-01-01" } },
                confirmNotDuplicate = "Known to be somebody else.",
            },
            "member { id }");
        return (string)registered["member"]!["id"]!;
    }

    private async Task<int> VersionAsync(string id) =>
        (int)(await province.Officer.ExecuteAsync("query ($id: ID!) { member(id: $id) { version } }", new { id })).Data["member"]!["version"]!;

    private Task<string> StateAsync(string kept, string dropped) => province.Host.Database.ScalarAsync<string>(TestProvinces.NamDinh, Requests, KeyOf(kept), KeyOf(dropped));
}
