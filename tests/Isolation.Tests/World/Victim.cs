using System.Text.Json.Nodes;
using Modular.Isolation.Tests.Cases;
using Modular.TestKit.Hosts;
using Xunit;

namespace Modular.Isolation.Tests.World;

/// <summary>The branch of which attackers want to learn, and what comes into being in it while they look.</summary>
internal sealed class Victim(Branch branch, Clerk officer, TestUser somebody)
{
    private const string MemberHeaders =
        "Họ và tên,Ngày sinh,Giới tính,Số CCCD,Dân tộc,Ngày vào Đảng,Ngày chính thức,Số thẻ đảng viên,Mã chi bộ";

    // Names of accounts are open in the province, so that the member's account is there before anybody looks.
    private (Clerk Own, int Version) asking;

    /// <summary>An id of each type of objects, once there is one.</summary>
    public Dictionary<string, string> Ids { get; } = new() { ["Organization"] = branch.CellOne };

    /// <summary>An id of each type that inputs name and that is no object of the graph.</summary>
    public Dictionary<string, string> Others { get; } = [];

    /// <summary>What its officer may download: the keys of files by the names under which modules serve them.</summary>
    public Dictionary<string, Guid> Files { get; } = [];

    /// <summary>An import of the branch's officer.</summary>
    public Guid Batch { get; private set; }

    public Branch Branch => branch;

    /// <summary>The officer of the branch, who sees all of it.</summary>
    public Clerk Officer => officer;

    /// <summary>What there is from the beginning: a session of the officer, and a program's key for the branch.</summary>
    public async Task BeginAsync(Clerk board)
    {
        Others["Session"] = (string)(await officer.Client.ExecuteAsync("{ mySessions { id } }")).Data["mySessions"]![0]!["id"]!;
        var member = await branch.NewMemberAsync();
        asking = (new Clerk(await branch.SignInMember(member.Id)), member.Version);
        Ids["BadgeRound"] = await board.OpenBadgeRoundAsync();
        Ids["CardCheckRound"] = await board.OpenCardCheckRoundAsync(1);
        Others["ServiceKey"] = await board.MakeKeyAsync(await board.OpenServiceAccountAsync(), branch.CellOne);
    }

