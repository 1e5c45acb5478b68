using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Modular.TestKit;
using Modular.TestKit.Databases;
using Modular.TestKit.Hosts;
using Xunit;

namespace Modular.EndToEnd.Tests.Samples;

/// <summary>
/// A year of residence liaison (Regulation 213) between a workplace and Mỹ Hưng hamlet of the articles, in the sample as it is loaded and by its accounts alone, each with no more than the role of its place.
/// </summary>
[Collection(nameof(SampleHost))]
public sealed class ResidenceLiaisonTests(SampleHost sample) : IAsyncLifetime
{
    private const int Summoned = 77;
    private const int Absent = 13;
    private const string Introduced = "residenceIntroductions { id version fullName }";
    private const string Requested = "residenceCommentRequests { id version }";
    private static readonly DateOnly Today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().ToOffset(TimeSpan.FromHours(7)).DateTime);

    private TestClient board = null!;
    private TestClient workplace = null!;
    private TestClient commune = null!;
    private TestClient residence = null!;
    private TestClient working = null!;
    private string hamletCell = "";
    private string communeCommittee = "";
    private string workplaceCell = "";
    private string workingMember = "";

    public async ValueTask InitializeAsync()
    {
        (board, workplace, commune) = (await SignInAsync("board"), await SignInAsync("workplace"), await SignInAsync("commune"));
        (residence, working) = (await SignInAsync("residence"), await SignInAsync("working"));
        var secretary = (await residence.ExecuteAsync("{ myMember { organization { id parent { id } } } }")).Data["myMember"]!["organization"]!;
        (hamletCell, communeCommittee) = ((string)secretary["id"]!, (string)secretary["parent"]!["id"]!);
        var self = (await working.ExecuteAsync("{ myMember { id organization { id } } }")).Data["myMember"]!;
        (workingMember, workplaceCell) = ((string)self["id"]!, (string)self["organization"]!["id"]!);
    }

    public ValueTask DisposeAsync()
    {
        foreach (var client in new[] { board, workplace, commune, residence, working })
            client.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Workplace_and_residence_keep_contact_from_the_admission_to_the_expulsion()
    {
        var newcomer = await AdmitAsync();
        var introductions = await IntroduceAsync(newcomer);
        await MeetAsync(introductions);
        await CommentAsync();
        await BlockAndUnblockAsync(newcomer);
        await MoveHouseAsync();
        await ExpelAsync(introductions);
    }

    /// <summary>Somebody is admitted at the workplace; the admission alone puts them on the list of who is to be introduced (RES-01, RES-02).</summary>
    private async Task<string> AdmitAsync()
    {
        var ceremony = Today.AddMonths(-13);
        var registered = await DoAsync(
            workplace,
            "registerMember",
            new
            {
                organizationId = workplaceCell,
                since = Day(ceremony),
                status = "PROBATIONARY",
                person = new { fullName = "Lê Thị Ngọc Vừa", sex = "FEMALE", birthDate = "1999-08-17", citizenId = "082199666661", ethnicGroup = "KINH" },
                membership = new { admissionDecidedOn = Day(ceremony.AddDays(-14)), ceremonyOn = Day(ceremony) },
                cvNumber = "766661TG",
                residences = new[] { new { kind = "PERMANENT", address = "Số 9, Ấp Mỹ Hưng, xã Mỹ Phong", hamlet = "Ấp Mỹ Hưng", from = "2018-01-01" } },
            },
            "member { id }");
        return (string)registered["member"]!["id"]!;
    }

    /// <summary>The workplace, and the board for the other workplaces, issue the letters; the commune receives and assigns; the hamlet's cell informs (RES-03).</summary>
    private async Task<JsonArray> IntroduceAsync(string newcomer)
    {
        var own = new JsonArray(await AssignmentAsync(workplace, newcomer), await AssignmentAsync(workplace, workingMember));
        var ownIds = own.Select(one => Id(one!)).ToHashSet();
        // The list of a cell may be told before those of the cells around it.
        var neighbours = await UntilAsync(
            board,
            """{ residenceIntroductions(first: 200, where: {hamlet: {eq: "Ấp Mỹ Hưng"}, state: {eq: TO_INTRODUCE}}) { nodes { id version } } }""",
            data => data["residenceIntroductions"]!["nodes"]!.AsArray().Where(one => !ownIds.Contains(Id(one!))).Take(Summoned - own.Count).ToList() is { } found && found.Count == Summoned - own.Count
                ? new JsonArray([.. found.Select(one => one!.DeepClone())])
                : null);

        var letter = new { receiverId = communeCommittee, signedBy = "Phạm Văn Ký" };
        var issued = await StepAsync(workplace, "issueResidenceLetters", own, letter);
        foreach (var one in await StepAsync(board, "issueResidenceLetters", neighbours.AsArray(), letter))
            issued.Add(one!.DeepClone());
        var received = await StepAsync(commune, "receiveResidenceLetters", issued);
        var assigned = await StepAsync(commune, "assignResidenceCell", received, new { cellId = hamletCell });
        var informed = await StepAsync(residence, "informResidenceMembers", assigned);

        Assert.Equal(Summoned, informed.Count);
        (await working.ExecuteAsync("{ myMember { residence { assignment { state receiver { id } residenceCell { id } } } } }")).HasData(
            $$"""
            {"myMember": {"residence": {"assignment": {"state": "ACTIVE", "receiver": {"id": "{{communeCommittee}}"}, "residenceCell": {"id": "{{hamletCell}}"} } } } }
            """);
        return informed;
    }

    /// <summary>The meeting of the article: 77 members, 13 of whom stay away (RES-04, RES-11).</summary>
    private async Task MeetAsync(JsonArray introductions)
    {
        var meeting = (await DoAsync(
            residence,
            "planResidenceMeeting",
            new { cellId = hamletCell, period = Today.Month <= 6 ? "FIRST_HALF" : "SECOND_HALF", plannedOn = Day(Today), agenda = "Tình hình địa phương, xin ý kiến đảng viên." },
            "residenceMeeting { id version }"))["residenceMeeting"]!;
        meeting = (await DoAsync(residence, "inviteToResidenceMeeting", new { id = Id(meeting), expectedVersion = Version(meeting) }, "residenceMeeting { id version }"))["residenceMeeting"]!;
        var held = (await DoAsync(
            residence,
            "recordResidenceMeeting",
            new
            {
                id = Id(meeting),
                expectedVersion = Version(meeting),
                heldOn = Day(Today),
                attendances = introductions.TakeLast(Absent).Select(one => new { introductionId = Id(one!), kind = "ABSENT_WITH_REASON", reason = "Đi công tác." }).ToArray(),
            },
            "residenceMeeting { id version expected present absent attendancePercent }"))["residenceMeeting"]!;
        Assert.Equal((Summoned, Summoned - Absent, Absent, "83.12"), ((int)held["expected"]!, (int)held["present"]!, (int)held["absent"]!, (string)held["attendancePercent"]!));

        await DoAsync(
            residence,
            "recordResidenceOpinions",
            new
            {
                id = Id(held),
                expectedVersion = Version(held),
                opinions = new[] { new { introductionId = Id(introductions[1]!), content = "Đề nghị sửa đường liên ấp." } },
            },
            "residenceMeeting { id }");
    }

    /// <summary>The yearly round: the cell writes of all in one go, the commune certifies and sends, the workplace tells, the member reads (RES-05, RES-10).</summary>
    private async Task CommentAsync()
    {
        await DoAsync(commune, "openResidenceCommentRound", new { organizationId = communeCommittee, year = Today.Year, dueOn = Day(Today.AddDays(20)) }, "residenceCommentRound { id }");
        var asked = (await residence.ExecuteAsync(
            "query ($cell: ID!) { residenceCommentRequests(first: 200, where: {cell: {id: $cell}}) { nodes { id version introduction { fullName } attendance { present } opinions { content } } } }",
            new { cell = hamletCell })).Data["residenceCommentRequests"]!["nodes"]!.AsArray();
        Assert.Equal(Summoned, asked.Count);
        var sent = await CommentOnAsync(asked);
        await StepCommentsAsync(board, "tellResidenceComments", await StepCommentsAsync(board, "receiveResidenceComments", sent));

        (await working.ExecuteAsync("{ myMember { residence { comments { nodes { outcome strengths present opinions state } } meetings { nodes { metOn kind } } opinions { nodes { content } } } } }")).HasData(
            $$"""
            {"myMember": {"residence": {
                "comments": {"nodes": [{"outcome": "COMMENDED", "strengths": "Dự họp 1 lần, góp 1 ý kiến cho ấp.", "present": 1, "opinions": 1, "state": "TOLD"}]},
                "meetings": {"nodes": [{"metOn": "{{Day(Today)}}", "kind": "PRESENT"}]},
                "opinions": {"nodes": [{"content": "Đề nghị sửa đường liên ấp."}]} } } }
            """);
    }

    /// <summary>A probationary member is recognized only with the comment of the residence for that step (RES-06).</summary>
    private async Task BlockAndUnblockAsync(string newcomer)
    {
        async Task<JsonNode> RecognizeAsync() => await TryAsync(
            board,
            "changeMemberStatus",
            new
            {
                memberId = newcomer,
                expectedVersion = Version((await board.ExecuteAsync("query ($id: ID!) { member(id: $id) { version } }", new { id = newcomer })).Data["member"]!),
                status = "OFFICIAL",
                decision = new { number = "9-QĐ/ĐU", decidedOn = Day(Today) },
            },
            "member { status }");

        Assert.Equal("RES-06", (string?)Assert.Single((await RecognizeAsync())["errors"]!.AsArray())!["rule"]!["id"]);

        var introduction = await AssignmentAsync(workplace, newcomer);
        var asked = (await DoAsync(workplace, "requestResidenceComments", Input("introductions", [introduction], new { purpose = "OFFICIAL_RECOGNITION" }), Requested))["residenceCommentRequests"]!.AsArray();
        var seen = (await residence.ExecuteAsync(
            "query ($id: ID!) { residenceCommentRequest(id: $id) { id version introduction { fullName } attendance { present } opinions { content } } }", new { id = Id(asked[0]!) })).Data["residenceCommentRequest"]!;
        await CommentOnAsync([seen.DeepClone()]);

        var recognized = await RecognizeAsync();
        Assert.Equal(("[]", "OFFICIAL"), (recognized["errors"]!.ToJsonString(), (string)recognized["member"]!["status"]!));
    }

    /// <summary>The member moves house, and both sides see that there are no papers (RES-09).</summary>
    private async Task MoveHouseAsync()
    {
        var version = Version((await workplace.ExecuteAsync("query ($id: ID!) { member(id: $id) { version } }", new { id = workingMember })).Data["member"]!);
        await DoAsync(
            workplace,
            "recordAddress",
            new { memberId = workingMember, expectedVersion = version, residence = new { kind = "TEMPORARY", address = "Số 21, đường Ấp Bắc, thành phố Mỹ Tho", from = Day(Today) } },
            "member { id }");
        foreach (var side in new[] { workplace, residence })
        {
            var lead = await FirstAsync(side, "membersMovedWithoutPapers(first: 200)", "residenceCell { id } closingReason");
            Assert.Equal((hamletCell, "MOVED_HOUSE"), ((string)lead["residenceCell"]!["id"]!, (string)lead["closingReason"]!));
        }
    }

    /// <summary>Another is expelled, and the residence hears of it by itself (RES-07).</summary>
    private async Task ExpelAsync(JsonArray introductions)
    {
        var expelled = introductions[^1]!;
        var member = (await board.ExecuteAsync("query ($id: ID!) { residenceIntroduction(id: $id) { member { id version } } }", new { id = Id(expelled) })).Data["residenceIntroduction"]!["member"]!;
        await DoAsync(
            board,
            "changeMemberStatus",
            new
            {
                memberId = Id(member),
                expectedVersion = Version(member),
                status = "EXPELLED",
                effectiveOn = Day(Today),
                asCorrection = true,
                reason = "Khai trừ.",
                decision = new { number = "15-QĐ/UBKT", decidedOn = Day(Today), authority = "Ủy ban Kiểm tra Tỉnh ủy" },
            },
            "member { id }");

        var notice = await FirstAsync(residence, "residenceNotices(first: 20, where: {kind: {eq: EXPELLED}})", "fullName happenedOn state addressee { id }");
        Assert.Equal(
            ((string)expelled["fullName"]!, Day(Today), "DELIVERED", hamletCell),
            ((string)notice["fullName"]!, (string)notice["happenedOn"]!, (string)notice["state"]!, (string)notice["addressee"]!["id"]!));
    }

    /// <summary>The hamlet's cell writes, with what it sees of the year beside it, and signs with the Front; the commune certifies and sends.</summary>
    private async Task<JsonArray> CommentOnAsync(JsonArray asked)
    {
        var drafts = asked.Select(one =>
        {
            var spoke = one!["opinions"]!.AsArray().Count;
            return new
            {
                id = Id(one),
                expectedVersion = Version(one),
                level = spoke > 0 ? "COMMENDED" : "ORDINARY",
                marks = new[] { "EXAMPLE", "CITIZEN", "MEETINGS", "PEOPLE", "PROPAGANDA" }.Select(criterion => new { criterion, level = spoke > 0 ? "COMMENDED" : "ORDINARY" }).ToArray(),
                strengths = $"Dự họp {one["attendance"]!["present"]} lần, góp {spoke} ý kiến cho ấp.",
            };
        }).ToArray();
        var written = (await DoAsync(residence, "draftResidenceComments", new { comments = drafts }, Requested))["residenceCommentRequests"]!.AsArray();
        var signature = new { reviewedOn = Day(Today), frontRepresentative = "Lê Thị Trận", signedBy = "Phạm Văn Bí" };
        var signed = await StepCommentsAsync(residence, "signResidenceComments", written, signature);
        var certified = await StepCommentsAsync(commune, "certifyResidenceComments", signed, new { certifiedBy = "Nguyễn Văn Chứng" });
        return await StepCommentsAsync(commune, "sendResidenceComments", certified);
    }

    /// <summary>The member's introduction that holds, as soon as the events that lead to it were handed over.</summary>
    private static Task<JsonNode> AssignmentAsync(TestClient client, string member) => UntilAsync(
        client, "query ($id: ID!) { member(id: $id) { residence { assignment { id version } } } }", data => data["member"]!["residence"]!["assignment"], new { id = member });

    private static Task<JsonNode> FirstAsync(TestClient client, string list, string selection) =>
        UntilAsync(client, $"{{ {list} {{ nodes {{ {selection} }} }} }}", data => data[list[..list.IndexOf('(')]]!["nodes"]!.AsArray().FirstOrDefault());

    /// <summary>Asks until what is looked for is there.</summary>
    private static async Task<JsonNode> UntilAsync(TestClient client, string query, Func<JsonObject, JsonNode?> find, object? variables = null)
    {
        JsonNode? found = null;
        await Patience.UntilAsync(async () => (found = find((await client.ExecuteAsync(query, variables)).Data)) is not null, query);
        return found!.DeepClone();
    }

    private static async Task<JsonArray> StepAsync(TestClient client, string mutation, JsonArray introductions, object? more = null) =>
        (await DoAsync(client, mutation, Input("introductions", introductions, more), Introduced))["residenceIntroductions"]!.AsArray().DeepClone().AsArray();

    private static async Task<JsonArray> StepCommentsAsync(TestClient client, string mutation, JsonArray requests, object? more = null) =>
        (await DoAsync(client, mutation, Input("requests", requests, more), Requested))["residenceCommentRequests"]!.AsArray();

    private static JsonObject Input(string list, JsonArray changed, object? more)
    {
        var input = more is null ? [] : JsonSerializer.SerializeToNode(more)!.AsObject();
        input[list] = new JsonArray([.. changed.Select(one => (JsonNode)new JsonObject { ["id"] = Id(one!), ["expectedVersion"] = Version(one!) })]);
        return input;
    }

    private static async Task<JsonNode> DoAsync(TestClient client, string mutation, object input, string selection)
    {
        var payload = await TryAsync(client, mutation, input, selection);
        Assert.Equal("[]", payload["errors"]!.ToJsonString());
        return payload;
    }

    private static async Task<JsonNode> TryAsync(TestClient client, string mutation, object input, string selection)
    {
        var inputType = $"{char.ToUpperInvariant(mutation[0])}{mutation[1..]}Input";
        return (await client.ExecuteAsync(
            $"mutation ($input: {inputType}!) {{ {mutation}(input: $input) {{ {selection} errors {{ ... on Problem {{ code message field rule {{ id }} }} }} }} }}", new { input })).Data[mutation]!;
    }

    private Task<TestClient> SignInAsync(string account) => sample.SignInAsync($"{TestProvinces.TienGiang.Slug}.{account}", TestProvinces.TienGiang);

    private static string Id(JsonNode node) => (string)node["id"]!;

    private static int Version(JsonNode node) => (int)node["version"]!;

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
