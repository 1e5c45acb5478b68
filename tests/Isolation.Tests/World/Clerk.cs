using System.Text;
using System.Text.Json.Nodes;
using Modular.TestKit.Hosts;
using Xunit;

namespace Modular.Isolation.Tests.World;

/// <summary>Somebody who fills a register over HTTP, and is never refused.</summary>
internal sealed class Clerk(TestClient client)
{
    /// <summary>The day on which the world's organizations began.</summary>
    public const string Founded = "2015-03-02";

    private static int number;

    public TestClient Client => client;

    /// <summary>A number that nobody else got.</summary>
    public static int NextNumber() => Interlocked.Increment(ref number);

    /// <summary>A decision that nothing can be said against.</summary>
    public static object Decision(string number = "12-QĐ/TU", string decidedOn = Founded, string? authorityOrganizationId = null) =>
        new { number, decidedOn, authority = "Ban Thường vụ Tỉnh ủy", authorityOrganizationId };

    /// <summary>A decision on a member.</summary>
    public static object MemberDecision(string number = "12-QĐ/TU", string decidedOn = "2026-07-01") =>
        new { number, decidedOn, authority = "Ban Thường vụ Tỉnh ủy" };

    /// <summary>Runs a mutation that takes one input and answers what the selection asks for.</summary>
    public async Task<JsonNode> DoAsync(string mutation, object input, string selection)
    {
        var inputType = $"{char.ToUpperInvariant(mutation[0])}{mutation[1..]}Input";
        var answer = await client.ExecuteAsync(
            $"mutation ($input: {inputType}!) {{ {mutation}(input: $input) {{ {selection} errors {{ __typename ... on Problem {{ code field message }} }} }} }}",
            new { input });
        var payload = answer.Data[mutation]!;
        Assert.True(payload["errors"]!.AsArray().Count == 0, $"{mutation}: {payload["errors"]!.ToJsonString()}");
        return payload;
    }

    public async Task<string> FoundAsync(string? parentId, string kind, string name, string code, string? subkind = null) => (string)(await DoAsync(
        "foundOrganization",
        new { parentId, kind, subkind, name, code, effectiveOn = Founded, decision = Decision() },
        "organization { id }"))["organization"]!["id"]!;

    /// <summary>Registers an official member whom nobody resembles.</summary>
    public Task<(string Id, int Version)> RegisterAsync(string cell) => RegisterAsync(Newcomer(cell));

    /// <summary>The input that registers an official member whom nobody resembles.</summary>
    public static object Newcomer(string cell, params string[] notTheSameAs) => Person(cell, NextNumber(), notTheSameAs);

    private static object Person(string cell, int number, string[] notTheSameAs) => new
    {
        organizationId = cell,
        since = "2016-01-05",
        status = "OFFICIAL",
        notTheSameAs,
        person = new
        {
            fullName = "Trần Thị " + Letters(number),
            sex = "FEMALE",
            birthDate = new DateOnly(1972, 2, 14).AddDays(number % 5000).ToString("o"),
            citizenId = $"036185{number:000000}",
            ethnicGroup = "KINH",
        },
        membership = new { admissionDecidedOn = "2010-04-20", ceremonyOn = "2010-05-19", officialOn = "2011-05-19" },
        card = new { number = $"36{number:000000}" },
        cvNumber = $"{number:000000}ND",
    };

    public async Task<(string Id, int Version)> RegisterAsync(object input)
    {
        var member = (await DoAsync("registerMember", input, "member { id version }"))["member"]!;
        return ((string)member["id"]!, (int)member["version"]!);
    }

    /// <summary>Records a reprimand.</summary>
    public async Task<(string Id, int Version)> DisciplineAsync((string Id, int Version) member, string organization, string fault) => Versioned(
        await DoAsync("recordDisciplinaryMeasure", Reprimand(member, organization, fault), "disciplinaryMeasure { id version }"), "disciplinaryMeasure");

    /// <summary>A reprimand that nothing can be said against.</summary>
    public static object Reprimand((string Id, int Version) member, string organization, string fault, string? removedFrom = null) => new
    {
        memberId = member.Id,
        expectedVersion = member.Version,
        form = "REPRIMAND",
        ground = "ACTIVITY",
        fault,
        faultEndedOn = "2026-06-01",
        decidedByOrganizationId = organization,
        vote = new { @base = 9, inFavour = 7 },
        hearing = "HEARD",
        heardOn = "2026-06-29",
        announcedOn = "2026-07-01",
        decision = MemberDecision(decidedOn: "2026-07-02"),
        removedFromOrganizationId = removedFrom,
    };