    /// <summary>A person with a request, a committee, a role, a breach and an import come into being.</summary>
    public async Task KeepSecretsAsync()
    {
        var member = await officer.RegisterAsync(SecretPerson());
        Ids["Member"] = member.Id;
        member = await officer.FlagAsync(member, "ABROAD", Secrets.Reason);
        await officer.DoAsync(
            "recordAddress",
            new
            {
                memberId = member.Id,
                expectedVersion = member.Version,
                reason = Secrets.Reason,
                residence = new { kind = "TEMPORARY", address = Secrets.Address, from = "2026-08-03" },
            },
            "member { id }");
        Ids["Transfer"] = (await TransferCases.RequestedAsync(branch, "TEMPORARY", await VersionAsync(member.Id))).Id;
        Ids["Arrival"] = (await branch.ArrivalAsync()).Id;
        var other = await branch.NewMemberAsync();
        Ids["CommitteeTerm"] = await officer.OpenTermAsync(branch.CommuneOne, Secrets.Term, Secrets.Decision);
        Ids["CommitteePost"] = (await officer.AssignPostAsync(Ids["CommitteeTerm"], other.Id, "SECRETARY")).Id;
        Ids["InspectionCommittee"] = await officer.FormInspectionAsync(Ids["CommitteeTerm"]);
        Ids["InspectionPost"] = await officer.InspectAsync(Ids["InspectionCommittee"], other.Id);
        Ids["OrganizationMeeting"] = await MeetingCases.HeldAsync(officer, branch.CellOne, Secrets.Reason);
        Ids["DecisionDocument"] = await FindAsync("CommitteeTerm", "decision { id }", "decision");
        Ids["User"] = GlobalUser(somebody);
        Ids["Grant"] = (await officer.GiveAsync(Ids["User"], "member", branch.CellOne, Secrets.Reason)).Id;
        await officer.DoAsync(
            "recordCardChecks",
            new { roundId = Ids["CardCheckRound"], checks = new[] { new { memberId = other.Id, finding = "NOT_STAMPED", remark = Secrets.Reason } } },
            "cardChecks { finding }");
        Ids["BadgeProposal"] = (await officer.ProposeBadgeAsync(Ids["BadgeRound"], await officer.RegisterVeteranAsync(branch.CellOne))).Id;
        var judged = await officer.RegisterAsync(branch.CellOne);
        Ids["DisciplinaryMeasure"] = (await officer.DisciplineAsync(judged, branch.District, Secrets.Reason)).Id;
        Ids["DepartureSlip"] = (await officer.DieAsync(await officer.RegisterAsync(branch.CellOne))).Id;
        Ids["FileLoss"] = (await officer.LoseFileAsync(await officer.RegisterAsync(branch.CellOne), Secrets.Reason)).Id;
        Ids["ExemptionRequest"] = (await officer.AskForExemptionAsync(await officer.RegisterAsync(branch.CellOne), Secrets.Reason)).Id;
        Ids["AuthorityNotice"] = (await officer.NoticeAsync((judged.Id, judged.Version + 1), Secrets.Reason)).Id;
        Ids["StatisticsReport"] = (await officer.CloseReportAsync(branch.CommuneOne)).Id;
        Ids["SubjectRequest"] = (await officer.RecordRequestAsync(member.Id, Secrets.Request)).Id;
        Ids["ResidenceIntroduction"] = (await ResidenceCases.IntroducedAsync(branch, member.Id)).Id;
        Ids["ResidenceNotice"] = (await ResidenceCases.ProposedAsync(branch, Ids["ResidenceIntroduction"], Secrets.Reason)).Id;
        (Ids["ResidenceMeeting"], _, Ids["ResidenceOpinion"]) = await ResidenceCases.MetAsync(branch, branch.CellTwo, branch.CommuneOne, Secrets.Reason);
        (Ids["ResidenceCommentRound"], Ids["ResidenceCommentRequest"], Ids["ResidenceComment"]) = await ResidenceCommentCases.CommentedAsync(branch, Secrets.Reason);
        Ids["ResidenceIndicator"] = await ResidenceCommentCases.LookedIntoAsync(branch, Secrets.Reason);
        Ids["Breach"] = (await officer.RecordBreachAsync(branch.CommuneOne, Secrets.Breach)).Id;
        Ids["Export"] = (string)(await officer.DoAsync("requestExport", Clerk.SensitiveExport(Secrets.Name, Secrets.Reason), "export { id }"))["export"]!["id"]!;
        await KeepRecordAsync();
        await PlanAsync(other.Id);
        await ImportAsync();
        await FileAsync(member.Id);
    }

    /// <summary>What is due about the secrets, once the kernel has looked at them.</summary>
    public async Task FindWorkAsync()
    {
        var items = await officer.Client.ExecuteAsync("{ workItems(first: 1) { nodes { id } } }");
        Ids["WorkItem"] = (string)items.Data["workItems"]!["nodes"]![0]!["id"]!;
    }

    /// <summary>The directory of the province changes: an organization is founded, and another renamed.</summary>
    public async Task ChangeDirectoryAsync(Clerk board)
    {
        var founded = await board.FoundAsync(branch.CommuneTwo, "CELL", Secrets.CellName, Secrets.CellCode);
        var moved = await board.FoundAsync(branch.CommuneTwo, "CELL", $"{Secrets.CellName} chuyển", "36.4712");
        Ids["PartyAgency"] = await board.EstablishAgencyAsync(branch.CommuneTwo);
        Ids["HandOver"] = await board.HandOverAsync(branch.District, moved, branch.CommuneOne);
        await board.DoAsync(
            "renameOrganization",
            new
            {
                id = founded,
                expectedVersion = 1,
                name = Secrets.CellName + " Mới",
                effectiveOn = "2026-08-03",
                decision = Clerk.Decision(Secrets.Decision, "2026-08-01"),
            },
            "organization { id }");
        var events = await board.Client.ExecuteAsync("query ($id: ID!) { organization(id: $id) { events { nodes { id } } } }", new { id = founded });
        Ids["OrganizationEvent"] = (string)events.Data["organization"]!["events"]!["nodes"]![0]!["id"]!;
    }

