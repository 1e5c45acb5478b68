using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Modular.Kernel.Postgres.Tests.Sample;
using Modular.TestKit.Databases;
using Modular.TestKit.Hosts;

namespace Modular.Kernel.Postgres.Tests.Imports;

public sealed class ProgressTests
{
    private const string Progress =
        "subscription ($id: UUID!) { importProgress(batchId: $id) { id state stage progress rowsRead batch { fileName rowsWithErrors } } }";

    private const string OneBadRow =
        """
        Họ và tên,Ngày sinh,Số thẻ,Tình trạng,Chi bộ,Nơi ở
        Nguyễn Văn An,19/05/1980,36000001,Chính thức,Chi bộ 1,Xóm 1
        Trần Thị Bình,1985,36000002,Dự bị,Chi bộ 9,
        """;

    private readonly Guid id = Guid.CreateVersion7();

    [Fact]
    public async Task A_client_follows_an_import_that_it_named_before_it_began()
    {
        await using var host = await StartAsync();
        using var officer = await OfficerAsync(host, "officer");
        using var progress = await officer.SubscribeAsync(Progress, new { id });
        Assert.Equal(
            $$$$$"""{"data":{"importProgress":{"id":"{{{{{id}}}}}","state":null,"stage":null,"progress":0,"rowsRead":0,"batch":null}}}""",
            (await progress.NextAsync())!.ToJsonString());

        var answer = await SendAsync(officer, OneBadRow, id);

        Assert.Equal($$$"""{"importFile":{"batch":{"id":"{{{id}}}"},"errors":[]}}""", answer["data"]!.ToJsonString());
        Assert.Equal(
            $$$$$"""{"data":{"importProgress":{"id":"{{{{{id}}}}}","state":"CHECKED","stage":"DONE","progress":1,"rowsRead":2,"batch":{"fileName":"people.csv","rowsWithErrors":1}}}}""",
            (await progress.RestAsync())[^1]);
    }

    [Fact]
    public async Task Whoever_subscribes_late_is_told_how_it_ended()
    {
        await using var host = await StartAsync();
        using var officer = await OfficerAsync(host, "officer");
        await SendAsync(officer, OneBadRow, id);

        using var progress = await officer.SubscribeAsync("subscription ($id: UUID!) { importProgress(batchId: $id) { state } }", new { id });

        Assert.Equal(["""{"data":{"importProgress":{"state":"CHECKED"}}}"""], await progress.RestAsync());
    }

    [Fact]
    public async Task Every_step_is_heard_on_every_host()
    {
        await using var host = await StartAsync();
        await using var other = await host.StartAnotherAsync(new PersonImportModule());
        using var officer = await OfficerAsync(other, "officer");
        await ChangeAsync(
            host,
            $"""
            insert into kernel.import_batches (province_id, id, module, format, mode, state, file_name, content_hash, user_name, started_at, alive_at, stage, progress)
            values (36, '{id}', 'sample', 'people', 'DRY_RUN', 'RUNNING', 'people.csv', '', 'somebody', now(), now(), 'READING', 0)
            """);
        using var progress = await officer.SubscribeAsync("subscription ($id: UUID!) { importProgress(batchId: $id) { state stage progress rowsRead } }", new { id });
        var steps = new List<string> { await StepAsync(progress) };

        await ChangeAsync(host, "update kernel.import_batches set alive_at = now(), progress = 0.25, rows_read = 7");
        steps.Add(await StepAsync(progress));
        await ChangeAsync(host, "update kernel.import_batches set alive_at = now()");
        await ChangeAsync(host, "update kernel.import_batches set stage = 'CHECKING', progress = 0.5");
        steps.Add(await StepAsync(progress));
        await ChangeAsync(host, "update kernel.import_batches set state = 'CHECKED', stage = 'DONE', progress = 1");
        steps.AddRange(await progress.RestAsync());

        Assert.Equal(
            [
                """{"data":{"importProgress":{"state":"RUNNING","stage":"READING","progress":0,"rowsRead":0}}}""",
                """{"data":{"importProgress":{"state":"RUNNING","stage":"READING","progress":0.25,"rowsRead":7}}}""",
                """{"data":{"importProgress":{"state":"RUNNING","stage":"CHECKING","progress":0.5,"rowsRead":7}}}""",
                """{"data":{"importProgress":{"state":"CHECKED","stage":"DONE","progress":1,"rowsRead":7}}}""",
            ],
            steps);
    }

