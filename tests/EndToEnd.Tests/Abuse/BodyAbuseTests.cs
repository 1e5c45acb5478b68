using System.IO.Compression;
using System.Text;
using Xunit;

namespace Modular.EndToEnd.Tests.Abuse;

/// <summary>Bodies that are no honest JSON, or hold values that nobody means.</summary>
[Collection(nameof(AbusedHost))]
public sealed class BodyAbuseTests(AbusedHost host)
{
    private const int Many = 100_000;
    private const string TakesInt = "query($v:Int){members(first:$v){totalCount}}";
    private const string TakesText = "query($v:String){members(search:$v){totalCount}}";
    private const string TakesId = "query($v:ID!){node(id:$v){id}}";
    private const string TakesFilter = "query($v:MemberFilter){members(where:$v){totalCount}}";
    private const string TakesEnum = "query($v:AdministrativeLevel!){administrativeUnits(level:$v){code}}";

    private static readonly Dictionary<string, (byte[] Body, int Status, string? Code)> Attacks = new()
    {
        ["nested lists in variables"] = (With(TakesInt, Repeat("[", Many) + Repeat("]", Many)), 400, "BAD_REQUEST"),
        ["nested objects in variables"] = (With(TakesInt, Repeat("{\"a\":", Many) + "1" + Repeat("}", Many)), 400, "BAD_REQUEST"),
        ["nested lists in a member that nobody reads"] = (Utf8("{\"x\":" + Repeat("[", Many) + Repeat("]", Many) + ",\"query\":\"{__typename}\"}"), 400, "BAD_REQUEST"),
        ["five megabytes"] = (Utf8("{\"query\":\"{__typename}#" + Repeat("a", 5_000_000) + "\"}"), 413, "PAYLOAD_TOO_LARGE"),
        ["the query twice"] = (Utf8("{\"query\":\"{__typename}\",\"query\":\"{modules{id}}\"}"), 400, "BAD_REQUEST"),
        ["a variable twice"] = (Utf8($"{{\"query\":\"{TakesInt}\",\"variables\":{{\"v\":1,\"v\":2}}}}"), 400, "BAD_REQUEST"),
        ["an input field a hundred thousand times"] = (With(TakesFilter, "{" + Joined(Many, _ => "\"a\":1") + "}"), 400, "BAD_REQUEST"),
        ["tens of thousands of unknown input fields"] = (With(TakesFilter, "{" + Joined(80_000, i => $"\"a{i}\":1") + "}"), 400, "VARIABLES_INVALID"),
        ["tens of thousands of variables that nobody declares"] =
            (Utf8($"{{\"query\":\"{TakesInt}\",\"variables\":{{{Joined(60_000, i => $"\"v{i}\":1")}}}}}"), 200, null),
        ["a list where a number is meant"] = (With(TakesInt, "[" + Joined(Many, _ => "1") + "]"), 400, "VARIABLES_INVALID"),
        ["too many ids"] = (With("query($v:[ID!]!){nodes(ids:$v){id}}", "[" + Joined(Many, _ => "\"x\"") + "]"), 200, "BAD_USER_INPUT"),
        ["half a surrogate pair in a variable"] = (With(TakesText, "\"\\ud800\""), 400, "BAD_REQUEST"),
        ["half a surrogate pair in a variable's name"] = (Utf8($"{{\"query\":\"{TakesText}\",\"variables\":{{\"\\udfff\":1}}}}"), 400, "BAD_REQUEST"),
        ["half a surrogate pair in an enum value"] = (With(TakesEnum, "\"\\ud800x\""), 400, "BAD_REQUEST"),
        ["half a surrogate pair where a number is meant"] = (With(TakesInt, "\"\\ud800\""), 400, "BAD_REQUEST"),
        ["half a surrogate pair in the name of an input field"] = (With(TakesFilter, "{\"\\ud800\":1}"), 400, "BAD_REQUEST"),
        ["half a surrogate pair in the document"] = (Utf8("{\"query\":\"{members(search:\\\"\\ud800\\\"){totalCount}}\"}"), 400, "BAD_REQUEST"),
        ["half a surrogate pair in the extensions"] = (Utf8("{\"query\":\"{__typename}\",\"extensions\":{\"\\ud800\":\"\\ud800\"}}"), 400, "BAD_REQUEST"),
        ["bytes that are not UTF-8"] = ([.. Utf8($"{{\"query\":\"{TakesText}\",\"variables\":{{\"v\":\""), 0xFF, 0xFE, .. "\"}}"u8], 400, "BAD_REQUEST"),
        ["a surrogate as UTF-8"] = ([.. Utf8($"{{\"query\":\"{TakesText}\",\"variables\":{{\"v\":\""), 0xED, 0xA0, 0x80, .. "\"}}"u8], 400, "BAD_REQUEST"),
        ["a byte order mark"] = ([0xEF, 0xBB, 0xBF, .. "{\"query\":\"{__typename}\"}"u8], 400, "BAD_REQUEST"),
        ["an integer of many digits"] = (With(TakesInt, Repeat("9", 900_000)), 400, "VARIABLES_INVALID"),
        ["a number beyond all numbers"] = (With(TakesInt, "1e999999"), 400, "VARIABLES_INVALID"),
        ["a number beyond all numbers as an id"] = (With(TakesId, "1e99999999999999999"), 400, "VARIABLES_INVALID"),
        ["an id of a megabyte"] = (With(TakesId, $"\"{Repeat("x", 1_000_000)}\""), 200, "BAD_USER_INPUT"),
        ["an enum value of a megabyte"] = (With(TakesEnum, $"\"{Repeat("x", 1_000_000)}\""), 400, "VARIABLES_INVALID"),
        ["a search for a megabyte"] = (With(TakesText, $"\"{Repeat("x ", 450_000)}\""), 200, null),
        ["a NUL character in a search"] = (With(TakesText, "\"a\\u0000b\""), 400, "VARIABLES_INVALID"),
        ["a NUL character in a filter"] = (With(TakesFilter, "{\"cardNumber\":{\"eq\":\"\\u0000\"}}"), 400, "VARIABLES_INVALID"),
        ["a batch"] = (Utf8("[{\"query\":\"{__typename}\"}]"), 400, "BAD_REQUEST"),
        ["nothing"] = ([], 400, "BAD_REQUEST"),
    };

    public static TheoryData<string> Names => [.. Attacks.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_body_is_answered_with_its_code(string name)
    {
        var (body, status, code) = Attacks[name];

        var answer = await host.SendAsync(body);

        Assert.Equal((status, code), (answer.Status, answer.Code));
        Assert.InRange(answer.Message?.Length ?? 0, 0, 2003);
        await host.AnswersAsEverAsync();
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    [InlineData("identity")]
    public async Task A_compressed_body_is_not_unpacked(string encoding)
    {
        using var bomb = new MemoryStream();
        await using (var zip = new GZipStream(bomb, CompressionLevel.Fastest, leaveOpen: true))
            await zip.WriteAsync(new byte[50_000_000], TestContext.Current.CancellationToken);

        var answer = await host.SendAsync(bomb.ToArray(), encoding: encoding);

        Assert.Equal((415, "UNSUPPORTED_MEDIA_TYPE"), (answer.Status, answer.Code));
        await host.AnswersAsEverAsync();
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("text/plain")]
    [InlineData("multipart/form-data; boundary=x", 400, "PREFLIGHT_REQUIRED")]
    public async Task A_body_that_a_foreign_page_can_send_is_not_taken(string contentType, int status = 415, string code = "UNSUPPORTED_MEDIA_TYPE")
    {
        var answer = await host.SendAsync("{\"query\":\"mutation{__typename}\"}"u8.ToArray(), contentType);

        Assert.Equal((status, code), (answer.Status, answer.Code));
    }

    private static byte[] With(string document, string variable) => Utf8($"{{\"query\":\"{document}\",\"variables\":{{\"v\":{variable}}}}}");

    private static byte[] Utf8(string json) => Encoding.UTF8.GetBytes(json);

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));

    private static string Joined(int count, Func<int, string> of) => string.Join(',', Enumerable.Range(0, count).Select(of));
}
