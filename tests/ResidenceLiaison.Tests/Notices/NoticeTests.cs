using System.Text.Json;
using System.Text.Json.Nodes;
using Modular.TestKit.Hosts;
using Xunit;
using static Modular.ResidenceLiaison.Tests.LiaisonProvince;

namespace Modular.ResidenceLiaison.Tests.Notices;

/// <summary>Workplace and residence tell each other of members (RES-07, RES-08, RES-14), the register by itself where it knows.</summary>
public sealed class NoticeTests(LiaisonProvince province)
{
    private static readonly object Decision = new { number = "9-QĐ/HU", decidedOn = "2026-08-20", authority = "Ban Thường vụ Huyện ủy" };

    [Fact]
    public async Task The_residence_is_told_of_an_expulsion_and_takes_note()
    {
        var contact = await KeepingContact.NewAsync(province);
        await DoAsync(
            province.Officer, "changeMemberStatus",
            new { memberId = contact.Member, expectedVersion = contact.Version, status = "EXPELLED", effectiveOn = "2026-09-01", asCorrection = true, reason = "Expelled.", decision = Decision }, "member { id }");

        var notice = Assert.Single(await ThreadAsync(province.HamletSecretary, contact, "id version kind direction state happenedOn isAutomatic content sender { name } addressee { name } isOverdue"))!;
        Assert.Equal(
            Compact("""
            {"kind":"EXPELLED","direction":"TO_RESIDENCE","state":"DELIVERED","happenedOn":"2026-09-01","isAutomatic":true,"content":null,
             "sender":{"name":"Đảng bộ Sở Xây dựng"},"addressee":{"name":"Chi bộ xóm 1"},"isOverdue":false}
            """),
            Without(notice, "id", "version"));
        Assert.Contains(contact.Member, await WorkAsync(province.HamletSecretary, "notice-to-acknowledge"));

        Assert.Equal(["NOTICE_IS_OUT_OF_YOUR_REACH input.notices.0.id"], await ProblemsAsync(province.Workplace, "acknowledgeResidenceNotices", Naming(notice)));
        notice = await StepAsync(province.HamletSecretary, "readResidenceNotices", notice);
        notice = await StepAsync(province.HamletSecretary, "acknowledgeResidenceNotices", notice);
        Assert.Equal(["NOTICE_STEP_DOES_NOT_FOLLOW input.notices.0 RES-07"], await ProblemsAsync(province.HamletSecretary, "readResidenceNotices", Naming(notice)));
        Assert.Equal(
            Compact($$"""{"state":"ACKNOWLEDGED","readOn":"{{Today:o}}","acknowledgedOn":"{{Today:o}}"}"""),
            (await ThreadAsync(province.Workplace, contact, "state readOn acknowledgedOn"))[0]!.ToJsonString(Readable));
        Assert.DoesNotContain(contact.Member, await WorkAsync(province.HamletSecretary, "notice-to-acknowledge"));
    }

    [Fact]
    public async Task What_changes_at_the_workplace_is_told_with_its_kind_once_and_to_the_commune_where_there_is_no_cell_yet()
    {
        var moving = await KeepingContact.NewAsync(province, assigned: false);
        await DoAsync(
            province.Officer, "recordAddress",
            new { memberId = moving.Member, expectedVersion = moving.Version, residence = new { kind = "TEMPORARY", address = "Số 9 đường Trần Phú", from = "2026-09-14" } }, "member { id }");
        Assert.Equal("MOVED_HOUSE Đảng bộ xã Giao Hà", await ToldAsync(moving));

        var away = await KeepingContact.NewAsync(province);
        await DoAsync(province.Officer, "setMemberFlag", new { memberId = away.Member, expectedVersion = away.Version, flag = "ABROAD", from = "2026-09-01", reason = "Đi học." }, "member { id }");
        Assert.Equal("LONG_ABSENCE Chi bộ xóm 1", await ToldAsync(away));

        var secret = await KeepingContact.NewAsync(province);
        await LiaisonProvince.StepAsync(province.Workplace, "setResidenceCategory", secret.Introduction, new { category = "EXEMPT_FROM_INTRODUCTION", reason = "Nhiệm vụ bí mật." });
        Assert.Equal("CATEGORY_CHANGED Chi bộ xóm 1", await ToldAsync(secret));
        Assert.DoesNotContain("bí mật", JsonSerializer.Serialize(await ThreadAsync(province.HamletSecretary, secret, "kind content introduction { categoryReason closingReason closingNote }"), Readable), StringComparison.Ordinal);

        // The register compares what it finds with what is known already: a review tells nothing twice.
        await DoAsync(province.Workplace, "reviewResidenceList", new { organizationId = province.Agency }, "residenceListReviews { listed }");
        Assert.Equal("LONG_ABSENCE Chi bộ xóm 1", await ToldAsync(away));
    }

