using Modular.TestKit.Hosts;
using Xunit;
using static Modular.ResidenceLiaison.Tests.LiaisonProvince;

namespace Modular.ResidenceLiaison.Tests.WorkItems;

/// <summary>What is due about introductions goes from one organization to the next with the letter.</summary>
public sealed class IntroductionWorkTests(LiaisonProvince province)
{
    [Fact]
    public async Task Each_step_is_due_where_it_is_to_be_taken_until_it_is_taken()
    {
        var (member, _) = await province.AddMemberAsync(province.AgencyCell, status: "PROBATIONARY");
        var introduction = await province.IntroductionOfAsync(member);
        await HasWorkAsync(province.Workplace, "introduction-to-issue", "RES-02", "2026-08-17", "Đảng bộ Sở Xây dựng");

        introduction = await StepAsync(province.Workplace, "issueResidenceLetters", introduction, new { receiverId = province.CommuneCommittee, on = "2026-10-05" });
        await HasWorkAsync(province.Commune, "letter-to-receive", "RES-03", "2026-10-26", "Đảng bộ xã Giao Hà");
        introduction = await StepAsync(province.Commune, "receiveResidenceLetters", introduction, new { on = "2026-10-06" });
        await HasWorkAsync(province.Commune, "member-to-assign", "RES-03", "2026-10-27", "Đảng bộ xã Giao Hà");
        introduction = await StepAsync(province.Commune, "assignResidenceCell", introduction, new { cellId = province.Hamlet, on = "2026-10-07" });
        await HasWorkAsync(province.HamletSecretary, "member-to-inform", "RES-03", "2026-10-28", "Chi bộ xóm 1");
        await StepAsync(province.HamletSecretary, "informResidenceMembers", introduction, new { on = "2026-10-08" });

        var left = await province.Officer.ExecuteAsync(
            "query ($id: ID!) { member(id: $id) { workItems { nodes { kind { module } } } } }", new { id = member });
        Assert.DoesNotContain("residence-liaison", left.Data.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_that_was_reviewed_is_due_again_after_a_year()
    {
        var workplace = await province.FoundAsync(province.Bloc, "GRASSROOTS_CELL", "Chi bộ cơ sở Thư viện", "AGENCY");
        await DoAsync(province.Officer, "reviewResidenceList", new { organizationId = workplace }, "residenceListReviews { listed }");

        var due = await province.Officer.ExecuteAsync(
            "query ($id: ID!) { workItems(where: {kindId: {eq: \"residence-liaison.list-to-review\"}, organization: {id: $id}}) { nodes { dueOn kind { ruleId } } } }", new { id = workplace });
        due.HasData($$"""{ "workItems": { "nodes": [{ "dueOn": "{{Today.AddDays(365):yyyy-MM-dd}}", "kind": { "ruleId": "RES-01" } }] } }""");
    }

    private static async Task HasWorkAsync(TestClient client, string kind, string rule, string dueOn, string responsible)
    {
        var answer = await client.ExecuteAsync(
            "query ($kind: String!) { workItems(first: 200, where: {kindId: {eq: $kind}}) { nodes { dueOn kind { ruleId } responsible { name } } } }", new { kind = $"residence-liaison.{kind}" });
        var expected = Compact($$"""{ "dueOn": "{{dueOn}}", "kind": { "ruleId": "{{rule}}" }, "responsible": { "name": "{{responsible}}" } }""");
        Assert.Contains(expected, answer.Data["workItems"]!["nodes"]!.AsArray().Select(item => item!.ToJsonString(Readable)));
    }
}
