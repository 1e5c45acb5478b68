using System.Text.Json.Nodes;
using Modular.DataProtection.Tests.Requests;
using Xunit;

namespace Modular.DataProtection.Tests.Retention;

/// <summary>Whatever the Party wrote about a person, over HTTP, in every table that there is: after an erasure no column of the database shows any of it.</summary>
[Collection(Erasing.Name)]
public sealed class ErasureOfALifeTests(ProtectedRegister register)
{
    /// <summary>Stands in every text about the person, and in nothing else.</summary>
    private const string Mark = "Quỳnh Giao Xóa";

    private const string Email = "qgx.777001@tinh.vn";

    private const string Figures =
        """
        query ($cell: ID!, $other: ID!) {
          organization(id: $cell) { then: memberCount(asOf: "2016-05-01") now: memberCount membership(asOf: "2016-05-01") { official probationary } }
          other: organization(id: $other) { then: memberCount(asOf: "2016-09-15") now: memberCount }
          women: members(where: {sex: {eq: FEMALE}}) { totalCount }
          born: members(where: {birthDate: {lt: "1956-01-01"}}) { totalCount }
          left: members(where: {leftOn: {lt: "2016-11-22"}}) { totalCount }
        }
        """;

    private readonly Erasing erasing = new(register);

    [Fact]
    public async Task No_column_of_any_table_shows_anything_of_the_person()
    {
        var person = await LiveAsync();
        var dead = await DieAsync();
        await erasing.SealAsync();
        var figures = await FiguresAsync();
        string[] written =
        [
            "members.authority_notice.authority", "members.authority_notice.number", "members.badge.decision_number", "members.cell_assignment.decision_number",
            "members.cell_assignment.reason", "members.disciplinary_measure.decision_number", "members.disciplinary_measure.fault", "members.disciplinary_measure.hearing_note", "members.disciplinary_measure.settlement_number",
            "members.dues_month.reason", "members.exemption_request.decision_number", "members.exemption_request.reason", "members.member.birth_name", "members.member.birth_place",
            "members.member.full_name", "members.member.native_place", "members.member.occupation", "members.member.other_names",
            "members.membership_flag.decision_number", "members.membership_flag.reason", "members.membership_status.decided_by", "members.membership_status.decision_number",
            "members.membership_status.reason", "members.party_card.decision_number", "members.praise.achievement", "members.praise.decision_number",
            "members.residence.address", "members.residence.hamlet", "members.transfer.decided_by", "members.transfer.decision_number", "members.transfer.full_name",
            "members.transfer_box.signed_by", "data_protection.subject_request.content", "kernel.edits.changes", "kernel.edits.document", "kernel.edits.reason", "kernel.work_items.note",
        ];
        Assert.Equal([], written.Except(await erasing.ColumnsWithAsync(Mark)));

        await erasing.EraseAsync("a.life", person);
        await erasing.EraseAsync("a.death", dead);

        Assert.Equal([], await erasing.ColumnsWithAsync(Mark));
        Assert.Equal([], await erasing.ColumnsWithAsync("quynh giao xoa"));
        Assert.Equal([], await erasing.ColumnsWithAsync(Email));
        Assert.Equal([], await erasing.ColumnsWithAsync("036155777001"));
        Assert.Equal(figures, await FiguresAsync());
        await erasing.SealAsync();
        Assert.Null((await erasing.VerifyAsync()).Breach);
    }

    private async Task<string> FiguresAsync() =>
        (await register.Officer.ExecuteAsync(Figures, new { cell = register.EastCell, other = register.OtherEastCell })).Data.ToJsonString();