    /// <summary>All that its officer sees of it, to tell whether somebody has changed it.</summary>
    public async Task<string> StateAsync()
    {
        var answer = await officer.Client.ExecuteAsync(
            """
            query ($within: ID!) {
              organizations(first: 200, where: {within: {id: $within}}) { nodes { id version name code state parent { id } committeePosts { id version to } inspectionPosts { id version to } agencies { id version to } committeeTerms { id version to } } }
              arrivals(first: 200) { nodes { id version state receiver { id } } }
              members(first: 200) { nodes { id version fullName status organization { id } flags { flag } residences { address } card { number } } }
              subjectRequests(first: 200) { nodes { id version state content result } }
              breaches(first: 200) { nodes { id version state description } }
              residenceMeetings(first: 200) { nodes { id version state expected present attendances(first: 50) { nodes { kind } } opinions(first: 50) { nodes { version content answer } } } }
              residenceNotices(first: 200) { nodes { id version state result } }
              residenceIntroductions(first: 200) { nodes { id version state category receiver { id } residenceCell { id } follower { id } } }
              residenceCommentRequests(first: 200) { nodes { id version state note comments { version state strengths statement } } }
              residenceIndicators(first: 200) { nodes { id version state closingNote } }
              grants(first: 200) { nodes { id version endedAt organization { id } } }
              importBatches(first: 100) { id state }
              exports(first: 100) { nodes { id version state decidedBy } }
              organizationMeetings(first: 200) { nodes { id version present topic } }
              reorganizations(first: 100) { nodes { id version state steps { name } handOvers { version } } }
            }
            """,
            new { within = branch.District });
        return answer.Data.ToJsonString(Json.Readable);
    }

    private object SecretPerson() => new
    {
        organizationId = branch.CellOne,
        since = "2016-01-05",
        status = "OFFICIAL",
        person = new
        {
            fullName = Secrets.Name,
            sex = "FEMALE",
            birthDate = Secrets.BirthDate,
            citizenId = Secrets.CitizenId,
            ethnicGroup = "MUONG",
            religion = "CATHOLICISM",
            phone = Secrets.Phone,
            email = Secrets.Email,
        },
        membership = new { admissionDecidedOn = "2010-04-20", ceremonyOn = "2010-05-19", officialOn = "2011-05-19" },
        card = new { number = Secrets.CardNumber },
        cvNumber = Secrets.CvNumber,
    };

    private async Task KeepRecordAsync()
    {
        var member = await officer.RegisterAsync(branch.CellOne);
        var (lines, _) = await officer.WriteRecordAsync(member, Secrets.Reason);
        Ids["CareerEntry"] = lines["career"][0];
        Ids["TrainingEntry"] = lines["trainings"][0];
        Ids["HonourEntry"] = lines["honours"][0];
        Ids["TripAbroad"] = lines["tripsAbroad"][0];
        Ids["ForeignTie"] = lines["foreignTies"][0];
        Ids["FamilyMember"] = lines["family"][0];
        Ids["SupplementSlip"] = (await officer.SubmitSlipAsync(await officer.RegisterAsync(branch.CellOne), Secrets.Reason)).Id;
        Ids["MemberDocument"] = (await officer.FilePaperAsync(await officer.RegisterAsync(branch.CellOne), Secrets.Reason)).Id;
        Ids["RecordChangeRequest"] = (await asking.Own.AskForChangeAsync(asking.Version, Secrets.Reason)).Id;
    }

