using System.Text.Json.Nodes;
using Modular.Kernel.Access;
using Modular.TestKit.Databases;
using Modular.TestKit.Hosts;
using Xunit;
using static Modular.ResidenceLiaison.Tests.Comments.CommentedCell;
using static Modular.ResidenceLiaison.Tests.LiaisonProvince;

namespace Modular.ResidenceLiaison.Tests.Comments;

/// <summary>The yearly comment of the residence on its way from the cell to the member (RES-05, RES-06, RES-10, RES-15).</summary>
public sealed class CommentTests(LiaisonProvince province)
{
    private const string Differences =
        """
        select count(*) from (
            select counted.organization_id, counted.year, sum(requested + drafted + signed + certified + sent_in_time + sent_late + returned) as due, sum(sent_in_time + sent_late) as sent,
                sum(commended) as commended
            from residence_liaison.comment_count as counted where side = 'RESIDENCE' and organization_id = $1 group by 1, 2
        ) as kept
        full join (
            select cell_id, year, count(*) as due, count(*) filter (where sent_on is not null) as sent, count(*) filter (where outcome = 'COMMENDED') as commended
            from residence_liaison.comment_request where purpose = 'YEARLY_RATING' and state <> 'CANCELLED' and cell_id = $1 group by 1, 2
        ) as facts on (kept.organization_id, kept.year) = (facts.cell_id, facts.year)
        where (kept.due, kept.sent, kept.commended) is distinct from (facts.due, facts.sent, facts.commended)
        """;

    [Fact]
    public async Task A_cell_comments_on_165_members_in_one_go_and_both_sides_and_the_member_take_their_steps()
    {
        var cell = await CommentedCell.MakeAsync(province, members: 2, copies: 163);
        var (member, introduction) = cell.Members[0];
        var number = province.NextNumber();
        using var own = await province.SignInAsync($"own.{number}", KeyOf(member), TestGrant.OfRole(DefaultRoles.Member, Reach.Self));
        await MeetAsync(cell, introduction);
        var round = await cell.OpenRoundAsync();

        var requests = await cell.RequestsAsync(cell.Secretary, "attendance { invited present absentWithReason absentWithoutReason represented } opinions { content }");
        Assert.Equal(165, requests.Count);
        var asked = requests.Single(request => (string?)request!["introduction"]!["id"] == introduction)!;
        Assert.Equal(
            Compact("""{"attendance":{"invited":1,"present":1,"absentWithReason":0,"absentWithoutReason":0,"represented":0},"opinions":[{"content":"Nên mở lớp học hè."}]}"""),
            new JsonObject { ["attendance"] = asked["attendance"]!.DeepClone(), ["opinions"] = asked["opinions"]!.DeepClone() }.ToJsonString(Readable));

        var drafts = requests.Select(request => Draft(Of(request!), "COMMENDED", "Tích cực tham gia tổ hòa giải.")).ToArray();
        var drafted = await DoAsync(cell.Secretary, "draftResidenceComments", new { comments = drafts }, "residenceCommentRequests { id version }");
        var signed = await StepCommentsAsync(cell.Secretary, "signResidenceComments", drafted["residenceCommentRequests"]!.AsArray().Select(one => Of(one!)), Signature());
        const string Seen = "query ($id: ID!) { member(id: $id) { residence { comments { nodes { level strengths invited opinions marks { criterion level } } } } } }";
        (await cell.AgencyOfficer.ExecuteAsync(Seen, new { id = member })).HasData("""{ "member": { "residence": { "comments": { "nodes": [] } } } }""");
        Assert.Equal(["COMMENT_IS_OUT_OF_YOUR_REACH input.requests.0.id"], await ProblemsAsync(cell.CommuneOfficer, "receiveResidenceComments", StepInput([signed[0]])));

        var certified = await StepCommentsAsync(cell.CommuneOfficer, "certifyResidenceComments", signed, new { certifiedBy = "Nguyễn Văn Chứng" });
        var sent = await StepCommentsAsync(cell.CommuneOfficer, "sendResidenceComments", certified);
        (await cell.AgencyOfficer.ExecuteAsync(Seen, new { id = member })).HasData("""
            { "member": { "residence": { "comments": { "nodes": [{ "level": "COMMENDED", "strengths": "Tích cực tham gia tổ hòa giải.", "invited": 1, "opinions": 1, "marks": [
              { "criterion": "CITIZEN", "level": "COMMENDED" }, { "criterion": "EXAMPLE", "level": "COMMENDED" }, { "criterion": "MEETINGS", "level": "COMMENDED" },
              { "criterion": "PEOPLE", "level": "COMMENDED" }, { "criterion": "PROPAGANDA", "level": "COMMENDED" }] }] } } } }
            """);

        var mine = sent.Single(one => one.Id == (string)asked["id"]!);
        mine = (await StepCommentsAsync(cell.AgencyOfficer, "receiveResidenceComments", [mine]))[0];
        const string Mine = "query { myMember { residence { comments { nodes { id version state strengths statement statementAnswer } } } } }";
        (await own.ExecuteAsync(Mine)).HasData("""{ "myMember": { "residence": { "comments": { "nodes": [] } } } }""");
        await StepCommentsAsync(cell.AgencyOfficer, "tellResidenceComments", [mine]);

        var read = (await own.ExecuteAsync(Mine)).Data["myMember"]!["residence"]!["comments"]!["nodes"]![0]!;
        Assert.Equal(("TOLD", "Tích cực tham gia tổ hòa giải."), ((string)read["state"]!, (string)read["strengths"]!));
        var stated = (await DoAsync(
            own, "stateOnResidenceComment", new { id = (string)read["id"]!, expectedVersion = (int)read["version"]!, statement = "Tôi đồng ý." }, "residenceComment { id version }"))["residenceComment"]!;
        await DoAsync(
            cell.Secretary, "answerResidenceCommentStatement", new { id = (string)stated["id"]!, expectedVersion = (int)stated["version"]!, answer = "Chi ủy cảm ơn đồng chí." }, "residenceComment { id }");
        Assert.Equal("Chi ủy cảm ơn đồng chí.", (string)(await own.ExecuteAsync(Mine)).Data["myMember"]!["residence"]!["comments"]!["nodes"]![0]!["statementAnswer"]!);

        var key = KeyOf((string)read["id"]!);
        string[] printed =
        [
            "Mẫu 3-213", "Gương mẫu về chính trị, đạo đức, lối sống", "Biểu dương", "Tích cực tham gia tổ hòa giải.", "Được mời 1, có mặt 1,", "Nguyễn Văn Chứng", "Tôi đồng ý.",
            "Chi ủy cảm ơn đồng chí.",
        ];
        Assert.Equal(printed, PrintedPaper.In(await PrintedPaper.SheetsAsync(own, "residence-comments", key), printed));
        Assert.Equal("%PDF", await PrintedPaper.BeginningAsync(cell.AgencyOfficer, "residence-comments", key));
        Assert.Equal("NotFound", await PrintedPaper.BeginningAsync(province.HamletSecretary, "residence-comments", key));
        Assert.Contains("Tích cực tham gia tổ hòa giải.", await PrintedPaper.SheetsAsync(own, "liaison-books", KeyOf(member)), StringComparison.Ordinal);

        const string Progress = "query ($id: ID!) { residenceCommentRound(id: $id) { progress { due requested sent sentLate told late commended warned } } }";
        (await cell.CommuneOfficer.ExecuteAsync(Progress, new { id = round })).HasData(
            """{ "residenceCommentRound": { "progress": { "due": 165, "requested": 0, "sent": 165, "sentLate": 0, "told": 1, "late": 0, "commended": 165, "warned": 0 } } }""");
        Assert.Equal(0L, await province.Host.Database.ScalarAsync<long>(TestProvinces.NamDinh, Differences, KeyOf(cell.Cell)));
    }

