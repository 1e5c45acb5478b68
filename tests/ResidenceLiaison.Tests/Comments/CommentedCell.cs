using System.Text.Json;
using System.Text.Json.Nodes;
using Modular.Kernel.Access;
using Modular.TestKit.Databases;
using Modular.TestKit.Hosts;
using static Modular.ResidenceLiaison.Tests.LiaisonProvince;

namespace Modular.ResidenceLiaison.Tests.Comments;

/// <summary>A residential cell of its own with working members of an agency of its own, and the users of both sides with the default roles of their places.</summary>
internal sealed class CommentedCell
{
    /// <summary>Copies an introduction for members who are nobody else's, so that a large cell costs one statement.</summary>
    private const string Copy =
        """
        insert into residence_liaison.introduction
        select (jsonb_populate_record(listed, jsonb_build_object('id', gen_random_uuid(), 'member_id', gen_random_uuid(), 'letter_number', listed.letter_number + 1000 + copy.number))).*
        from residence_liaison.introduction as listed cross join generate_series(1, $2) as copy(number) where listed.id = $1
        """;

    private readonly LiaisonProvince province;

    private CommentedCell(LiaisonProvince province) => this.province = province;

    public string Commune { get; private set; } = "";

    public string Cell { get; private set; } = "";

    public string Agency { get; private set; } = "";

    public string AgencyCell { get; private set; } = "";

    /// <summary>The secretary of the residential cell.</summary>
    public TestClient Secretary { get; private set; } = null!;

    /// <summary>The officer of the commune committee.</summary>
    public TestClient CommuneOfficer { get; private set; } = null!;

    /// <summary>The officer of the agency.</summary>
    public TestClient AgencyOfficer { get; private set; } = null!;

    /// <summary>The members with their introductions.</summary>
    public IReadOnlyList<(string Member, string Introduction)> Members { get; private set; } = [];

    public static async Task<CommentedCell> MakeAsync(LiaisonProvince province, int members, int copies = 0)
    {
        var made = new CommentedCell(province);
        var number = province.NextNumber();
        made.Commune = await province.FoundAsync(province.Root, "GRASSROOTS_COMMITTEE", $"Đảng bộ xã {number}", "COMMUNE");
        made.Cell = await province.FoundAsync(made.Commune, "CELL", $"Chi bộ ấp {number}", "RESIDENTIAL_AREA");
        made.Agency = await province.FoundAsync(province.Bloc, "GRASSROOTS_COMMITTEE", $"Đảng bộ Sở {number}", "AGENCY");
        made.AgencyCell = await province.FoundAsync(made.Agency, "CELL", $"Chi bộ Phòng {number}");
        made.Secretary = await province.SignInAsync($"ap.{number}", null, TestGrant.OfRole(DefaultRoles.CellSecretary, Reach.Organization, KeyOf(made.Cell)));
        made.CommuneOfficer = await province.SignInAsync($"xa.{number}", null, TestGrant.OfRole(DefaultRoles.GrassrootsOfficer, Reach.OrganizationAndBelow, KeyOf(made.Commune)));
        made.AgencyOfficer = await province.SignInAsync($"so.{number}", null, TestGrant.OfRole(DefaultRoles.GrassrootsOfficer, Reach.OrganizationAndBelow, KeyOf(made.Agency)));
        var brought = new List<(string, string)>();
        for (var index = 0; index < members; index++)
        {
            var (member, _) = await province.AddMemberAsync(made.AgencyCell);
            brought.Add((member, await made.AssignAsync(member)));
        }

        made.Members = brought;
        if (copies > 0)
            await province.Host.Database.ExecuteAsync(TestProvinces.NamDinh, Copy, KeyOf(brought[0].Item2), copies);
        return made;
    }

    /// <summary>Introduces a member all the way to the cell.</summary>
    public async Task<string> AssignAsync(string member)
    {
        var introduction = await province.IntroductionOfAsync(member);
        introduction = await StepAsync(province.Officer, "issueResidenceLetters", introduction, new { receiverId = Commune, on = "2026-02-02" });
        introduction = await StepAsync(province.Officer, "receiveResidenceLetters", introduction, new { on = "2026-02-03" });
        return (await StepAsync(province.Officer, "assignResidenceCell", introduction, new { cellId = Cell, on = "2026-02-04" })).Id;
    }