    /// <summary>A member of whom there is something in every table, and who left in 2016.</summary>
    private async Task<string> LiveAsync()
    {
        var person = await RegisterAsync("036155777001", $"Lê {Mark}");
        await DoAsync("updateMember", new()
        {
            ["birthName"] = Mark,
            ["otherNames"] = Mark,
            ["nativePlace"] = Mark,
            ["birthPlace"] = Mark,
            ["occupation"] = Mark,
            ["email"] = Email,
            ["reason"] = Mark,
            ["document"] = Erasing.Decision(Mark, "2016-02-01"),
        });
        await DoAsync("recordAddress", new() { ["residence"] = new JsonObject { ["kind"] = "PERMANENT", ["address"] = Mark, ["hamlet"] = Mark, ["from"] = "2016-02-01" } });
        await DoAsync("recordBadge", new() { ["years"] = 30, ["awardedOn"] = "2016-02-03", ["decision"] = Erasing.Decision(Mark, "2016-02-01") });
        await ProtectedRegister.DoAsync(
            register.Officer,
            "praiseMembers",
            new { memberIds = new[] { person }, form = "CERTIFICATE_OF_MERIT", organizationId = register.EastCommune, achievement = Mark, praisedOn = "2016-02-10", decisionNumber = Mark },
            "__typename");
        await DisciplineAsync(person);
        await DoAsync("recordAuthorityNotice", new() { ["act"] = "STATE_PUNISHMENT", ["doneOn"] = "2016-05-06", ["authority"] = Mark, ["number"] = Mark, ["receivedOn"] = "2016-05-08" }, "authorityNotice { id }");
        await DoAsync("assignMemberToCell", new() { ["organizationId"] = register.OtherEastCell, ["from"] = "2016-05-09", ["reason"] = Mark, ["decision"] = Erasing.Decision(Mark, "2016-05-09") });
        await DoAsync("setMemberFlag", new()
        {
            ["flag"] = "SUSPENDED_ACTIVITY",
            ["from"] = "2016-05-10",
            ["until"] = "2016-06-10",
            ["reason"] = Mark,
            ["decision"] = Erasing.Decision(Mark, "2016-05-09"),
        });
        await ProtectedRegister.DoAsync(
            register.Officer,
            "recordDues",
            new { month = "2016-07-01", members = new[] { new { memberId = person, state = "UNPAID_WITH_REASON", reason = Mark } } },
            "__typename");
        await TransferAsync(person);
        await ExemptAsync();
        await DoAsync("reportCard", new() { ["fault"] = "LOST", ["reportedOn"] = "2016-10-01", ["reason"] = Mark });
        await DoAsync("issueCard", new()
        {
            ["number"] = "36777001",
            ["kind"] = "PAPER",
            ["issue"] = "AGAIN",
            ["issuedOn"] = "2016-10-05",
            ["reason"] = Mark,
            ["decision"] = Erasing.Decision(Mark, "2016-10-03"),
        });
        await DoAsync("changeMemberStatus", new()
        {
            ["status"] = "LEFT_ON_REQUEST",
            ["effectiveOn"] = "2016-11-01",
            ["reason"] = Mark,
            ["decision"] = Erasing.Decision(Mark, "2016-11-01", Mark),
        });
        await DoAsync("makeDepartureSlip", new() { ["madeOn"] = "2016-11-07" }, "departureSlip { id }");
        await register.Officer.StepAsync("acknowledgeSubjectRequest", await register.RecordAsync(person, "KNOW", content: Mark));
        await NoteAsync(person);
        return person;

        Task<JsonNode> DoAsync(string mutation, JsonObject input, string selection = "member { id }") => erasing.DoAsync(mutation, person, input, selection);

        async Task ExemptAsync()
        {
            var asked = (await DoAsync("requestExemption", new() { ["ground"] = "OLD_OR_WEAK", ["requestedOn"] = "2016-09-20", ["reason"] = Mark }, "exemptionRequest { id version }"))["exemptionRequest"]!;
            await ProtectedRegister.DoAsync(
                register.Officer,
                "decideExemption",
                new
                {
                    id = (string)asked["id"]!,
                    expectedVersion = (int)asked["version"]!,
                    isGranted = true,
                    from = "2016-10-01",
                    until = "2016-10-20",
                    decision = Erasing.Decision(Mark, "2016-09-28"),
                },
                "exemptionRequest { id }");
        }
    }

    private async Task<string> DieAsync()
    {
        var person = await RegisterAsync("036155777002", $"Bùi {Mark}");
        await erasing.DoAsync("recordDeath", person, new() { ["diedOn"] = "2016-06-01", ["slipMadeOn"] = "2016-06-06" }, "departureSlip { id }");
        return person;
    }