    [Fact]
    public async Task An_import_that_one_may_not_see_looks_like_one_that_never_begins()
    {
        var host = await StartAsync();
        using var officer = await OfficerAsync(host, "officer");
        using var below = await host.SignInAsync(await host.AddUserAsync(
            "below", TestProvinces.NamDinh, TestGrant.Below(SampleData.Commune, PersonImport.ImportPermission)));
        using var progress = await below.SubscribeAsync("subscription ($id: UUID!) { importProgress(batchId: $id) { state } }", new { id });
        var first = await StepAsync(progress);
        await SendAsync(officer, OneBadRow, id);
        using var late = await below.SubscribeAsync("subscription ($id: UUID!) { importProgress(batchId: $id) { state } }", new { id });

        var lateFirst = await StepAsync(late);
        var stopping = host.DisposeAsync();

        // Nothing comes in between: the next thing that it hears of is that the host stops.
        Assert.Equal(("""{"data":{"importProgress":{"state":null}}}""", first), (first, lateFirst));
        Assert.Contains("HOST_STOPS", Assert.Single(await progress.RestAsync()), StringComparison.Ordinal);
        Assert.Contains("HOST_STOPS", Assert.Single(await late.RestAsync()), StringComparison.Ordinal);
        await stopping;
    }

    [Fact]
    public async Task An_import_that_is_sent_again_with_its_id_is_not_carried_out_again()
    {
        await using var host = await StartAsync();
        using var officer = await OfficerAsync(host, "officer");

        var first = await SendAsync(officer, OneBadRow, id);
        var again = await SendAsync(officer, OneBadRow, id);

        Assert.Equal(first["data"]!.ToJsonString(), again["data"]!.ToJsonString());
        Assert.Equal(1, await host.Database.ScalarAsync<long>(TestProvinces.NamDinh, "select count(*) from kernel.import_batches"));
    }

    [Fact]
    public async Task An_id_belongs_to_one_import()
    {
        await using var host = await StartAsync();
        using var officer = await OfficerAsync(host, "officer");
        await SendAsync(officer, OneBadRow, id);

        var other = await SendAsync(officer.In("en"), OneBadRow + "\n", id);

        Assert.Equal(
            """{"importFile":{"batch":null,"errors":[{"code":"IMPORT_ID_IS_TAKEN","message":"This identifier belongs to another import. Make a new one."}]}}""",
            other["data"]!.ToJsonString());
    }

    [Fact]
    public async Task A_file_that_was_applied_before_is_answered_with_that_import()
    {
        await using var host = await StartAsync();
        using var officer = await OfficerAsync(host, "officer");
        var good = OneBadRow[..OneBadRow.IndexOf("Trần", StringComparison.Ordinal)];

        var first = await SendAsync(officer, good, id, "ALL_OR_NOTHING");
        var again = await SendAsync(officer, good, Guid.CreateVersion7(), "ALL_OR_NOTHING");

        Assert.Equal($$$"""{"importFile":{"batch":{"id":"{{{id}}}"},"errors":[]}}""", first["data"]!.ToJsonString());
        Assert.Equal(first["data"]!.ToJsonString(), again["data"]!.ToJsonString());
    }

    private static async Task<TestHost> StartAsync()
    {
        var host = await TestHost.StartAsync(new PersonImportModule());
        await host.Database.PlantTreeAsync();
        return host;
    }

    private static async Task<TestClient> OfficerAsync(TestHost host, string name) => await host.SignInAsync(
        await host.AddUserAsync(name, TestProvinces.NamDinh, TestGrant.InProvince(PersonImport.ImportPermission)));

    private static Task<int> ChangeAsync(TestHost host, string sql) => host.Database.ExecuteAsync(TestProvinces.NamDinh, sql);

    private static async Task<string> StepAsync(TestSubscription progress) => (await progress.NextAsync())!.ToJsonString();

    private static async Task<JsonNode> SendAsync(TestClient client, string text, Guid batchId, string mode = "DRY_RUN")
    {
        using var content = new MultipartFormDataContent();
        var operations = new
        {
            query = "mutation ($input: ImportFileInput!) { importFile(input: $input) { batch { id } errors { ... on Problem { code message } } } }",
            variables = new { input = new { format = "people", file = (string?)null, mode, batchId } },
        };
        content.Add(new StringContent(JsonSerializer.Serialize(operations)), "operations");
        content.Add(new StringContent("""{"0": ["variables.input.file"]}"""), "map");
        var file = new ByteArrayContent(Encoding.UTF8.GetBytes(text));
        file.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        content.Add(file, "0", "people.csv");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/nam-dinh/graphql") { Content = content };
        request.Headers.Add("GraphQL-Preflight", "1");
        using var response = await client.Http.SendAsync(request);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
    }
}