    private async Task FileAsync(string member)
    {
        var scanned = await Clerk.AttachScanAsync(officer.Client, $"/{branch.Province.Slug}/graphql", Ids["MemberDocument"], 1);
        Assert.True((int?)scanned["data"]?["attachMemberScan"]?["memberDocument"]?["version"] == 2, scanned.ToJsonString(Json.Readable));
        var copied = await officer.RecordRequestAsync(member, Secrets.Request, "ACCESS");
        foreach (var step in new[] { "acknowledgeSubjectRequest", "startSubjectRequest", "prepareDataCopy" })
            copied = await officer.StepAsync(step, copied, "subjectRequest");

        Files["data-copies"] = Branch.Key(copied.Id);
        Files["liaison-books"] = Branch.Key(member);
        Files["member-scans"] = Branch.Key(Ids["MemberDocument"]);
        Files["residence-comments"] = Branch.Key(Ids["ResidenceComment"]);
        Files["residence-letter-lists"] = Branch.Key(Ids["ResidenceIntroduction"]);
        Files["residence-letters"] = Branch.Key(Ids["ResidenceIntroduction"]);
        Files["residence-meetings"] = Branch.Key(Ids["ResidenceMeeting"]);
        Files["residence-statistics"] = Branch.Key(branch.CommuneOne);
        Files["statistics-reports"] = Branch.Key(Ids["StatisticsReport"]);
    }

    // A scheme that moves a member by list.
    private async Task PlanAsync(string member)
    {
        var step = new { kind = "MOVE_MEMBERS", organizationId = branch.CellOne, targetId = branch.CellTwo, memberIds = new[] { member } };
        (Ids["Reorganization"], _) = await officer.SchemeAsync(branch.District, step, Secrets.Scheme);
        var steps = await officer.Client.ExecuteAsync(
            "query ($id: ID!) { reorganization(id: $id) { steps { id members { nodes { id } } } } }", new { id = Ids["Reorganization"] });
        var planned = steps.Data["reorganization"]!["steps"]![0]!;
        Ids["ReorganizationStep"] = (string)planned["id"]!;
        Ids["ReorganizationMember"] = (string)planned["members"]!["nodes"]![0]!["id"]!;
    }

    private async Task ImportAsync()
    {
        var content = $"{MemberHeaders}\nPhạm Thị Kín,05/06/1984,Nữ,036184004712,Kinh,05/06/2009,05/06/2010,{Secrets.OtherCardNumber},{branch.Province.Id}.02.001.001";
        Batch = Guid.CreateVersion7();
        var answer = await Clerk.SendAsync(
            officer.Client, $"/{branch.Province.Slug}/graphql",
            new { format = "members", file = (string?)null, mode = "ALL_OR_NOTHING", batchId = Batch }, content, Secrets.FileName, "batch { state verdicts(first: 5) { nodes { message } } }");
        Assert.True((string?)answer["data"]?["importFile"]?["batch"]?["state"] == "APPLIED", answer.ToJsonString(Json.Readable));
    }

    private async Task<(string Id, int Version)> VersionAsync(string member)
    {
        var answer = await officer.Client.ExecuteAsync("query ($id: ID!) { member(id: $id) { version } }", new { id = member });
        return (member, (int)answer.Data["member"]!["version"]!);
    }

    private async Task<string> FindAsync(string type, string selection, string field)
    {
        var answer = await officer.Client.ExecuteAsync($"query ($id: ID!) {{ node(id: $id) {{ ... on {type} {{ {selection} }} }} }}", new { id = Ids[type] });
        JsonNode found = answer.Data["node"]![field]!;
        return (string)found["id"]!;
    }

    private static string GlobalUser(TestUser user) => new GraphQL.CodeFirst.GlobalId("User", user.Id).ToString();
}
