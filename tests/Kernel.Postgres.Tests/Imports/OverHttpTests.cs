using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Modular.Kernel.Postgres.Tests.Sample;
using Modular.TestKit.Databases;
using Modular.TestKit.Hosts;

namespace Modular.Kernel.Postgres.Tests.Imports;

public sealed class OverHttpTests
{
    private const string TwoGoodOneBad =
        """
        Họ và tên,Ngày sinh,Số thẻ,Tình trạng,Chi bộ,Nơi ở
        Nguyễn Văn An,19/05/1980,36000001,Chính thức,Chi bộ 1,Xóm 1
        Trần Thị Bình,1985,36000002,Dự bị,Chi bộ 9,
        Vũ Đức Cường,2/9/1990,36000003,chinh thuc,Chi bộ 1,Xóm 3
        """;

    private const string ImportFile =
        """
        mutation ($input: ImportFileInput!) {
          importFile(input: $input) {
            batch {
              state mode rowsRead rowsWithErrors rowsApplied problem
              verdicts(first: 5, where: {severity: {eq: ERROR}}) { totalCount nodes { rowNumber columnName severity code message ruleId } }
            }
            errors { __typename ... on Problem { code message } }
          }
        }
        """;

    [Fact]
    public async Task A_file_is_sent_checked_and_answered_with_verdicts()
    {
        await using var host = await StartAsync();
        using var officer = await OfficerAsync(host, "officer");

        var answer = await SendAsync(officer.In("en"), TwoGoodOneBad, "DRY_RUN");

        Assert.Equal(
            """
            {"importFile":{"batch":{"state":"CHECKED","mode":"DRY_RUN","rowsRead":3,"rowsWithErrors":1,"rowsApplied":0,"problem":null,"verdicts":{"totalCount":1,"nodes":[{"rowNumber":3,"columnName":"cell","severity":"ERROR","code":"CELL_IS_NOT_KNOWN","message":"There is no cell \u0022Chi b\u1ED9 9\u0022.","ruleId":"ORG-03"}]}},"errors":[]}}
            """,
            answer["data"]!.ToJsonString());
    }

    [Fact]
    public async Task Good_rows_are_applied_and_the_import_is_undone()
    {
        await using var host = await StartAsync();
        using var officer = await OfficerAsync(host, "officer");
        await SendAsync(officer, TwoGoodOneBad, "GOOD_ROWS_ONLY");
        var batch = (await officer.ExecuteAsync("{ importBatches(format: \"people\") { id rowsApplied state } }")).Data["importBatches"]![0]!;
        Assert.Equal((2, "APPLIED"), ((int)batch["rowsApplied"]!, (string?)batch["state"]));

        var undone = await officer.ExecuteAsync(
            "mutation ($id: UUID!) { undoImport(input: {batchId: $id, reason: \"by mistake\"}) { batch { state undoneBecause } errors { __typename } } }",
            new { id = (string)batch["id"]! });

        undone.HasData("""{"undoImport": {"batch": {"state": "UNDONE", "undoneBecause": "by mistake"}, "errors": []}}""");
        Assert.Equal(0, await host.Database.ScalarAsync<long>(TestProvinces.NamDinh, "select count(*) from sample.person"));
    }