    /// <summary>Records that a member was punished by a state body whose notice is awaited.</summary>
    public async Task<(string Id, int Version)> NoticeAsync((string Id, int Version) member, string authority) => Versioned(
        await DoAsync(
            "recordAuthorityNotice",
            new { memberId = member.Id, expectedVersion = member.Version, act = "STATE_PUNISHMENT", doneOn = "2026-07-06", authority },
            "authorityNotice { id version }"),
        "authorityNotice");

    /// <summary>Records a death with its slip.</summary>
    public async Task<(string Id, int Version)> DieAsync((string Id, int Version) member) => Versioned(
        await DoAsync(
            "recordDeath", new { memberId = member.Id, expectedVersion = member.Version, diedOn = "2026-07-06", slipMadeOn = "2026-07-08" }, "departureSlip { id version }"),
        "departureSlip");

    /// <summary>Records that a member asks for exemption.</summary>
    public async Task<(string Id, int Version)> AskForExemptionAsync((string Id, int Version) member, string reason) => Versioned(
        await DoAsync(
            "requestExemption",
            new { memberId = member.Id, expectedVersion = member.Version, ground = "OLD_OR_WEAK", requestedOn = "2026-07-06", reason },
            "exemptionRequest { id version }"),
        "exemptionRequest");

    /// <summary>Closes the movement of the first half of a year.</summary>
    public async Task<(string Id, int Version)> CloseReportAsync(string organization) => Versioned(
        await DoAsync(
            "closeStatisticsReport",
            new { organizationId = organization, form = "MOVEMENT", from = "2026-01-01", to = "2026-06-30" },
            "statisticsReport { id version }"),
        "statisticsReport");

    /// <summary>Registers a member who is due the badge of thirty years.</summary>
    public Task<(string Id, int Version)> RegisterVeteranAsync(string cell)
    {
        var number = NextNumber();
        return RegisterAsync(new
        {
            organizationId = cell,
            since = "2016-01-05",
            status = "OFFICIAL",
            person = new
            {
                fullName = "Trần Thị " + Letters(number),
                sex = "FEMALE",
                birthDate = new DateOnly(1950, 2, 14).AddDays(number % 5000).ToString("o"),
                citizenId = $"036165{number:000000}",
                ethnicGroup = "KINH",
            },
            membership = new { admissionDecidedOn = "1990-04-20", ceremonyOn = "1990-05-19", officialOn = "1991-05-19" },
        });
    }

    /// <summary>Opens a round of badges for an award day that no other round has.</summary>
    public async Task<string> OpenBadgeRoundAsync() => (string)(await DoAsync(
        "openBadgeRound", new { awardDay = new DateOnly(2027, 1, 1).AddDays(NextNumber()).ToString("o") }, "badgeRound { id }"))["badgeRound"]!["id"]!;

    /// <summary>Opens a round of card checks.</summary>
    public async Task<string> OpenCardCheckRoundAsync(int ordinal) => (string)(await DoAsync(
        "openCardCheckRound", new { ordinal, checkedOn = "2026-06-01" }, "cardCheckRound { id }"))["cardCheckRound"]!["id"]!;

    /// <summary>Proposes a member for a badge.</summary>
    public async Task<(string Id, int Version)> ProposeBadgeAsync(string round, (string Id, int Version) member)
    {
        var payload = await DoAsync(
            "proposeBadges",
            new { roundId = round, members = new[] { new { memberId = member.Id, award = "EARLY", years = 30, reason = Secrets.Reason } } },
            "badgeProposals { id version }");
        return ((string)payload["badgeProposals"]![0]!["id"]!, (int)payload["badgeProposals"]![0]!["version"]!);
    }

    public async Task<(string Id, int Version)> FlagAsync((string Id, int Version) member, string flag, string reason) => Versioned(
        await DoAsync(
            "setMemberFlag",
            new { memberId = member.Id, expectedVersion = member.Version, flag, from = "2026-08-01", reason, decision = MemberDecision() },
            "member { id version }"),
        "member");

