using Modular.Kernel.Access;
using Modular.ResidenceLiaison.Contracts;
using Modular.TestKit.Databases;
using Xunit;
using static Modular.ResidenceLiaison.Tests.Comments.CommentedCell;
using static Modular.ResidenceLiaison.Tests.LiaisonProvince;

namespace Modular.ResidenceLiaison.Tests.Comments;

/// <summary>Personnel steps take the comment of the residence (RES-06).</summary>
public sealed class RequiredCommentTests(LiaisonProvince province)
{
    [Fact]
    public async Task Nobody_is_recognized_as_an_official_member_without_the_comment_of_the_residence()
    {
        var cell = await CommentedCell.MakeAsync(province, members: 0);
        var ceremony = Today.AddMonths(-14).ToString("o");
        var (member, version) = await province.AddMemberAsync(cell.AgencyCell, status: "PROBATIONARY", ceremonyOn: ceremony);
        var recognition = new { memberId = member, expectedVersion = version, status = "OFFICIAL", decision = new { number = "9-QĐ/ĐU", decidedOn = Today.ToString("o") } };

        Assert.Equal(["Introduction"], await MissingAsync(member));
        await cell.AssignAsync(member);
        Assert.Equal(["Request"], await MissingAsync(member));
        var introduction = await province.IntroductionOfAsync(member);
        var asked = (await DoAsync(
            cell.AgencyOfficer, "requestResidenceComments", Input([introduction], new { purpose = "OFFICIAL_RECOGNITION" }), "residenceCommentRequests { id version }"))["residenceCommentRequests"]![0]!;
        Assert.Equal(["Comment"], await MissingAsync(member));
        Assert.Equal(["RECOGNITION_LACKS_SOMETHING input.memberId RES-06"], await ProblemsAsync(province.Officer, "changeMemberStatus", recognition));

        await cell.SendAsync(Draft(Of(asked)));

        Assert.Equal(["nothing"], await MissingAsync(member));
        await DoAsync(province.Officer, "changeMemberStatus", recognition, "member { status }");
    }

    [Fact]
    public async Task The_port_answers_for_many_members_at_once_and_takes_nothing_where_nothing_is_mandatory()
    {
        var cell = await CommentedCell.MakeAsync(province, members: 3);
        var (sent, returned, exempt) = (cell.Members[0], cell.Members[1], cell.Members[2]);
        await StepAsync(province.Officer, "setResidenceCategory", await province.IntroductionOfAsync(exempt.Member), new { category = "EXEMPT_FROM_INTRODUCTION", reason = "Nhiệm vụ đặc biệt." });
        var asked = (await DoAsync(
            cell.AgencyOfficer, "requestResidenceComments",
            Input([await province.IntroductionOfAsync(sent.Member), await province.IntroductionOfAsync(returned.Member)], new { purpose = "ROTATION" }),
            "residenceCommentRequests { id version }"))["residenceCommentRequests"]!;
        await cell.SendAsync(Draft(Of(asked[0]!)));
        await StepCommentsAsync(cell.Secretary, "returnResidenceCommentRequests", [Of(asked[1]!)], new { reason = "NOT_IN_CONTACT" });

        Assert.Equal(["nothing", "Answer", "not asked"], await StandingsAsync(ResidenceCommentPurpose.Rotation, Today, sent.Member, returned.Member, exempt.Member));
        Assert.Equal(["NewerComment", "Answer", "not asked"], await StandingsAsync(ResidenceCommentPurpose.Rotation, Today.AddMonths(13), sent.Member, returned.Member, exempt.Member));
        Assert.Equal(["not asked", "not asked"], await StandingsAsync(ResidenceCommentPurpose.Reward, Today, sent.Member, returned.Member));
    }

    [Fact]
    public async Task A_province_that_has_not_enabled_the_module_is_held_up_by_nothing()
    {
        var stranger = Guid.CreateVersion7();
        Assert.Equal(["Introduction"], await StandingsAsync(TestProvinces.TienGiang, ResidenceCommentPurpose.Appointment, Today, stranger));

        await province.Host.Database.ExecuteAsync(
            TestProvinces.TienGiang, "update kernel.province_modules set enabled = false where province_id = $1 and module = 'residence-liaison'", TestProvinces.TienGiang.Id.Value);

        Assert.Equal(["not asked"], await StandingsAsync(TestProvinces.TienGiang, ResidenceCommentPurpose.Appointment, Today, stranger));
    }

    private Task<string[]> MissingAsync(string member) => StandingsAsync(ResidenceCommentPurpose.OfficialRecognition, Today, member);

    private Task<string[]> StandingsAsync(ResidenceCommentPurpose purpose, DateOnly asOf, params string[] members) =>
        StandingsAsync(TestProvinces.NamDinh, purpose, asOf, [.. members.Select(KeyOf)]);

    private async Task<string[]> StandingsAsync(Kernel.Provinces.Province where, ResidenceCommentPurpose purpose, DateOnly asOf, params Guid[] members)
    {
        await province.Host.DispatchEventsAsync();
        await using var scope = province.Host.Database.Enter(where, new SystemAccess("test"));
        var standings = await scope.Get<IResidenceComments>().FindAsync(members, purpose, asOf, TestContext.Current.CancellationToken);
        return [.. members.Select(member => standings[member]).Select(one => one.IsMandatory ? one.Missing?.ToString() ?? "nothing" : "not asked")];
    }
}