    [Fact]
    public async Task Posts_that_are_taken_up_are_told()
    {
        var cell = await province.FoundAsync(province.Agency, "CELL", "Chi bộ Kỹ thuật");
        var contact = await KeepingContact.NewAsync(province, cell: cell);
        var term = (string)(await DoAsync(
            province.Officer, "openCommitteeTerm",
            new { organizationId = cell, number = "2025-2027", effectiveOn = "2026-08-24", committeeSize = 0, decision = Decision }, "committeeTerm { id }"))["committeeTerm"]!["id"]!;
        await DoAsync(
            province.Officer, "assignPost",
            new { termId = term, memberId = contact.Member, post = "SECRETARY", basis = "ELECTED", effectiveOn = "2026-09-07", decision = Decision }, "committeePost { id }");

        var notice = Assert.Single(await ThreadAsync(province.Commune, contact, "kind happenedOn content"));
        Assert.Equal(Compact("""{"kind":"POST_CHANGED","happenedOn":"2026-09-07","content":"Giữ chức vụ bí thư, Chi bộ Kỹ thuật."}"""), notice!.ToJsonString(Readable));
    }

    [Fact]
    public async Task The_residence_proposes_and_the_workplace_answers()
    {
        var contact = await KeepingContact.NewAsync(province);
        object proposal = new { introductionIds = new[] { contact.Introduction.Id }, kind = "HANDLING_PROPOSED", content = "Xây nhà trái phép." };
        Assert.Equal(["NOTICE_IS_OUT_OF_YOUR_REACH input.introductionIds.0"], await ProblemsAsync(province.Workplace, "sendResidenceNotices", proposal));
        var sent = (await DoAsync(province.HamletSecretary, "sendResidenceNotices", proposal, "residenceNotices { id version state }"))["residenceNotices"]![0]!;

        Assert.Equal(["ONLY_PROPOSALS_ARE_ANSWERED input.notices.0 RES-14"], await AnswerOfMessageAsync(contact));
        var answered = (await DoAsync(
            province.Workplace, "answerResidenceProposals", Naming(sent, new { result = "ACCEPTED_IN_PART", answer = "Đã phê bình trước chi bộ." }),
            "residenceNotices { state result answer answeredOn acknowledgedOn }"))["residenceNotices"]![0]!;
        Assert.Equal(
            Compact($$"""{"state":"ANSWERED","result":"ACCEPTED_IN_PART","answer":"Đã phê bình trước chi bộ.","answeredOn":"{{Today:o}}","acknowledgedOn":"{{Today:o}}"}"""), answered.ToJsonString(Readable));
        Assert.DoesNotContain(contact.Member, await WorkAsync(province.Workplace, "proposal-to-answer"));
    }

    [Fact]
    public async Task Nobody_writes_what_the_register_knows_nor_without_a_direction_nor_before_the_letter()
    {
        var contact = await KeepingContact.NewAsync(province);
        string[] introductionIds = [contact.Introduction.Id];
        var listed = await province.NewIntroductionAsync();

        Assert.Equal(
            ["NOTICE_OF_THE_KIND_IS_TOLD_BY_ITSELF input.kind RES-07"], await ProblemsAsync(province.Workplace, "sendResidenceNotices", new { introductionIds, kind = "EXPELLED", content = "…" }));
        Assert.Equal(["NOTICE_SAYS_ITS_DIRECTION input.direction"], await ProblemsAsync(province.Workplace, "sendResidenceNotices", new { introductionIds, kind = "MESSAGE", content = "…" }));
        Assert.Equal(
            ["NOTICE_SAYS_ITS_DIRECTION input.direction"],
            await ProblemsAsync(province.Workplace, "sendResidenceNotices", new { introductionIds, kind = "BREACH", direction = "TO_RESIDENCE", content = "…" }));
        Assert.Equal(
            ["NOBODY_KEEPS_CONTACT_BY_THIS_INTRODUCTION input.introductionIds.0 RES-07"],
            await ProblemsAsync(province.Workplace, "sendResidenceNotices", new { introductionIds = new[] { listed.Id }, kind = "SPECIAL_TASK", content = "…" }));
        Assert.Equal(
            ["LIAISON_STEP_IS_STILL_TO_COME input.happenedOn"],
            await ProblemsAsync(province.Workplace, "sendResidenceNotices", new { introductionIds, kind = "SPECIAL_TASK", content = "…", happenedOn = Today.AddDays(1).ToString("o") }));
    }