    [Fact]
    public async Task A_comment_on_a_member_who_was_never_received_comes_back_at_once_and_later_by_the_cell()
    {
        var cell = await CommentedCell.MakeAsync(province, members: 1);
        var unknown = await province.IntroductionOfAsync((await province.AddMemberAsync(cell.AgencyCell)).Id);
        var introduction = (await province.IntroductionOfAsync(cell.Members[0].Member));

        var returned = (await DoAsync(
            cell.AgencyOfficer, "requestResidenceComments", Input([unknown, introduction], new { purpose = "APPOINTMENT" }),
            "residenceCommentRequests { id version state closingReason cell { id } comments { id } }"))["residenceCommentRequests"]!.AsArray();
        Assert.Equal(["RETURNED NEVER_RECEIVED ", $"REQUESTED  {cell.Cell}"], returned.Select(one => $"{one!["state"]} {one["closingReason"]} {one["cell"]?["id"]}"));

        var answered = await DoAsync(
            cell.Secretary, "returnResidenceCommentRequests", StepInput([Of(returned[1]!)], new { reason = "NOT_LIVING_THERE", note = "Không ở ấp." }),
            "residenceCommentRequests { state closingReason closingNote }");
        Assert.Equal(
            Compact("""[{"state":"RETURNED","closingReason":"NOT_LIVING_THERE","closingNote":"Không ở ấp."}]"""), answered["residenceCommentRequests"]!.ToJsonString(Readable));
        Assert.Equal(
            ["COMMENT_STEP_DOES_NOT_FOLLOW input.comments.0 RES-05"],
            await ProblemsAsync(cell.Secretary, "draftResidenceComments", new { comments = new[] { Draft((Of(returned[1]!).Id, Of(returned[1]!).Version + 1)) } }));
    }