    private async Task DisciplineAsync(string person)
    {
        var measure = (await erasing.DoAsync(
            "recordDisciplinaryMeasure",
            person,
            new()
            {
                ["form"] = "REPRIMAND",
                ["ground"] = "ACTIVITY",
                ["fault"] = Mark,
                ["faultEndedOn"] = "2016-02-20",
                ["decidedByOrganizationId"] = register.EastCommune,
                ["vote"] = new JsonObject { ["base"] = 9, ["inFavour"] = 7 },
                ["hearing"] = "HEARD",
                ["heardOn"] = "2016-02-28",
                ["hearingNote"] = Mark,
                ["announcedOn"] = "2016-03-01",
                ["decision"] = Erasing.Decision(Mark, "2016-03-02"),
            },
            "disciplinaryMeasure { id version }"))["disciplinaryMeasure"]!;
        var complained = (await ProtectedRegister.DoAsync(
            register.Officer,
            "receiveDisciplineComplaint",
            new { id = (string)measure["id"]!, expectedVersion = (int)measure["version"]!, receivedOn = "2016-03-10" },
            "disciplinaryMeasure { id version }"))["disciplinaryMeasure"]!;
        await ProtectedRegister.DoAsync(
            register.Officer,
            "settleDisciplineComplaint",
            new
            {
                id = (string)complained["id"]!,
                expectedVersion = (int)complained["version"]!,
                result = "DISMISSED",
                settledOn = "2016-04-10",
                decision = Erasing.Decision(Mark, "2016-04-10"),
                organizationId = register.Root,
            },
            "disciplinaryMeasure { id }");
    }

    private async Task TransferAsync(string person)
    {
        var asked = (await ProtectedRegister.DoAsync(
            register.Officer,
            "requestTransfers",
            new
            {
                members = new[] { new { memberId = person, expectedVersion = await erasing.VersionAsync(person) } },
                kind = "INTERNAL",
                cause = "RESIDENCE",
                changedOn = "2016-08-01",
                on = "2016-08-03",
                destinationId = register.EastCell,
                reason = Mark,
                decision = Erasing.Decision(Mark, "2016-08-01", Mark),
            },
            "transfers { id version }"))["transfers"]![0]!;
        var signed = (await ProtectedRegister.DoAsync(
            register.Officer,
            "signTransfers",
            new { transfers = new[] { Changing(asked) }, on = "2016-08-05", duesPaidThrough = "2016-08-05", signedBy = Mark, allInReach = true },
            "transfers { id version }"))["transfers"]![0]!;
        await ProtectedRegister.DoAsync(
            register.Officer, "acceptTransfers", new { transfers = new[] { Changing(signed) }, cellId = register.EastCell, on = "2016-08-10", signedBy = Mark }, "transfers { id }");

        static object Changing(JsonNode transfer) => new { id = (string)transfer["id"]!, expectedVersion = (int)transfer["version"]! };
    }

    private async Task NoteAsync(string person)
    {
        await register.Host.Database.DispatchEventsAsync();
        var items = (await register.Officer.ExecuteAsync("query ($id: ID!) { member(id: $id) { workItems(first: 1) { nodes { id version } } } }", new { id = person })).Data;
        var item = items["member"]!["workItems"]!["nodes"]![0]!;
        await ProtectedRegister.DoAsync(
            register.Officer, "noteWorkItem", new { id = (string)item["id"]!, expectedVersion = (int)item["version"]!, note = Mark }, "workItem { id }");
    }

    private async Task<string> RegisterAsync(string citizenId, string name) => (string)(await ProtectedRegister.DoAsync(
        register.Officer,
        "registerMember",
        new
        {
            organizationId = register.EastCell,
            since = "2016-01-05",
            status = "OFFICIAL",
            person = new { fullName = name, sex = "FEMALE", birthDate = "1955-03-04", citizenId, ethnicGroup = "KINH" },
            membership = new { admissionDecidedOn = "1980-04-20", ceremonyOn = "1980-05-19", officialOn = "1981-05-19" },
            card = new { number = $"36{citizenId[^6..]}" },
            cvNumber = $"{citizenId[^6..]}ND",
        },
        "member { id }"))["member"]!["id"]!;
}
