using System.Text.Json.Nodes;
using Modular.TestKit.Databases;
using Xunit;
using static Modular.ResidenceLiaison.Tests.LiaisonProvince;

namespace Modular.ResidenceLiaison.Tests.Meetings;

/// <summary>Residential cells meet their working members every half-year (RES-04, RES-11).</summary>
public sealed class MeetingTests(LiaisonProvince province)
{
    private const string Figures = "state expected present absent absentWithReason absentWithoutReason represented attendancePercent hasQuorum";
    private static int days;

    [Theory]
    [InlineData("Chi bộ ấp Mỹ Hưng", 77, 13, 83.12)]
    [InlineData("Chi bộ Khu phố 2, thị trấn Cái Bè", 65, 19, 70.77)]
    public async Task The_meetings_that_were_reported_come_out_as_they_were_printed(string name, int expected, int absent, double percent)
    {
        var cell = await province.FoundAsync(province.CommuneCommittee, "CELL", name, "RESIDENTIAL_AREA");
        var members = await BringAsync(cell, expected);
        var meeting = await InvitedAsync(cell);
        var absences = members.Take(absent).Select((introduction, index) => index % 2 == 0
            ? (object)new { introductionId = introduction, kind = "ABSENT_WITH_REASON", reason = "Đi công tác." }
            : new { introductionId = introduction, kind = "ABSENT_WITHOUT_REASON" });

        var held = (await DoAsync(
            province.Officer, "recordResidenceMeeting", Step(meeting, new { heldOn = "2026-08-20", attendances = absences.ToArray() }), $"residenceMeeting {{ {Figures} }}"))["residenceMeeting"]!;

        var withReason = (absent + 1) / 2;
        Assert.Equal(
            FormattableString.Invariant($$"""
            {"state":"HELD","expected":{{expected}},"present":{{expected - absent}},"absent":{{absent}},"absentWithReason":{{withReason}},"absentWithoutReason":{{absent - withReason}},"represented":0,"attendancePercent":"{{percent}}","hasQuorum":null}
            """).Trim(),
            held.ToJsonString());
    }