    [Fact]
    public async Task What_was_not_sent_is_corrected_in_place_and_what_was_sent_by_another_version()
    {
        var cell = await CommentedCell.MakeAsync(province, members: 1);
        var member = cell.Members[0].Member;
        await cell.OpenRoundAsync();
        await DoAsync(cell.Secretary, "draftResidenceComments", new { comments = new[] { Draft(await cell.RequestOfAsync(member), strengths: "Tốt.") } }, "residenceCommentRequests { id }");
        await StepCommentsAsync(cell.Secretary, "signResidenceComments", [await cell.RequestOfAsync(member)], Signature());
        await StepCommentsAsync(cell.CommuneOfficer, "sendBackResidenceComments", [await cell.RequestOfAsync(member)], new { reason = "Quá chung chung." });

        await cell.SendAsync(Draft(await cell.RequestOfAsync(member), strengths: "Dạy học cho trẻ em trong ấp."));
        Assert.Equal(Compact("""[{"revision":1,"state":"SENT","strengths":"Dạy học cho trẻ em trong ấp.","isReplaced":false}]"""), await VersionsAsync(cell.AgencyOfficer, member));

        var corrected = Draft(await cell.RequestOfAsync(member), "REMINDED", "Dạy học cho trẻ em.", "Vắng họp nhiều.");
        await DoAsync(cell.Secretary, "draftResidenceComments", new { comments = new[] { corrected } }, "residenceCommentRequests { id }");
        Assert.Single(JsonNode.Parse(await VersionsAsync(cell.AgencyOfficer, member))!.AsArray());
        await cell.SendAsync(Draft(await cell.RequestOfAsync(member), "REMINDED", "Dạy học cho trẻ em.", "Vắng họp nhiều."));
        Assert.Equal(
            Compact("""
            [{"revision":1,"state":"SENT","strengths":"Dạy học cho trẻ em trong ấp.","isReplaced":true},{"revision":2,"state":"SENT","strengths":"Dạy học cho trẻ em.","isReplaced":false}]
            """),
            await VersionsAsync(cell.AgencyOfficer, member));

        var history = await province.Host.Database.ScalarAsync<long>(
            TestProvinces.NamDinh, "select count(*) from kernel.edits where entity = 'Comment' and reason = 'Quá chung chung.'");
        Assert.Equal(1L, history);
        var figures = await province.Officer.ExecuteAsync(
            "query ($id: ID!, $year: Int!) { organization(id: $id) { residenceLiaison { commentFigures(side: WORKPLACE, fromYear: $year, toYear: $year) { due sent inTime late commended ordinary warned } } } }",
            new { id = cell.Agency, year = Today.Year });
        figures.HasData("""{ "organization": { "residenceLiaison": { "commentFigures": [{ "due": 1, "sent": 1, "inTime": 1, "late": 0, "commended": 0, "ordinary": 0, "warned": 1 }] } } }""");
    }

    [Fact]
    public async Task A_comment_keeps_to_the_form_to_the_order_of_steps_and_to_the_side_whose_turn_it_is()
    {
        var cell = await CommentedCell.MakeAsync(province, members: 1);
        var member = cell.Members[0].Member;
        await cell.OpenRoundAsync();
        var request = await cell.RequestOfAsync(member);

        Assert.Equal(
            ["LEVEL_IS_NOT_ON_THE_SCALE input.comments.0.level RES-05", "CRITERION_IS_MARKED_ONCE input.comments.0.marks RES-05"],
            await ProblemsAsync(
                cell.Secretary, "draftResidenceComments",
                new { comments = new[] { new { id = request.Id, expectedVersion = request.Version, level = "SPLENDID", marks = Array.Empty<object>(), strengths = "Tốt." } } }));
        Assert.Equal(["COMMENT_STEP_DOES_NOT_FOLLOW input.requests.0 RES-05"], await ProblemsAsync(cell.Secretary, "signResidenceComments", StepInput([request], Signature())));
        Assert.Equal(["COMMENT_IS_OUT_OF_YOUR_REACH input.comments.0.id"], await ProblemsAsync(cell.AgencyOfficer, "draftResidenceComments", new { comments = new[] { Draft(request) } }));
        Assert.Equal(["NOT_FOUND input.requests.0.id"], await ProblemsAsync(province.Commune, "certifyResidenceComments", StepInput([request], new { certifiedBy = "Ai đó" })));
        var (_, introduction) = cell.Members[0];
        var listed = await province.IntroductionOfAsync(member);
        Assert.Equal(introduction, listed.Id);
        Assert.Equal(
            ["MEMBER_IS_COMMENTED_ON_ONCE_A_YEAR input.introductions RES-05"],
            await ProblemsAsync(cell.AgencyOfficer, "requestResidenceComments", Input([listed], new { purpose = "YEARLY_RATING", dueOn = Today.AddDays(5).ToString("o") })));
        Assert.Equal(
            ["YEAR_IS_NOT_COMMENTED_ON input.year RES-05"],
            await ProblemsAsync(cell.CommuneOfficer, "openResidenceCommentRound", new { organizationId = cell.Commune, year = Today.Year + 1 }));
        using var own = await province.SignInAsync(
            $"own.{province.NextNumber()}", KeyOf(member), TestGrant.OfRole(DefaultRoles.CellSecretary, Reach.Organization, KeyOf(cell.Cell)), TestGrant.OfRole(DefaultRoles.Member, Reach.Self));
        Assert.Equal(["NOBODY_ACTS_ON_THEIR_OWN_CASE input.comments.0.id access"], await ProblemsAsync(own, "draftResidenceComments", new { comments = new[] { Draft(request) } }));
    }

