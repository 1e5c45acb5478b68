using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Modular.Kernel.Access;
using Modular.TestKit.Databases;
using Modular.TestKit.Hosts;
using Xunit;

namespace Modular.Members.Tests.Matching;

/// <summary>A list with 500 defects of 20 kinds, sent over HTTP by an officer of the organization board: each is found in its class, and no row is taken for anybody but the person it is about.</summary>
public sealed class PlantedListTests(Register register) : IClassFixture<Register>
{
    private const string Rows =
        """
        query ($batchId: UUID!, $after: String) { matchRun(batchId: $batchId) { rows(first: 200, after: $after) {
          nodes { rowNumber class differing member { cardNumber } } pageInfo { hasNextPage endCursor } } } }
        """;

    [Fact]
    public async Task Every_planted_defect_is_found_in_its_class_and_nobody_is_taken_for_somebody_else()
    {
        var planted = PlantedList.Make(people: 1_100, defectsOfAKind: 25, seed: 20260813);
        using var board = await register.SignInAsync("list.board", TestGrant.OfRole(DefaultRoles.OrganizationBoardOfficer, Reach.Province));
        Assert.Equal("APPLIED 1100 0", Told(await SendAsync(board, "members", "ALL_OR_NOTHING", planted.Register)));

        var batch = await SendAsync(board, "match", "GOOD_ROWS_ONLY", planted.Text);

        Assert.EndsWith(" 50", Told(batch), StringComparison.Ordinal);
        Assert.Equal("APPLIED", (string)batch["state"]!);
        // A row that stands in the list twice is one defect and two rows.
        Assert.Equal(
            Enum.GetValues<PlantedDefect>()[1..].Select(kind => (kind, kind == PlantedDefect.RowTwice ? 50 : 25)),
            planted.Expected.Where(one => one.Defect != PlantedDefect.None).GroupBy(one => one.Defect).OrderBy(kind => kind.Key).Select(kind => (kind.Key, kind.Count())));
        var found = await RowsAsync(board, (string)batch["id"]!);
        Assert.Equal(
            planted.Expected.Select(Line).Order(StringComparer.Ordinal),
            found.Select(row => Line(row, planted)).Order(StringComparer.Ordinal));
    }

    private static string Told(JsonNode batch) => $"{batch["state"]} {batch["rowsApplied"]} {batch["rowsWithErrors"]}";

    private static string Line(ExpectedMatch one) => $"{one.Row} {one.Defect} {one.Class.ToString().ToUpperInvariant()} {one.CardNumber} {one.Differing}";

    private static string Line(JsonNode row, PlantedList planted)
    {
        var number = (int?)row["rowNumber"];
        var defect = number is null ? PlantedDefect.NotInTheList : planted.Expected.First(one => one.Row == number).Defect;
        var differing = string.Join(',', row["differing"]!.AsArray().Select(field => (string)field!));
        return $"{number} {defect} {((string)row["class"]!).Replace("_", "", StringComparison.Ordinal)} {row["member"]?["cardNumber"]} {differing}";
    }

    private static async Task<IReadOnlyList<JsonNode>> RowsAsync(TestClient board, string batchId)
    {
        var rows = new List<JsonNode>();
        string? after = null;
        do
        {
            var page = (await board.ExecuteAsync(Rows, new { batchId, after })).Data["matchRun"]!["rows"]!;
            rows.AddRange(page["nodes"]!.AsArray().Select(row => row!));
            after = (bool)page["pageInfo"]!["hasNextPage"]! ? (string)page["pageInfo"]!["endCursor"]! : null;
        }
        while (after is not null);
        return rows;
    }

    private static async Task<JsonNode> SendAsync(TestClient board, string format, string mode, string content)
    {
        const string Document =
            "mutation ($input: ImportFileInput!) { importFile(input: $input) { batch { id state rowsApplied rowsWithErrors } errors { ... on Problem { code message } } } }";
        var operations = JsonSerializer.Serialize(new { query = Document, variables = new { input = new { format, file = (string?)null, mode, batchId = Guid.CreateVersion7() } } });
        using var form = new MultipartFormDataContent
        {
            { new StringContent(operations), "operations" },
            { new StringContent("""{"0": ["variables.input.file"]}"""), "map" },
        };
        using var file = new ByteArrayContent(Encoding.UTF8.GetBytes(content));
        form.Add(file, "0", "danh-sach.csv");
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/{TestProvinces.NamDinh.Slug}/graphql") { Content = form };
        request.Headers.Add("GraphQL-Preflight", "1");
        using var response = await board.Http.SendAsync(request);
        var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        Assert.True(answer["errors"] is null && answer["data"]!["importFile"]!["errors"]!.AsArray().Count == 0, answer.ToJsonString());
        return answer["data"]!["importFile"]!["batch"]!;
    }
}
