using System.Text;
using System.Text.Json.Nodes;
using Modular.Kernel.Access;
using Modular.Kernel.Postgres.Imports;
using Modular.Members.Contracts;
using Modular.Members.Tests.WorkItems;
using Modular.TestKit.Databases;
using Modular.TestKit.Hosts;
using Xunit;

namespace Modular.Members.Tests.Matching;

/// <summary>What officers see of a match run and decide about it, over HTTP.</summary>
public sealed class MatchDecidingTests(Register register) : IClassFixture<Register>
{
    private const string Run =
        """
        query Run($batchId: UUID!) { matchRun(batchId: $batchId) { version state figures { class count decided }
          rows(first: 20) { nodes { position class reason member { fullName } differing fullName citizenId decision candidates { reason } } } } }
        """;

    private const string Decide =
        """
        mutation Decide($input: DecideMatchRowsInput!) { decideMatchRows(input: $input) { count remaining changes { field count } errors { __typename ... on Problem { field } } } }
        """;

    [Fact]
    public async Task Rows_are_confirmed_tried_out_decided_and_closed()
    {
        var (one, two) = (await register.AddMemberAsync(register.FirstCell, "Đinh Thị Khớp", 301), await register.AddMemberAsync(register.FirstCell, "Đinh Thị Đối", 302));
        var batch = await MatchAsync(
            """
            Họ và tên,Ngày sinh,Giới tính,Số CCCD,Quê quán,Số thẻ đảng viên
            DINH THI KHỚP,12/12/1985,Nữ,036185000301,Hải Hậu,36000301
            Đinh Thị Đối,13/12/1985,Nữ,,,36000301
            Phan Văn Lạ,01/02/1970,Nam,036070999999,,
            """);

        var seen = (await register.Officer.ExecuteAsync(Run, new { batchId = batch })).Data["matchRun"]!;
        Assert.Equal(
            """
            {"version":1,"state":"OPEN","figures":[{"class":"AMBIGUOUS","count":1,"decided":0},{"class":"DIFFERING","count":1,"decided":0},{"class":"ONLY_THERE","count":1,"decided":0}],
            "rows":{"nodes":[
            {"position":1,"class":"DIFFERING","reason":"CITIZEN_ID","member":{"fullName":"Đinh Thị Khớp"},"differing":["fullName","nativePlace"],"fullName":"DINH THI KHỚP","citizenId":"036185000301","decision":null,"candidates":[]},
            {"position":2,"class":"AMBIGUOUS","reason":"NUMBER_OF_ANOTHER_PERSON","member":null,"differing":[],"fullName":"Đinh Thị Đối","citizenId":null,"decision":null,"candidates":[{"reason":"NAME_AND_BIRTH_DATE"},{"reason":"NUMBER_OF_ANOTHER_PERSON"}]},
            {"position":3,"class":"ONLY_THERE","reason":null,"member":null,"differing":[],"fullName":"Phan Văn Lạ","citizenId":"036070999999","decision":null,"candidates":[]}]}}
            """.ReplaceLineEndings(""),
            Json(seen));

        var undocumented = await DecideAsync(new { batchId = batch, decision = "TAKE_THEIRS", positions = new[] { 1 }, fields = new[] { "FULL_NAME" } });
        var input = new
        {
            batchId = batch,
            decision = "TAKE_THEIRS",
            @class = "DIFFERING",
            fields = new[] { "FULL_NAME", "NATIVE_PLACE" },
            because = "Theo cơ sở dữ liệu",
            document = new { number = "5-KL", decidedOn = "2026-01-05" },
        };
        var tried = await DecideAsync(JsonSerializer(input, tryOut: true));
        var before = await NameAsync(one);
        var done = await DecideAsync(input);
        Assert.Equal("""{"count":null,"remaining":null,"changes":null,"errors":[{"__typename":"CorrectionNeedsReasonAndDocument","field":"input.document"}]}""", undocumented);
        Assert.Equal("""{"count":1,"remaining":0,"changes":[{"field":"FULL_NAME","count":1},{"field":"NATIVE_PLACE","count":1}],"errors":[]}""", tried);
        Assert.Equal(("Đinh Thị Khớp null", tried), (before, done));
        Assert.Equal("Dinh Thi Khớp Hải Hậu", await NameAsync(one));

        var ambiguous = await DecideAsync(new { batchId = batch, decision = "KEEP_OURS", positions = new[] { 2 } });
        var confirmed = await register.Officer.ExecuteAsync(
            "mutation Confirm($input: ConfirmMatchInput!) { confirmMatch(input: $input) { position class differing errors { __typename } } }",
            new { input = new { batchId = batch, position = 2, memberId = two } });
        var kept = await DecideAsync(new { batchId = batch, decision = "KEEP_OURS", positions = new[] { 2 } });
        var again = await DecideAsync(new { batchId = batch, decision = "KEEP_OURS", positions = new[] { 2, 9 } });
        Assert.Contains("DecisionDoesNotFitTheRow", ambiguous, StringComparison.Ordinal);
        confirmed.HasData("""{ "confirmMatch": { "position": 2, "class": "DIFFERING", "differing": ["cardNumber"], "errors": [] } }""");
        Assert.Equal("""{"count":1,"remaining":0,"changes":[],"errors":[]}""", kept);
        Assert.Equal(
            """{"count":null,"remaining":null,"changes":null,"errors":[{"__typename":"MatchRowIsDecided","field":"input.positions.2"},{"__typename":"NotFound","field":"input.positions.9"}]}""", again);

        Assert.Equal("OPEN", await WorkAsync(batch));
        var closed = await register.Officer.ExecuteAsync(
            "mutation Close($input: CloseMatchRunInput!) { closeMatchRun(input: $input) { matchRun { state closedBy } errors { __typename } } }",
            new { input = new { batchId = batch, expectedVersion = 1, reason = "Xong" } });
        closed.HasData("""{ "closeMatchRun": { "matchRun": { "state": "CLOSED", "closedBy": "officer" }, "errors": [] } }""");
        Assert.Equal("DONE", await WorkAsync(batch));
        var after = (await register.Officer.ExecuteAsync(Run, new { batchId = batch })).Data["matchRun"]!;
        Assert.Equal("[null,null,null]", new JsonArray([.. after["rows"]!["nodes"]!.AsArray().Select(row => row!["fullName"]?.DeepClone())]).ToJsonString());
        Assert.Contains("MatchRunIsClosed", await DecideAsync(new { batchId = batch, decision = "REGISTER_LATER", positions = new[] { 3 } }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Matching_takes_the_whole_province_and_runs_are_seen_by_nobody_else()
    {
        var batch = await MatchAsync("Họ và tên,Ngày sinh\nPhan Văn Vắng,01/02/1971\n");
        using var district = await register.SignInAsync(
            "district.matcher", TestGrant.Below(GlobalIds.KeyOf(register.District), MembersPermissions.Read, MembersPermissions.Match));

        var answer = await district.ExecuteAsync(
            "query Run($batchId: UUID!) { matchRun(batchId: $batchId) { state } matchRuns { totalCount } importFormats { id } }", new { batchId = batch });

        answer.HasData("""{ "matchRun": null, "matchRuns": { "totalCount": 0 }, "importFormats": [] }""");
    }

    [Fact]
    public async Task The_same_list_is_matched_anew_and_an_undecided_run_is_undone()
    {
        const string List = "Họ và tên,Ngày sinh\nPhan Văn Lặp,01/02/1972\n";
        var (first, second) = (await MatchAsync(List), await MatchAsync(List));

        var undone = await register.Officer.ExecuteAsync(
            "mutation Undo($input: UndoImportInput!) { undoImport(input: $input) { batch { state } errors { __typename } } }", new { input = new { batchId = second } });

        Assert.NotEqual(first, second);
        undone.HasData("""{ "undoImport": { "batch": { "state": "UNDONE" }, "errors": [] } }""");
        Assert.Equal(("OPEN", "CANCELLED"), (await WorkAsync(first), await WorkAsync(second)));
        var left = await register.Officer.ExecuteAsync(
            "query Left($one: UUID!, $two: UUID!) { one: matchRun(batchId: $one) { state } two: matchRun(batchId: $two) { state } }", new { one = first, two = second });
        left.HasData("""{ "one": { "state": "OPEN" }, "two": null }""");
    }

    private static JsonNode JsonSerializer(object input, bool tryOut)
    {
        var node = System.Text.Json.JsonSerializer.SerializeToNode(input)!;
        node["tryOut"] = tryOut;
        return node;
    }

    private async Task<string> DecideAsync(object input) =>
        Json((await register.Officer.ExecuteAsync(Decide, new { input })).Data["decideMatchRows"]!);

    private async Task<string> WorkAsync(Guid run) =>
        Assert.Single(await Work.ItemsAsync(register.Database, "members.match-run-to-work-off", run)).Split(' ')[0];

    private async Task<string> NameAsync(string member)
    {
        var shown = (await register.Officer.ExecuteAsync("query Name($id: ID!) { member(id: $id) { fullName nativePlace } }", new { id = member })).Data["member"]!;
        return $"{shown["fullName"]} {(string?)shown["nativePlace"] ?? "null"}";
    }

    private async Task<Guid> MatchAsync(string text)
    {
        await using var scope = register.Database.Enter(TestProvinces.NamDinh, new SystemAccess("match"));
        var file = Path.Combine(Path.GetTempPath(), $"match-{Guid.NewGuid():n}.csv");
        await File.WriteAllTextAsync(file, text, Encoding.UTF8);
        try
        {
            var batch = await scope.Get<FileImports>().RunAsync(
                new ImportRequest("match", ImportContent.OfFile(file), ImportMode.GoodRowsOnly), progress: null, CancellationToken.None);
            Assert.Equal(ImportState.Applied, batch.Value.State);
            await register.Database.ExecuteAsync(
                TestProvinces.NamDinh, "delete from members.match_row where run_id = $1 and class = 'ONLY_HERE'", batch.Value.Id);
            return batch.Value.Id;
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static string Json(JsonNode node) =>
        node.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