    [Fact]
    public async Task Whoever_is_exempt_is_not_asked_about_and_what_is_not_written_ends_with_the_introduction()
    {
        var cell = await CommentedCell.MakeAsync(province, members: 3);
        var (leaving, exempt) = (await province.IntroductionOfAsync(cell.Members[1].Member), await province.IntroductionOfAsync(cell.Members[2].Member));
        await StepAsync(province.Officer, "setResidenceCategory", exempt, new { category = "INTRODUCED_BUT_EXEMPT", reason = "Ở doanh trại." });
        var round = await cell.OpenRoundAsync();
        Assert.Equal(2, (await cell.RequestsAsync(cell.Secretary, "")).Count);

        await StepAsync(cell.Secretary, "returnResidenceLetters", leaving, new { reason = "NOT_LIVING_THERE" });
        Assert.Equal(
            ["REQUESTED ", "RETURNED NOT_LIVING_THERE"],
            (await cell.RequestsAsync(cell.Secretary, "state closingReason")).Select(one => $"{one!["state"]} {one["closingReason"]}").Order(StringComparer.Ordinal));
        await province.Host.Database.ExecuteAsync(
            TestProvinces.NamDinh, "update residence_liaison.comment_request set requested_on = requested_on - 40, due_on = due_on - 40 where round_id = $1", KeyOf(round));
        var late = await cell.CommuneOfficer.ExecuteAsync(
            "query ($cell: ID!) { residenceCommentRequests(where: {cell: {id: $cell}, isLate: true, isOpen: true}) { nodes { state isLate } totalCount } }", new { cell = cell.Commune });
        late.HasData("""{ "residenceCommentRequests": { "nodes": [{ "state": "REQUESTED", "isLate": true }], "totalCount": 1 } }""");
        var progress = await cell.CommuneOfficer.ExecuteAsync("query ($id: ID!) { residenceCommentRound(id: $id) { progress { due late returned } } }", new { id = round });
        progress.HasData("""{ "residenceCommentRound": { "progress": { "due": 2, "late": 1, "returned": 1 } } }""");
    }

    private async Task MeetAsync(CommentedCell cell, string introduction)
    {
        var on = $"{Today.Year}-03-10";
        var planned = (await DoAsync(
            cell.Secretary, "planResidenceMeeting", new { cellId = cell.Cell, period = "EXTRAORDINARY", plannedOn = on, agenda = "Việc chung của ấp." }, "residenceMeeting { id version }"))["residenceMeeting"]!;
        foreach (var (step, more) in new (string, object)[]
        {
            ("inviteToResidenceMeeting", new { }),
            ("recordResidenceMeeting", new { heldOn = on }),
            ("recordResidenceOpinions", new { opinions = new[] { new { introductionId = introduction, content = "Nên mở lớp học hè." } } }),
        })
        {
            var input = System.Text.Json.JsonSerializer.SerializeToNode(more)!.AsObject();
            (input["id"], input["expectedVersion"]) = ((string)planned["id"]!, (int)planned["version"]!);
            planned = (await DoAsync(cell.Secretary, step, input, "residenceMeeting { id version }"))["residenceMeeting"]!;
        }
    }

    private static async Task<string> VersionsAsync(TestClient client, string member)
    {
        var nodes = (await client.ExecuteAsync("query ($id: ID!) { member(id: $id) { residence { comments { nodes { revision state strengths replacedOn } } } } }", new { id = member }))
            .Data["member"]!["residence"]!["comments"]!["nodes"]!.AsArray();
        return new JsonArray([.. nodes.OrderBy(node => (int)node!["revision"]!).Select(node => (JsonNode)new JsonObject
        {
            ["revision"] = (int)node!["revision"]!,
            ["state"] = (string)node["state"]!,
            ["strengths"] = (string)node["strengths"]!,
            ["isReplaced"] = node["replacedOn"] is not null,
        })]).ToJsonString(Readable);
    }
}
