using System.Text.Json.Nodes;
using Modular.Kernel.Access;
using Modular.TestKit.Hosts;
using Xunit;
using static Modular.ResidenceLiaison.Tests.LiaisonProvince;

namespace Modular.ResidenceLiaison.Tests;

/// <summary>From the admission to the notice of an expulsion, each step over HTTP by whose turn it is, with no more than the default role of their place.</summary>
public sealed class WholeLifeTests(LiaisonProvince province)
{
    private const int Summoned = 77;
    private const int Absent = 13;
    private static readonly object Decision = new { number = "15-QĐ/HU", decidedOn = "2026-09-02", authority = "Ban Thường vụ Huyện ủy" };

    [Fact]
    public async Task Workplace_and_residence_keep_contact_with_their_members_and_with_each_other()
    {
        var hamlet = await province.FoundAsync(province.CommuneCommittee, "CELL", "Chi bộ ấp Mỹ Hưng A", "RESIDENTIAL_AREA");
        var secretary = await province.SignInAsync($"secretary.{province.NextNumber()}", null, TestGrant.OfRole(DefaultRoles.CellSecretary, Reach.Organization, KeyOf(hamlet)));
        var expelled = await province.AddMemberAsync(province.AgencyCell);
        List<(string Id, int Version)> members = [await province.AddMemberAsync(province.AgencyCell, status: "PROBATIONARY"), expelled];
        while (members.Count < Summoned)
            members.Add(await province.AddMemberAsync(province.AgencyCell));
        var newcomer = members[0].Id;

        // The admission alone brought the newcomer onto the workplace's list.
        var introductions = new List<(string Id, int Version)>();
        foreach (var (id, _) in members)
            introductions.Add(await province.IntroductionOfAsync(id));
        Assert.Contains(introductions[0].Id, await NotIntroducedAsync());
        introductions = await StepAsync(province.Workplace, "issueResidenceLetters", introductions, new { receiverId = province.CommuneCommittee, on = "2026-07-13" });
        introductions = await StepAsync(province.Commune, "receiveResidenceLetters", introductions, new { on = "2026-07-14" });
        introductions = await StepAsync(province.Commune, "assignResidenceCell", introductions, new { cellId = hamlet, on = "2026-07-15" });
        introductions = await StepAsync(secretary, "informResidenceMembers", introductions, new { on = "2026-07-16" });

        var meeting = await MeetAsync(secretary, hamlet, [.. introductions.TakeLast(Absent).Select(introduction => introduction.Id)]);
        Assert.Equal(Compact("""{"expected":77,"present":64,"absent":13,"attendancePercent":"83.12"}"""), meeting.ToJsonString(Readable));
        Assert.Equal((Absent, "ABSENT_FROM_MEETING"), await ToldAsync(province.Workplace, province.Agency, "2026-08-31"));

        await DoAsync(
            province.Officer, "changeMemberStatus",
            new { memberId = expelled.Id, expectedVersion = expelled.Version, status = "EXPELLED", effectiveOn = "2026-09-03", asCorrection = true, reason = "Khai trừ.", decision = Decision }, "member { id }");
        await province.Host.DispatchEventsAsync();
        Assert.Equal((1, "EXPELLED"), await ToldAsync(secretary, hamlet, "2026-09-03"));

        var member = await province.SignInAsync($"newcomer.{province.NextNumber()}", KeyOf(newcomer), TestGrant.OfRole(DefaultRoles.Member, Reach.Self));
        var own = await member.ExecuteAsync("query ($id: ID!) { member(id: $id) { residence { assignment { state } meetings { nodes { metOn kind } } } } }", new { id = newcomer });
        own.HasData("""{ "member": { "residence": { "assignment": { "state": "ACTIVE" }, "meetings": { "nodes": [{ "metOn": "2026-08-31", "kind": "PRESENT" }] } } } }""");
    }

    private async Task<string> NotIntroducedAsync() => (await province.Workplace.ExecuteAsync(
        "query ($id: ID!) { membersNotIntroduced(first: 200, where: {workplace: {id: $id}}, orderBy: [{field: OPENED, direction: DESC}]) { nodes { id } } }", new { id = province.AgencyCell })).Data.ToJsonString();

    private static async Task<List<(string Id, int Version)>> StepAsync(TestClient client, string mutation, List<(string Id, int Version)> introductions, object more) =>
        [.. (await DoAsync(client, mutation, Input(introductions, more), "residenceIntroductions { id version }"))["residenceIntroductions"]!.AsArray().Select(one => ((string)one!["id"]!, (int)one["version"]!))];

    private static async Task<JsonNode> MeetAsync(TestClient secretary, string cell, string[] absent)
    {
        var meeting = (await DoAsync(
            secretary, "planResidenceMeeting", new { cellId = cell, period = "SECOND_HALF", plannedOn = "2026-08-31", agenda = "Tình hình địa phương." }, "residenceMeeting { id version }"))["residenceMeeting"]!;
        meeting = (await DoAsync(secretary, "inviteToResidenceMeeting", new { id = (string)meeting["id"]!, expectedVersion = (int)meeting["version"]! }, "residenceMeeting { id version }"))["residenceMeeting"]!;
        return (await DoAsync(
            secretary, "recordResidenceMeeting",
            new
            {
                id = (string)meeting["id"]!,
                expectedVersion = (int)meeting["version"]!,
                heldOn = "2026-08-31",
                attendances = absent.Select(introductionId => new { introductionId, kind = "ABSENT_WITHOUT_REASON" }).ToArray(),
            },
            "residenceMeeting { expected present absent attendancePercent }"))["residenceMeeting"]!;
    }

    /// <summary>How many notices of a day lie at an organization as a user sees them, and of which kind.</summary>
    private static async Task<(int Count, string Kinds)> ToldAsync(TestClient client, string organization, string happenedOn)
    {
        var answer = await client.ExecuteAsync(
            "query ($id: ID!, $on: Date!) { residenceNotices(first: 100, where: {addressee: {id: $id}, happenedOn: {eq: $on}}) { nodes { kind state } } }", new { id = organization, on = happenedOn });
        var notices = answer.Data["residenceNotices"]!["nodes"]!.AsArray();
        return (notices.Count, string.Join(' ', notices.Select(notice => (string)notice!["kind"]!).Distinct()));
    }
}
