using Modular.Kernel.Access;
using Modular.TestKit.Hosts;
using Xunit;
using static Modular.ResidenceLiaison.Tests.Comments.CommentedCell;
using static Modular.ResidenceLiaison.Tests.LiaisonProvince;

namespace Modular.ResidenceLiaison.Tests.Comments;

/// <summary>What is due about comments follows from how far they have come, at whose turn it is.</summary>
public sealed class CommentWorkTests(LiaisonProvince province)
{
    [Fact]
    public async Task Each_step_of_a_comment_is_due_where_it_is_to_be_made_and_done_when_it_was()
    {
        var cell = await CommentedCell.MakeAsync(province, members: 1);
        var member = cell.Members[0].Member;
        using var own = await province.SignInAsync($"own.{province.NextNumber()}", KeyOf(member), TestGrant.OfRole(DefaultRoles.Member, Reach.Self));
        await cell.OpenRoundAsync();
        Assert.Equal([$"comments-to-write {Today.AddDays(20):o}"], await DueAsync(cell));

        await DoAsync(cell.Secretary, "draftResidenceComments", new { comments = new[] { Draft(await cell.RequestOfAsync(member)) } }, "residenceCommentRequests { id }");
        await StepCommentsAsync(cell.Secretary, "signResidenceComments", [await cell.RequestOfAsync(member)], Signature());
        Assert.Equal(["comments-to-certify"], await KindsAsync(cell));
        await StepCommentsAsync(cell.CommuneOfficer, "certifyResidenceComments", [await cell.RequestOfAsync(member)], new { certifiedBy = "Nguyễn Văn Chứng" });
        Assert.Equal(["comments-to-send"], await KindsAsync(cell));
        await StepCommentsAsync(cell.CommuneOfficer, "sendResidenceComments", [await cell.RequestOfAsync(member)]);
        Assert.Equal(["comment-to-tell"], await KindsAsync(cell));
        await StepCommentsAsync(cell.AgencyOfficer, "receiveResidenceComments", [await cell.RequestOfAsync(member)]);
        Assert.Equal(["comment-to-tell"], await KindsAsync(cell));
        await StepCommentsAsync(cell.AgencyOfficer, "tellResidenceComments", [await cell.RequestOfAsync(member)]);
        Assert.Empty(await KindsAsync(cell));

        var read = Of((await own.ExecuteAsync("{ myMember { residence { comments { nodes { id version } } } } }")).Data["myMember"]!["residence"]!["comments"]!["nodes"]![0]!);
        var stated = Of((await DoAsync(own, "stateOnResidenceComment", new { id = read.Id, expectedVersion = read.Version, statement = "Tôi có ý kiến." }, "residenceComment { id version }"))["residenceComment"]!);
        Assert.Equal(["comment-statement-to-answer"], await KindsAsync(cell));
        await DoAsync(
            cell.Secretary, "answerResidenceCommentStatement", new { id = stated.Id, expectedVersion = stated.Version, answer = "Chi ủy ghi nhận." }, "residenceComment { id }");
        Assert.Empty(await KindsAsync(cell));
    }

    private async Task<string[]> KindsAsync(CommentedCell cell) => [.. (await DueAsync(cell)).Select(due => due.Split(' ')[0])];

    /// <summary>What is due about comments at both ends, with its last day.</summary>
    private async Task<string[]> DueAsync(CommentedCell cell)
    {
        var due = new List<string>();
        foreach (var organization in (string[])[cell.Commune, cell.Agency])
        {
            var items = await province.Officer.ExecuteAsync("query ($id: ID!) { workItems(first: 50, where: {organization: {id: $id}}) { nodes { dueOn kind { id } } } }", new { id = organization });
            due.AddRange(items.Data["workItems"]!["nodes"]!.AsArray().Select(item => $"{((string)item!["kind"]!["id"]!).Replace("residence-liaison.", "", StringComparison.Ordinal)} {item["dueOn"]}"));
        }

        return [.. due.Where(item => item.StartsWith("comment", StringComparison.Ordinal))];
    }
}