    [Fact]
    public async Task An_absence_without_a_reason_is_told_to_the_workplace_and_taken_back_when_it_is_corrected()
    {
        var contact = await KeepingContact.NewAsync(province);
        var plan = new { cellId = province.Hamlet, period = "EXTRAORDINARY", plannedOn = "2026-09-10", agenda = "Xây dựng nông thôn mới." };
        var meeting = (await DoAsync(province.HamletSecretary, "planResidenceMeeting", plan, "residenceMeeting { id version }"))["residenceMeeting"]!;
        meeting = (await DoAsync(province.HamletSecretary, "inviteToResidenceMeeting", Changing(meeting), "residenceMeeting { id version }"))["residenceMeeting"]!;
        meeting = await RecordAsync(meeting, new { introductionId = contact.Introduction.Id, kind = "REPRESENTED", representedBy = "Vợ" });

        var told = Assert.Single(await ThreadAsync(province.Workplace, contact, "kind direction state happenedOn content addressee { name }"));
        Assert.Equal(
            Compact("""{"kind":"ABSENT_FROM_MEETING","direction":"TO_WORKPLACE","state":"DELIVERED","happenedOn":"2026-09-10","content":"Người nhà đi thay: Vợ.","addressee":{"name":"Đảng bộ Sở Xây dựng"}}"""),
            told!.ToJsonString(Readable));

        meeting = await RecordAsync(meeting, new { introductionId = contact.Introduction.Id, kind = "ABSENT_WITH_REASON", reason = "Ốm." });
        Assert.Equal(["WITHDRAWN"], await StatesAsync(contact));
        await RecordAsync(meeting, new { introductionId = contact.Introduction.Id, kind = "ABSENT_WITHOUT_REASON" });
        Assert.Equal(["DELIVERED", "WITHDRAWN"], await StatesAsync(contact));
    }

    private async Task<string[]> AnswerOfMessageAsync(KeepingContact contact)
    {
        var message = (await DoAsync(
            province.HamletSecretary, "sendResidenceNotices",
            new { introductionIds = new[] { contact.Introduction.Id }, kind = "MESSAGE", direction = "TO_WORKPLACE", content = "Xin số điện thoại." }, "residenceNotices { id version }"))["residenceNotices"]![0]!;
        return await ProblemsAsync(province.Workplace, "answerResidenceProposals", Naming(message, new { result = "ACCEPTED", answer = "…" }));
    }

    private async Task<JsonNode> RecordAsync(JsonNode meeting, object attendance) => (await DoAsync(
        province.HamletSecretary, "recordResidenceMeeting", Changing(meeting, new { heldOn = "2026-09-10", attendances = new[] { attendance } }), "residenceMeeting { id version }"))["residenceMeeting"]!;

    private async Task<string[]> StatesAsync(KeepingContact contact) =>
        [.. (await ThreadAsync(province.Workplace, contact, "state")).Select(notice => (string)notice!["state"]!).Order(StringComparer.Ordinal)];

    private async Task<string> ToldAsync(KeepingContact contact)
    {
        var notice = Assert.Single(await ThreadAsync(province.Workplace, contact, "kind addressee { name }"))!;
        return $"{notice["kind"]} {notice["addressee"]!["name"]}";
    }

    /// <summary>The thread of the introduction as a user sees it, after all events were handed out.</summary>
    private async Task<JsonArray> ThreadAsync(TestClient client, KeepingContact contact, string selection)
    {
        await province.Host.DispatchEventsAsync();
        var answer = await client.ExecuteAsync(
            $"query ($id: ID!) {{ residenceIntroduction(id: $id) {{ notices(first: 20) {{ nodes {{ {selection} }} }} }} }}", new { id = contact.Introduction.Id });
        return answer.Data["residenceIntroduction"]!["notices"]!["nodes"]!.AsArray();
    }

    /// <summary>Of which members something of a kind is due where the user follows it; the whole answer where members are out of their reach.</summary>
    private async Task<string[]> WorkAsync(TestClient client, string kind)
    {
        var visible = await client.ExecuteAsync(
            "query ($kind: String!) { workItems(first: 200, where: {kindId: {eq: $kind}}) { nodes { id } } }", new { kind = $"residence-liaison.{kind}" });
        var ids = visible.Data["workItems"]!["nodes"]!.AsArray().Select(item => (string)item!["id"]!).ToHashSet();
        var all = await province.Officer.ExecuteAsync(
            "query ($kind: String!) { workItems(first: 200, where: {kindId: {eq: $kind}}) { nodes { id member { id } } } }", new { kind = $"residence-liaison.{kind}" });
        return [.. all.Data["workItems"]!["nodes"]!.AsArray().Where(item => ids.Contains((string)item!["id"]!)).Select(item => (string)item!["member"]!["id"]!)];
    }

    private static async Task<JsonNode> StepAsync(TestClient client, string mutation, JsonNode notice) =>
        (await DoAsync(client, mutation, Naming(notice), "residenceNotices { id version }"))["residenceNotices"]![0]!;

    private static JsonObject Naming(JsonNode notice, object? more = null)
    {
        var input = more is null ? [] : JsonSerializer.SerializeToNode(more)!.AsObject();
        input["notices"] = new JsonArray(new JsonObject { ["id"] = (string)notice["id"]!, ["expectedVersion"] = (int)notice["version"]! });
        return input;
    }

    private static JsonObject Changing(JsonNode changed, object? more = null)
    {
        var input = more is null ? [] : JsonSerializer.SerializeToNode(more)!.AsObject();
        input["id"] = (string)changed["id"]!;
        input["expectedVersion"] = (int)changed["version"]!;
        return input;
    }

    private static string Without(JsonNode? node, params string[] names)
    {
        var left = node!.DeepClone().AsObject();
        foreach (var name in names)
            left.Remove(name);
        return left.ToJsonString(Readable);
    }
}