    public async Task<string> OpenTermAsync(string organization, string number, string decision) => (string)(await DoAsync(
        "openCommitteeTerm",
        new
        {
            organizationId = organization,
            number,
            effectiveOn = "2026-08-03",
            committeeSize = 15,
            standingSize = 5,
            decision = Decision(decision, "2026-08-01"),
        },
        "committeeTerm { id }"))["committeeTerm"]!["id"]!;

    /// <summary>Opens a term of a cell that has no committee.</summary>
    public async Task<string> OpenCellTermAsync(string cell) => (string)(await DoAsync(
        "openCommitteeTerm",
        new { organizationId = cell, number = "2025-2027", effectiveOn = "2026-08-03", committeeSize = 0, standingSize = 0, decision = Decision("9-QĐ/ĐU", "2026-08-01") },
        "committeeTerm { id }"))["committeeTerm"]!["id"]!;

    /// <summary>Records that the file of a member was lost.</summary>
    public async Task<(string Id, int Version)> LoseFileAsync((string Id, int Version) member, string reason) => Versioned(
        await DoAsync(
            "reportFileLoss",
            new { memberId = member.Id, expectedVersion = member.Version, lost = "FILE", lostOn = "2026-07-01", reportedOn = "2026-07-06", place = "Archive", reason },
            "fileLoss { id version }"),
        "fileLoss");

    public async Task<(string Id, int Version)> AssignPostAsync(string term, string member, string post = "MEMBER") => Versioned(
        await DoAsync("assignPost", new { termId = term, memberId = member, post, basis = "ELECTED", effectiveOn = "2026-08-03" }, "committeePost { id version }"),
        "committeePost");

    /// <summary>Forms the inspection committee of a term.</summary>
    public async Task<string> FormInspectionAsync(string term) => (string)(await DoAsync(
        "formInspectionCommittee", new { termId = term, effectiveOn = "2026-08-03", size = 100 }, "inspectionCommittee { id }"))["inspectionCommittee"]!["id"]!;

    /// <summary>Makes somebody a member of an inspection committee.</summary>
    public async Task<string> InspectAsync(string committee, string member) => (string)(await DoAsync(
        "assignInspectionPost",
        new { inspectionCommitteeId = committee, memberId = member, post = "MEMBER", basis = "ELECTED", effectiveOn = "2026-08-03" },
        "inspectionPost { id }"))["inspectionPost"]!["id"]!;

    /// <summary>Establishes an agency of a committee.</summary>
    public async Task<string> EstablishAgencyAsync(string organization) => (string)(await DoAsync(
        "establishPartyAgency",
        new { organizationId = organization, kind = "ADVISORY", name = "Ban Xây dựng Đảng", effectiveOn = "2026-08-03", decision = Decision("9-QĐ/TU", "2026-08-01") },
        "partyAgency { id }"))["partyAgency"]!["id"]!;

    /// <summary>Records a request of a data subject that came on paper.</summary>
    public async Task<(string Id, int Version)> RecordRequestAsync(string member, string content, string kind = "OBJECT") => Versioned(
        await DoAsync("recordSubjectRequest", new { memberId = member, kind, content, receivedOn = "2026-08-03" }, "subjectRequest { id version }"), "subjectRequest");

    /// <summary>Takes a request, or a breach, a step further.</summary>
    public async Task<(string Id, int Version)> StepAsync(string mutation, (string Id, int Version) known, string field) => Versioned(
        await DoAsync(mutation, new { id = known.Id, expectedVersion = known.Version }, $"{field} {{ id version }}"), field);

    /// <summary>Enters a breach for which an organization answers.</summary>
    public async Task<(string Id, int Version)> RecordBreachAsync(string organization, string description) => Versioned(
        await DoAsync(
            "recordBreach",
            new { organizationId = organization, detectedAt = "2026-08-03T02:00:00Z", description, dataKinds = "Names.", involvesSensitiveData = false },
            "breach { id version }"),
        "breach");

    public async Task<(string Id, int Version)> GiveAsync(string user, string role, string organization, string reason) => Versioned(
        await DoAsync("giveRole", new { userId = user, roleId = role, reach = "ORGANIZATION", organizationId = organization, reason }, "grant { id version }"),
        "grant");