    [Fact]
    public async Task Whoever_sends_somebody_of_the_family_is_absent_and_a_household_that_does_so_twice_is_seen()
    {
        var cell = await province.FoundAsync(province.CommuneCommittee, "CELL", "Chi bộ xóm 5", "RESIDENTIAL_AREA");
        var members = await BringAsync(cell, 3, sameHousehold: 2);
        var meeting = await InvitedAsync(cell);

        var held = (await DoAsync(
            province.Officer, "recordResidenceMeeting",
            Step(meeting, new
            {
                heldOn = "2026-08-20",
                attendances = members.Take(2).Select(introduction => new { introductionId = introduction, kind = "REPRESENTED", representedBy = "Mẹ" }).ToArray(),
            }),
            "residenceMeeting { expected present absent represented attendances(first: 10) { nodes { kind householdRepresented } } }"))["residenceMeeting"]!;

        Assert.Equal(("3", "1", "2", "2"), (Text(held, "expected"), Text(held, "present"), Text(held, "absent"), Text(held, "represented")));
        Assert.Equal(
            ["PRESENT 0", "REPRESENTED 2", "REPRESENTED 2"],
            held["attendances"]!["nodes"]!.AsArray().Select(node => $"{node!["kind"]} {node["householdRepresented"]}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_meeting_is_planned_in_its_half_year_once_called_held_and_never_the_other_way()
    {
        var cell = await province.FoundAsync(province.CommuneCommittee, "CELL", "Chi bộ xóm 6", "RESIDENTIAL_AREA");
        var plan = new { cellId = cell, period = "FIRST_HALF", plannedOn = "2026-05-20", agenda = "Thông báo tình hình địa phương, xin ý kiến." };
        Assert.Equal(
            ["DAY_IS_OUTSIDE_THE_HALF_YEAR input.plannedOn RES-04"],
            await ProblemsAsync(province.Officer, "planResidenceMeeting", new { plan.cellId, plan.period, plannedOn = "2026-07-01", plan.agenda }));
        var committee = new { cellId = province.CommuneCommittee, plan.period, plan.plannedOn, plan.agenda };
        Assert.Equal(["ONLY_CELLS_MEET_LIAISON_MEMBERS input.cellId RES-04"], await ProblemsAsync(province.Officer, "planResidenceMeeting", committee));
        var meeting = Of((await DoAsync(province.Officer, "planResidenceMeeting", plan, "residenceMeeting { id version }"))["residenceMeeting"]!);
        Assert.Equal(["CELL_MEETS_ONCE_IN_A_HALF_YEAR input.period RES-04"], await ProblemsAsync(province.Officer, "planResidenceMeeting", plan));

        Assert.Equal(["MEETING_STEP_DOES_NOT_FOLLOW input.id RES-04"], await ProblemsAsync(province.Officer, "recordResidenceMeeting", Step(meeting, new { heldOn = "2026-05-20" })));
        Assert.Equal(["NOBODY_IS_TO_BE_SUMMONED input.id RES-04"], await ProblemsAsync(province.Officer, "inviteToResidenceMeeting", Step(meeting)));
        Assert.Equal(["NOT_FOUND input.id"], await ProblemsAsync(province.HamletSecretary, "cancelResidenceMeeting", Step(meeting, new { reason = "Mưa bão." })));
        meeting = Of((await DoAsync(province.Officer, "cancelResidenceMeeting", Step(meeting, new { reason = "Mưa bão." }), "residenceMeeting { id version }"))["residenceMeeting"]!);
        Assert.Equal(["MEETING_STEP_DOES_NOT_FOLLOW input.id RES-04"], await ProblemsAsync(province.Officer, "inviteToResidenceMeeting", Step(meeting)));
        // A meeting that was cancelled leaves its half-year free.
        await DoAsync(province.Officer, "planResidenceMeeting", plan, "residenceMeeting { id }");
    }

    [Fact]
    public async Task The_exempt_are_not_summoned_and_attendance_says_what_it_needs()
    {
        var cell = await province.FoundAsync(province.CommuneCommittee, "CELL", "Chi bộ xóm 7", "RESIDENTIAL_AREA");
        var summoned = (await BringAsync(cell, 1))[0];
        var exempt = await province.NewIntroductionAsync();
        exempt = await StepAsync(province.Workplace, "setResidenceCategory", exempt, new { category = "INTRODUCED_BUT_EXEMPT", reason = "Ở doanh trại." });
        exempt = await StepAsync(province.Workplace, "issueResidenceLetters", exempt, new { receiverId = province.CommuneCommittee });
        exempt = await StepAsync(province.Commune, "receiveResidenceLetters", exempt);
        exempt = await StepAsync(province.Commune, "assignResidenceCell", exempt, new { cellId = cell });
        var meeting = await InvitedAsync(cell);

        Assert.Equal(
            ["MEMBER_WAS_NOT_SUMMONED input.attendances.0.introductionId RES-11"],
            await ProblemsAsync(province.Officer, "recordResidenceMeeting", Step(meeting, Attended(exempt.Id, "PRESENT"))));
        foreach (var wrong in new[] { Attended(summoned, "ABSENT_WITH_REASON"), Attended(summoned, "REPRESENTED"), Attended(summoned, "PRESENT", "Ốm."), Attended(summoned, "SUMMONED") })
        {
            Assert.Equal(
                ["ATTENDANCE_SAYS_WHAT_IT_NEEDS input.attendances.0 RES-11"], await ProblemsAsync(province.Officer, "recordResidenceMeeting", Step(meeting, wrong)));
        }

        Assert.Equal(
            ["LIAISON_STEP_IS_STILL_TO_COME input.heldOn"],
            await ProblemsAsync(province.Officer, "recordResidenceMeeting", Step(meeting, new { heldOn = Today.AddDays(2).ToString("o") })));
    }

    [Fact]
    public async Task Opinions_of_those_who_came_are_answered_and_the_figures_tell_of_silence()
    {
        var commune = await province.FoundAsync(province.Root, "GRASSROOTS_COMMITTEE", "Đảng bộ xã Giao Lạc", "COMMUNE");
        var cell = await province.FoundAsync(commune, "CELL", "Chi bộ xóm 8", "RESIDENTIAL_AREA");
        var members = await BringAsync(cell, 2);
        var meeting = await InvitedAsync(cell);
        meeting = Of((await DoAsync(
            province.Officer, "recordResidenceMeeting",
            Step(meeting, new { heldOn = "2026-08-20", attendances = new[] { new { introductionId = members[1], kind = "ABSENT_WITHOUT_REASON" } } }), "residenceMeeting { id version }"))["residenceMeeting"]!);
        Assert.Equal(
            Compact("""[{"year":2026,"period":"SECOND_HALF","meetings":1,"expected":2,"present":1,"attendancePercent":"50.00","silent":1}]"""), await TrendAsync(commune));

        Assert.Equal(
            ["MEMBER_WAS_NOT_SUMMONED input.opinions.0.introductionId RES-11"],
            await ProblemsAsync(province.Officer, "recordResidenceOpinions", Step(meeting, Said(members[1]))));
        var opinion = (await DoAsync(
            province.Officer, "recordResidenceOpinions", Step(meeting, Said(members[0])), "residenceMeeting { opinions(first: 5) { nodes { id version content answer } } }"))["residenceMeeting"]!["opinions"]!["nodes"]![0]!;
        Assert.Equal(("Đường xóm hỏng.", null), ((string)opinion["content"]!, (string?)opinion["answer"]));
        Assert.Contains("2026-10-05", await WorkAsync("opinion-to-answer", cell), StringComparison.Ordinal);
        var answered = (await DoAsync(
            province.Officer, "answerResidenceOpinion",
            new { id = (string)opinion["id"]!, expectedVersion = (int)opinion["version"]!, answer = "Sẽ sửa trong quý IV.", followUp = "Trưởng xóm theo dõi." }, "residenceOpinion { answer followUp answeredOn }"))["residenceOpinion"]!;
        Assert.Equal(
            Compact($$"""{"answer":"Sẽ sửa trong quý IV.","followUp":"Trưởng xóm theo dõi.","answeredOn":"{{Today:yyyy-MM-dd}}" }"""), answered.ToJsonString(Readable));
        Assert.Equal("[]", await WorkAsync("opinion-to-answer", cell));
        Assert.Equal(
            Compact("""[{"year":2026,"period":"SECOND_HALF","meetings":1,"expected":2,"present":1,"attendancePercent":"50.00","silent":0}]"""), await TrendAsync(commune));
    }

    [Fact]
    public async Task A_cell_with_working_members_is_due_to_meet_until_it_has_met_in_this_half_year()
    {
        var cell = await province.FoundAsync(province.CommuneCommittee, "CELL", "Chi bộ xóm 9", "RESIDENTIAL_AREA");
        await BringAsync(cell, 1);
        var first = new DateOnly(Today.Year, Today.Month <= 6 ? 1 : 7, 1);
        Assert.Equal(Compact($$"""[{"dueOn":"{{first.AddDays(180):yyyy-MM-dd}}" }]"""), await WorkAsync("meeting-to-hold", cell));

        var meeting = await InvitedAsync(cell, Today);
        await DoAsync(province.Officer, "recordResidenceMeeting", Step(meeting, new { heldOn = Today.ToString("o") }), "residenceMeeting { id }");
        Assert.Equal("[]", await WorkAsync("meeting-to-hold", cell));
    }

    /// <summary>Members of the agency who keep contact with a cell, as if their letters had gone all the way; their introductions.</summary>
    private async Task<string[]> BringAsync(string cell, int count, int sameHousehold = 0)
    {
        var ids = new List<string>();
        for (var index = 0; index < count; index++)
            ids.Add((await province.AddMemberAsync(province.AgencyCell)).Id);
        await province.Host.DispatchEventsAsync();
        var open = new List<(string Id, int Version)>();
        foreach (var id in ids)
            open.Add(await province.IntroductionOfAsync(id));
        foreach (var (step, more) in new (string, object)[]
        {
            ("issueResidenceLetters", new { receiverId = await CommuneOfAsync(cell), on = "2026-07-01" }), ("receiveResidenceLetters", new { on = "2026-07-02" }),
            ("assignResidenceCell", new { cellId = cell, on = "2026-07-03" }), ("informResidenceMembers", new { on = "2026-07-06" }),
        })
        {
            var stepped = (await DoAsync(province.Officer, step, Input(open, more), "residenceIntroductions { id version }"))["residenceIntroductions"]!.AsArray();
            open = [.. stepped.Select(one => Of(one!))];
        }

        var keys = open.Take(sameHousehold).Select(one => KeyOf(one.Id)).ToArray();
        await province.Host.Database.ExecuteAsync(
            TestProvinces.NamDinh, "update residence_liaison.introduction set address = 'Nhà chung' where id = any ($1)", [keys]);
        return [.. open.Select(one => one.Id)];
    }

    private async Task<string> CommuneOfAsync(string cell) =>
        (string)(await province.Officer.ExecuteAsync("query ($id: ID!) { organization(id: $id) { parent { id } } }", new { id = cell })).Data["organization"]!["parent"]!["id"]!;

    private async Task<(string Id, int Version)> InvitedAsync(string cell, DateOnly? on = null)
    {
        var plannedOn = on ?? new DateOnly(2026, 8, 1).AddDays(Interlocked.Increment(ref days));
        var period = plannedOn.Month <= 6 ? "FIRST_HALF" : "SECOND_HALF";
        var planned = Of((await DoAsync(
            province.Officer, "planResidenceMeeting", new { cellId = cell, period, plannedOn = plannedOn.ToString("o"), agenda = "Tình hình 6 tháng." }, "residenceMeeting { id version }"))["residenceMeeting"]!);
        return Of((await DoAsync(province.Officer, "inviteToResidenceMeeting", Step(planned, new { papers = "Báo cáo." }), "residenceMeeting { id version }"))["residenceMeeting"]!);
    }

    private async Task<string> TrendAsync(string commune) => (await province.Officer.ExecuteAsync(
        "query ($id: ID!) { organization(id: $id) { residenceLiaison { meetingFigures(fromYear: 2025, toYear: 2026) { year period meetings expected present attendancePercent silent } } } }", new { id = commune }))
        .Data["organization"]!["residenceLiaison"]!["meetingFigures"]!.ToJsonString();

    private async Task<string> WorkAsync(string kind, string cell) => (await province.Officer.ExecuteAsync(
        "query ($id: ID!, $kind: String!) { workItems(where: {kindId: {eq: $kind}, organization: {id: $id}}) { nodes { dueOn } } }", new { id = cell, kind = $"residence-liaison.{kind}" }))
        .Data["workItems"]!["nodes"]!.ToJsonString();

    private static object Attended(string introductionId, string kind, string? reason = null) => new { heldOn = "2026-08-20", attendances = new[] { new { introductionId, kind, reason } } };

    private static object Said(string introductionId) => new { opinions = new[] { new { introductionId, content = "Đường xóm hỏng." } } };

    private static JsonObject Step((string Id, int Version) meeting, object? more = null)
    {
        var input = more is null ? [] : System.Text.Json.JsonSerializer.SerializeToNode(more)!.AsObject();
        input["id"] = meeting.Id;
        input["expectedVersion"] = meeting.Version;
        return input;
    }

    private static (string Id, int Version) Of(JsonNode node) => ((string)node["id"]!, (int)node["version"]!);

    private static string Text(JsonNode node, string field) => node[field]!.ToJsonString();
}