    /// <summary>Opens the round of this year and answers its identifier.</summary>
    public async Task<string> OpenRoundAsync() => (string)(await DoAsync(
        CommuneOfficer, "openResidenceCommentRound", new { organizationId = Commune, year = Today.Year, dueOn = Today.AddDays(20).ToString("o") }, "residenceCommentRound { id }"))["residenceCommentRound"]!["id"]!;

    /// <summary>The requests of the cell that a user sees, with what is asked of them.</summary>
    public async Task<JsonArray> RequestsAsync(TestClient client, string selection, string? member = null)
    {
        var found = new JsonArray();
        string? after = null;
        do
        {
            var page = (await client.ExecuteAsync(
                $"query ($cell: ID!, $after: String) {{ residenceCommentRequests(first: 200, after: $after, where: {{cell: {{id: $cell}}}}) {{ nodes {{ id version introduction {{ id }} {selection} }} pageInfo {{ hasNextPage endCursor }} }} }}",
                new { cell = Cell, after })).Data["residenceCommentRequests"]!;
            foreach (var node in page["nodes"]!.AsArray().Where(node => member is null || (string?)node!["introduction"]?["id"] == member))
                found.Add(node!.DeepClone());
            after = (bool)page["pageInfo"]!["hasNextPage"]! ? (string)page["pageInfo"]!["endCursor"]! : null;
        }
        while (after is not null);
        return found;
    }

    /// <summary>The request about a member that is the latest one.</summary>
    public async Task<(string Id, int Version)> RequestOfAsync(string member)
    {
        var answer = await province.Officer.ExecuteAsync(
            "query ($id: ID!) { member(id: $id) { residence { commentRequests(first: 1) { nodes { id version } } } } }", new { id = member });
        return Of(answer.Data["member"]!["residence"]!["commentRequests"]!["nodes"]![0]!);
    }

    /// <summary>Takes requests a step further.</summary>
    public static async Task<List<(string Id, int Version)>> StepCommentsAsync(TestClient client, string mutation, IEnumerable<(string Id, int Version)> requests, object? more = null)
    {
        var stepped = await DoAsync(client, mutation, StepInput(requests, more), "residenceCommentRequests { id version }");
        return [.. stepped["residenceCommentRequests"]!.AsArray().Select(one => Of(one!))];
    }

    /// <summary>The input of a step.</summary>
    public static JsonObject StepInput(IEnumerable<(string Id, int Version)> requests, object? more = null)
    {
        var input = more is null ? [] : JsonSerializer.SerializeToNode(more)!.AsObject();
        input["requests"] = new JsonArray([.. requests.Select(one => (JsonNode)new JsonObject { ["id"] = one.Id, ["expectedVersion"] = one.Version })]);
        return input;
    }

    /// <summary>A comment that is written.</summary>
    public static object Draft((string Id, int Version) request, string level = "ORDINARY", string strengths = "Gương mẫu, tham gia đầy đủ.", string? shortcomings = null) => new
    {
        id = request.Id,
        expectedVersion = request.Version,
        level,
        marks = new[] { "EXAMPLE", "CITIZEN", "MEETINGS", "PEOPLE", "PROPAGANDA" }.Select(criterion => new { criterion, level }).ToArray(),
        strengths,
        shortcomings,
    };

    /// <summary>Writes comments and has them sent to the workplace.</summary>
    public async Task<List<(string Id, int Version)>> SendAsync(params object[] drafts)
    {
        var drafted = (await DoAsync(Secretary, "draftResidenceComments", new { comments = drafts }, "residenceCommentRequests { id version }"))["residenceCommentRequests"]!.AsArray();
        List<(string Id, int Version)> requests = [.. drafted.Select(one => Of(one!))];
        requests = await StepCommentsAsync(Secretary, "signResidenceComments", requests, Signature());
        requests = await StepCommentsAsync(CommuneOfficer, "certifyResidenceComments", requests, new { certifiedBy = "Nguyễn Văn Chứng" });
        return await StepCommentsAsync(CommuneOfficer, "sendResidenceComments", requests);
    }

    /// <summary>What the two committees sign with.</summary>
    public static object Signature() => new { reviewedOn = Today.ToString("o"), frontRepresentative = "Lê Thị Trận", signedBy = "Phạm Văn Bí" };

    public static (string Id, int Version) Of(JsonNode node) => ((string)node["id"]!, (int)node["version"]!);
}