    [Fact]
    public async Task Formats_show_their_columns_to_whoever_may_import_them()
    {
        await using var host = await StartAsync();
        using var officer = await OfficerAsync(host, "officer");
        using var other = await host.SignInAsync(await host.AddUserAsync("other", TestProvinces.NamDinh, TestGrant.InProvince("system.administer")));
        const string query = "{ importFormats { id title columns { name header isRequired form } } }";

        var shown = (await officer.ExecuteAsync(query)).Data["importFormats"]!.AsArray();
        var hidden = await other.ExecuteAsync(query);

        Assert.Equal(
            """{"name":"born_on","header":"Ngày sinh","isRequired":true,"form":"ngày/tháng/năm, tháng/năm hoặc năm"}""",
            Assert.Single(shown)!["columns"]![1]!.ToJsonString(new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
        hidden.HasData("""{"importFormats": []}""");
    }

    [Fact]
    public async Task Whoever_may_not_import_is_told_of_no_format_and_sees_no_batch()
    {
        await using var host = await StartAsync();
        using var officer = await OfficerAsync(host, "officer");
        using var other = await host.SignInAsync(await host.AddUserAsync("other", TestProvinces.NamDinh, TestGrant.InProvince("sample.read")));
        await SendAsync(officer, TwoGoodOneBad, "DRY_RUN");
        var batch = (await officer.ExecuteAsync("{ importBatches { id } }")).Data["importBatches"]![0]!["id"]!.GetValue<string>();

        var refused = await SendAsync(other.In("en"), TwoGoodOneBad, "DRY_RUN");
        var seen = await other.ExecuteAsync("query ($id: UUID!) { importBatch(id: $id) { id } importBatches { id } }", new { id = batch });

        Assert.Equal(
            """{"importFile":{"batch":null,"errors":[{"__typename":"ImportFormatIsUnknown","code":"IMPORT_FORMAT_IS_UNKNOWN","message":"There is no import format \u0022people\u0022, or you may not import it."}]}}""",
            refused["data"]!.ToJsonString());
        seen.HasData("""{"importBatch": null, "importBatches": []}""");
    }

    [Fact]
    public async Task An_officer_of_a_district_sees_only_their_own_imports()
    {
        await using var host = await StartAsync();
        using var officer = await OfficerAsync(host, "officer");
        using var below = await host.SignInAsync(await host.AddUserAsync(
            "below", TestProvinces.NamDinh, TestGrant.Below(SampleData.Commune, PersonImport.ImportPermission)));
        await SendAsync(officer, TwoGoodOneBad, "DRY_RUN");
        await SendAsync(below, TwoGoodOneBad.Replace("Chi bộ 9", "Xã bên", StringComparison.Ordinal), "DRY_RUN");

        var ofOfficer = await officer.ExecuteAsync("{ importBatches { userName } }");
        var ofBelow = await below.ExecuteAsync("{ importBatches { userName verdicts { nodes { rowNumber code } } } }");

        ofOfficer.HasData("""{"importBatches": [{"userName": "below"}, {"userName": "officer"}]}""");
        ofBelow.HasData(
            """
            {"importBatches": [{"userName": "below", "verdicts": {"nodes": [
              {"rowNumber": 3, "code": "ROW_IS_OUTSIDE_OF_YOUR_AREA"}, {"rowNumber": 3, "code": "HOME_IS_NOT_KNOWN"}]}}]}
            """);
    }

    private static async Task<TestHost> StartAsync()
    {
        var host = await TestHost.StartAsync(new PersonImportModule());
        await host.Database.PlantTreeAsync();
        return host;
    }

    private static async Task<TestClient> OfficerAsync(TestHost host, string name) => await host.SignInAsync(
        await host.AddUserAsync(name, TestProvinces.NamDinh, TestGrant.InProvince(PersonImport.ImportPermission)));

    /// <summary>Sends a file as the GraphQL multipart request specification says.</summary>
    private static async Task<JsonNode> SendAsync(TestClient client, string text, string mode)
    {
        using var content = new MultipartFormDataContent();
        var operations = new { query = ImportFile, variables = new { input = new { format = "people", file = (string?)null, mode } } };
        content.Add(new StringContent(JsonSerializer.Serialize(operations)), "operations");
        content.Add(new StringContent("""{"0": ["variables.input.file"]}"""), "map");
        var file = new ByteArrayContent(Encoding.UTF8.GetBytes(text));
        file.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        content.Add(file, "0", "people.csv");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/nam-dinh/graphql") { Content = content };
        request.Headers.Add("GraphQL-Preflight", "1");
        using var response = await client.Http.SendAsync(request);
        var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        Assert.True(answer["errors"] is null, answer.ToJsonString());
        return answer;
    }
}
