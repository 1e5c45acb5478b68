using Modular.TestKit.Databases;
using Modular.TestKit.Hosts;
using Xunit;
using static Modular.ResidenceLiaison.Tests.LiaisonProvince;

namespace Modular.ResidenceLiaison.Tests.Introductions;

/// <summary>The list of those who are to be introduced is complete (RES-01).</summary>
public sealed class ListReviewTests(LiaisonProvince province)
{
    private const string Line = "listed added ended changed organization { name }";

    [Fact]
    public async Task A_review_brings_whoever_is_missing_onto_the_list_and_does_nothing_twice()
    {
        var workplace = await province.FoundAsync(province.Bloc, "GRASSROOTS_CELL", "Chi bộ cơ sở Trường Chính trị", "SCHOOL");
        await province.NewIntroductionAsync(workplace);
        var (missing, _) = await province.AddMemberAsync(workplace);
        await province.IntroductionOfAsync(missing);
        // As it is with members who were there before the module was.
        await province.Host.Database.ExecuteAsync(TestProvinces.NamDinh, "delete from residence_liaison.introduction where member_id = $1", KeyOf(missing));

        Assert.Equal(
            Compact("""[{"listed":2,"added":1,"ended":0,"changed":0,"organization":{"name":"Chi bộ cơ sở Trường Chính trị"}}]"""), await ReviewAsync(workplace));
        Assert.Equal(
            Compact("""[{"state":"TO_INTRODUCE","cause":"LIST_REVIEW"}]"""), await IntroductionsOfAsync(province.Officer, missing, "state cause"));
        Assert.Equal(
            Compact("""[{"listed":2,"added":0,"ended":0,"changed":0,"organization":{"name":"Chi bộ cơ sở Trường Chính trị"}}]"""), await ReviewAsync(workplace));
    }

    [Fact]
    public async Task The_list_of_those_who_are_not_introduced_shows_why_and_the_longest_overdue_first()
    {
        var workplace = await province.FoundAsync(province.Bloc, "GRASSROOTS_CELL", "Chi bộ cơ sở Đài Phát thanh", "AGENCY");
        await province.NewIntroductionAsync(workplace);
        await StepAsync(province.Officer, "issueResidenceLetters", await province.NewIntroductionAsync(workplace), new { receiverId = province.CommuneCommittee });
        var (returned, _) = await province.AddMemberAsync(workplace);
        var letter = await StepAsync(province.Officer, "issueResidenceLetters", await province.IntroductionOfAsync(returned), new { receiverId = province.CommuneCommittee, on = "2026-06-01" });
        await StepAsync(province.Officer, "returnResidenceLetters", letter, new { reason = "WRONG_ADDRESS", on = "2026-06-08" });

        var answer = await province.Officer.ExecuteAsync(
            "query ($id: ID!) { membersNotIntroduced(where: {workplace: {id: $id}}) { totalCount nodes { cause introduceBy isOverdue } } }", new { id = workplace });
        answer.HasData(
            """
            { "membersNotIntroduced": { "totalCount": 2, "nodes": [
              { "cause": "ADMISSION", "introduceBy": "2016-02-16", "isOverdue": true }, { "cause": "RETURNED", "introduceBy": "2026-07-20", "isOverdue": true }] } }
            """);
    }

    [Fact]
    public async Task Nobody_reviews_the_list_of_another_workplace()
    {
        Assert.Equal(["NOT_FOUND input.organizationId"], await ProblemsAsync(province.Workplace, "reviewResidenceList", new { organizationId = province.OtherAgency }));
        var member = await province.SignInAsync(
            $"reader.{province.NextNumber()}", null, TestGrant.Below(KeyOf(province.Agency), "residence-liaison.read"));
        var refused = await member.ExecuteAsync(
            "mutation ($input: ReviewResidenceListInput!) { reviewResidenceList(input: $input) { errors { __typename } } }", new { input = new { organizationId = province.Agency } });
        Assert.Equal(["FORBIDDEN"], refused.ErrorCodes);
    }

    private async Task<string> ReviewAsync(string workplace) => (await DoAsync(
        province.Officer, "reviewResidenceList", new { organizationId = workplace }, $"residenceListReviews {{ {Line} }}"))["residenceListReviews"]!.ToJsonString(Readable);
}
