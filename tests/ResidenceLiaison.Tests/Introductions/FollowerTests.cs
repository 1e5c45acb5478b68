using Xunit;
using static Modular.ResidenceLiaison.Tests.LiaisonProvince;

namespace Modular.ResidenceLiaison.Tests.Introductions;

/// <summary>Each member of the workplace's committee follows a group of members (RES-12).</summary>
public sealed class FollowerTests(LiaisonProvince province)
{
    [Fact]
    public async Task Members_of_the_committee_follow_members_and_the_gaps_are_seen()
    {
        var workplace = await province.FoundAsync(province.Bloc, "GRASSROOTS_COMMITTEE", "Đảng bộ Sở Tài chính", "AGENCY");
        var cell = await province.FoundAsync(workplace, "CELL", "Chi bộ Ngân sách");
        var (follower, _) = await province.AddMemberAsync(cell);
        await ElectAsync(workplace, follower);
        var (outsider, _) = await province.AddMemberAsync(cell);
        var first = await province.NewIntroductionAsync(cell);
        var second = await province.NewIntroductionAsync(cell);

        Assert.Equal(
            ["FOLLOWER_IS_NOT_IN_THE_COMMITTEE input.followerId RES-12", "FOLLOWER_IS_NOT_IN_THE_COMMITTEE input.followerId RES-12"],
            await ProblemsAsync(province.Officer, "assignResidenceFollower", Input([first, second], new { followerId = outsider })));
        Assert.Equal(
            ["NOBODY_FOLLOWS_THEMSELVES input.followerId RES-12"],
            await ProblemsAsync(province.Officer, "assignResidenceFollower", Input([await province.IntroductionOfAsync(follower)], new { followerId = follower })));
        first = await StepAsync(province.Officer, "assignResidenceFollower", first, new { followerId = follower });
        await StepAsync(province.Officer, "assignResidenceFollower", second, new { followerId = follower });
        await StepAsync(province.Officer, "assignResidenceFollower", first);

        var answer = await province.Officer.ExecuteAsync(
            """
            query ($id: ID!, $follower: ID!) {
              organization(id: $id) { residenceLiaison { followers { member { id } followed active } total withoutFollower } }
              residenceIntroductions(where: {workplace: {id: $id}, isFollowed: true}) { totalCount nodes { id follower { id } } }
              member(id: $follower) { followedAtResidence { totalCount } }
            }
            """,
            new { id = workplace, follower });
        answer.HasData(
            $$"""
            { "organization": { "residenceLiaison": { "followers": [{ "member": { "id": "{{follower}}" }, "followed": 1, "active": 0 }], "total": 4, "withoutFollower": 3 } },
              "residenceIntroductions": { "totalCount": 1, "nodes": [{ "id": "{{second.Id}}", "follower": { "id": "{{follower}}" } }] },
              "member": { "followedAtResidence": { "totalCount": 1 } } }
            """);
    }

    private async Task ElectAsync(string organization, string member)
    {
        var decision = new { number = "8-QĐ/TU", decidedOn = "2026-08-01", authority = "Ban Thường vụ Tỉnh ủy" };
        var term = (string)(await DoAsync(
            province.Officer, "openCommitteeTerm",
            new { organizationId = organization, number = "2025-2030", effectiveOn = "2026-08-03", committeeSize = 9, standingSize = 3, decision }, "committeeTerm { id }"))["committeeTerm"]!["id"]!;
        await DoAsync(
            province.Officer, "assignPost", new { termId = term, memberId = member, post = "MEMBER", basis = "ELECTED", effectiveOn = "2026-08-03", decision }, "committeePost { id }");
    }
}