    /// <summary>A scheme of reorganization that is drafted and appraised.</summary>
    public async Task<(string Id, int Version)> SchemeAsync(string superior, object step, string title = "Scheme")
    {
        var drafted = Versioned(
            await DoAsync("draftReorganization", new { superiorId = superior, title, effectiveOn = "2026-09-01", steps = new[] { step } }, "reorganization { id version }"),
            "reorganization");
        return Versioned(
            await DoAsync(
                "appraiseReorganization",
                new { id = drafted.Id, expectedVersion = drafted.Version, appraisedOn = "2026-09-01", appraisedBy = "Board" },
                "reorganization { id version }"),
            "reorganization");
    }

    /// <summary>The minutes of handing an organization over to another parent.</summary>
    public async Task<string> HandOverAsync(string superior, string organization, string parent)
    {
        var (id, version) = await SchemeAsync(superior, new { kind = "MOVE", organizationId = organization, parentId = parent });
        var decided = await DoAsync(
            "decideReorganization",
            new { id, expectedVersion = version, number = "9-QĐ/HU", decidedOn = "2026-09-01", authority = "Ban Thường vụ Huyện ủy" },
            "reorganization { handOvers { id } }");
        return (string)decided["reorganization"]!["handOvers"]![0]!["id"]!;
    }

    /// <summary>Opens an account for a program.</summary>
    public async Task<string> OpenServiceAccountAsync() => (string)(await DoAsync(
        "createServiceAccount", new { userName = $"program.{NextNumber()}", reason = "Interface." }, "user { id }"))["user"]!["id"]!;

    /// <summary>Makes a key with which a program reads the directory from an organization downwards.</summary>
    public async Task<string> MakeKeyAsync(string account, string organization) => (string)(await DoAsync(
        "createServiceKey",
        new { userId = account, name = "Interface", permissions = new[] { "organizations.read" }, reach = "ORGANIZATION_AND_BELOW", organizationId = organization, days = 30, reason = "Interface." },
        "key { id }"))["key"]!["id"]!;

    /// <summary>The input that asks for a file of members with sensitive data, so that somebody else has to approve.</summary>
    public static object SensitiveExport(string title, string purpose) => new
    {
        query = "query ($first: Int, $after: String) { members(first: $first, after: $after) { nodes { fullName citizenId } pageInfo { hasNextPage endCursor } } }",
        format = "CSV",
        title,
        purpose,
    };

    /// <summary>Sends a file of an import and answers the response.</summary>
    public static Task<JsonNode> SendAsync(TestClient sender, string endpoint, object input, string content, string fileName, string selection) => UploadAsync(
        sender,
        endpoint,
        $"mutation ($input: ImportFileInput!) {{ importFile(input: $input) {{ {selection} errors {{ __typename ... on Problem {{ code message }} }} }} }}",
        input,
        content,
        fileName);

    /// <summary>Sends a scan of a paper and answers the response.</summary>
    public static Task<JsonNode> AttachScanAsync(TestClient sender, string endpoint, string document, int expectedVersion) => UploadAsync(
        sender,
        endpoint,
        "mutation ($input: AttachMemberScanInput!) { attachMemberScan(input: $input) { memberDocument { version } errors { __typename ... on Problem { code field message } } } }",
        new { id = document, expectedVersion, file = (string?)null },
        "%PDF-1.7\n1 0 obj\n<< >>\nendobj\n%%EOF\n",
        "scan.pdf");

    private static async Task<JsonNode> UploadAsync(TestClient sender, string endpoint, string query, object input, string content, string fileName)
    {
        var operations = System.Text.Json.JsonSerializer.Serialize(new { query, variables = new { input } });
        using var form = new MultipartFormDataContent
        {
            { new StringContent(operations), "operations" },
            { new StringContent("""{"0": ["variables.input.file"]}"""), "map" },
        };
        using var file = new ByteArrayContent(Encoding.UTF8.GetBytes(content));
        form.Add(file, "0", fileName);
        using var request = new HttpRequestMessage(HttpMethod.Post, endpoint) { Content = form };
        request.Headers.Add("GraphQL-Preflight", "1");
        using var response = await sender.Http.SendAsync(request);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
    }

    private static (string Id, int Version) Versioned(JsonNode payload, string field) =>
        ((string)payload[field]!["id"]!, (int)payload[field]!["version"]!);

    private static string Letters(int number)
    {
        var text = new StringBuilder();
        for (; number > 0; number /= 26)
            text.Append((char)('a' + (number % 26)));
        return char.ToUpperInvariant(text[0]) + text.ToString(1, text.Length - 1);
    }
}
