using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Modular.TestKit.Databases;
using Modular.TestKit.Hosts;
using Xunit;

namespace Modular.EndToEnd.Tests.Privacy;

/// <summary>What users type goes into the register or comes back to them, and turns up nowhere else.</summary>
public sealed class NoTraceTests
{
    private const string SamplePassword = "Modular-2026!";

    [Fact]
    public async Task What_is_sent_stands_in_no_log_and_no_trace()
    {
        var folder = TemporaryDataFolder.Create();
        await using var sink = await TelemetrySink.StartAsync();
        var settings = new Dictionary<string, string>
        {
            ["Telemetry__Endpoint"] = sink.Address,
            ["Telemetry__Fields"] = "true",
            ["Logging__LogLevel__Default"] = "Debug",
        };
        string log;
        await using (var host = await HostProcess.StartAsync(folder.FullName, settings, "--sample-scale", "0.01"))
        {
            foreach (var userName in new[] { "nam-dinh.board", "nam-dinh.admin" })
                await MutateAsync(host, userName);
            using var board = await SignInAsync(host, "nam-dinh.board");
            await RegisterAsync(board);
            await ImportAsync(board, host.Address);
            await SearchAsync(board);
            await GuessAsync(host.Address);
            await host.StopAsync();
            log = host.Log;
        }

        folder.Delete(recursive: true);
        Assert.Contains("graphql", sink.Received, StringComparison.Ordinal);
        Assert.Contains("is installed", log, StringComparison.Ordinal);
        foreach (var mark in MarkedInputs.Marks)
        {
            Assert.DoesNotContain(mark, log, StringComparison.Ordinal);
            Assert.DoesNotContain(mark, sink.Received, StringComparison.Ordinal);
        }
    }

    // A mutation may end the session; the next one needs another.
    private static async Task MutateAsync(HostProcess host, string userName)
    {
        using var reader = await SignInAsync(host, "nam-dinh.board");
        var mutations = (await MarkedInputs.ReadAsync(reader, await IdsAsync(reader))).Mutations().ToList();
        Assert.InRange(mutations.Count, 20, 1_000);
        var client = await SignInAsync(host, userName);
        foreach (var (_, document, variables) in mutations)
        {
            if ((await client.ExecuteAsync(document, variables)).ErrorCodes is not ["UNAUTHENTICATED"])
                continue;
            client.Dispose();
            client = await SignInAsync(host, userName);
            Assert.NotEqual(["UNAUTHENTICATED"], (await client.ExecuteAsync(document, variables)).ErrorCodes);
        }

        client.Dispose();
    }

    private static async Task<TestClient> SignInAsync(HostProcess host, string userName)
    {
        var client = new TestClient(host.Address, TestProvinces.NamDinh);
        await client.SignInAsync(userName, SamplePassword);
        return client;
    }

    private static async Task<Dictionary<string, string>> IdsAsync(TestClient board)
    {
        var member = (await board.ExecuteAsync("{ members(first: 1) { nodes { id organization { id } } } }")).Data["members"]!["nodes"]![0]!;
        return new()
        {
            ["member"] = (string)member["id"]!,
            ["organization"] = (string)member["organization"]!["id"]!,
            ["cell"] = (string)member["organization"]!["id"]!,
        };
    }

    // What the marked inputs are refused for, a member of the sample is not: here the marks do reach the register.
    private static async Task RegisterAsync(TestClient board)
    {
        var ids = await IdsAsync(board);
        var answer = await board.ExecuteAsync(
            "mutation($input: RegisterMemberInput!) { registerMember(input: $input) { member { fullName } errors { ... on Problem { code } } } }",
            new
            {
                input = new
                {
                    organizationId = ids["organization"],
                    since = "2026-01-05",
                    status = "SYMPATHIZER",
                    person = new
                    {
                        fullName = MarkedInputs.Text,
                        sex = "FEMALE",
                        birthDate = "1999-05-05",
                        ethnicGroup = "KINH",
                        citizenId = MarkedInputs.Number,
                        occupation = MarkedInputs.Text,
                    },
                },
            });
        answer.HasData($$"""{ "registerMember": { "member": { "fullName": "{{MarkedInputs.Text}}" }, "errors": [] } }""");
    }

    private static async Task ImportAsync(TestClient board, Uri address)
    {
        const string Mutation =
            "mutation($file: Upload!) { importFile(input: {format: \"members\", file: $file, mode: DRY_RUN}) { batch { id } errors { __typename } } }";
        using var form = new MultipartFormDataContent
        {
            { new StringContent(new JsonObject { ["query"] = Mutation, ["variables"] = new JsonObject { ["file"] = null } }.ToJsonString()), "operations" },
            { new StringContent("""{"0": ["variables.file"]}"""), "map" },
            { new ByteArrayContent(Encoding.UTF8.GetBytes($"Họ và tên,Số CCCD,Ngày sinh\n{MarkedInputs.Text},{MarkedInputs.Number},{MarkedInputs.Text}\n")), "0", "zyxwv.csv" },
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address, $"/{TestProvinces.NamDinh.Slug}/graphql")) { Content = form };
        request.Headers.Add("GraphQL-Preflight", "1");
        using var response = await board.Http.SendAsync(request);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
    }

    private static async Task SearchAsync(TestClient board)
    {
        await board.ExecuteAsync("query($text: String) { members(search: $text) { totalCount } }", new { text = MarkedInputs.Text });
        await board.ExecuteAsync($"{{ members(search: \"{MarkedInputs.Text}\") {{ totalCount }} }}");
        await board.ExecuteAsync($"{{ members(search: \"{MarkedInputs.Text}\", after: \"{MarkedInputs.Text}\") {{ totalCount }} {MarkedInputs.Text} }}");
        await board.ExecuteAsync($"query {{ node(id: \"{MarkedInputs.Text}\") {{ id }} }}");
    }

    private static async Task GuessAsync(Uri address)
    {
        using var http = new HttpClient { BaseAddress = address };
        using var wrong = await http.PostAsJsonAsync("/auth/login", new { userName = MarkedInputs.Text, password = MarkedInputs.Text });
        using var malformed = await http.PostAsync("/auth/login", new StringContent($"{{\"userName\": {MarkedInputs.Text}", Encoding.UTF8, "application/json"));
        using var strange = await http.GetAsync($"/{Uri.EscapeDataString(MarkedInputs.Text)}/graphql?query={Uri.EscapeDataString(MarkedInputs.Text)}");
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", MarkedInputs.Number);
        using var stranger = await http.GetAsync("/nam-dinh/graphql?query=%7B__typename%7D");
        Assert.Equal([401, 400, 401], new[] { wrong, malformed, stranger }.Select(response => (int)response.StatusCode));
    }
}
