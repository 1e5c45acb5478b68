using System.Text.Json.Nodes;
using Xunit;

namespace Modular.EndToEnd.Tests.Abuse;

/// <summary>Documents that are made to cost the host more than they cost their sender.</summary>
[Collection(nameof(AbusedHost))]
public sealed class DocumentAbuseTests(AbusedHost host)
{
    private const int Many = 100_000;

    private static readonly Dictionary<string, (string Document, string Code)> Attacks = new()
    {
        ["nested selection sets"] = (Repeat("{a", Many), "SYNTAX_ERROR"),
        ["nested and closed selection sets"] = (Repeat("{a", 20_000) + Repeat("}", 20_000), "SYNTAX_ERROR"),
        ["selection sets as deep as brackets may be"] = (Repeat("{a", 199) + Repeat("}", 199), "COST_LIMIT"),
        ["nested lists"] = ("{a(b:" + Repeat("[", Many), "SYNTAX_ERROR"),
        ["nested objects"] = ("{a(b:" + Repeat("{a:", 50_000), "SYNTAX_ERROR"),
        ["nested list types"] = ("query($a:" + Repeat("[", Many) + "Int", "SYNTAX_ERROR"),
        ["nested inline fragments"] = ("{" + Repeat("...{", Many), "SYNTAX_ERROR"),
        ["more bytes than a document may have"] = ("{__typename}#" + Repeat("a", 900_000), "SYNTAX_ERROR"),
        ["more tokens than a document may have"] = ("{" + Repeat("a ", 20_000) + "}", "SYNTAX_ERROR"),
        ["a thousand aliases"] = ("{modules{" + Numbered(1000, i => $"a{i}:id") + "}}", "COST_LIMIT"),
        ["a thousand fields at the top"] = ("{" + Numbered(1000, i => $"a{i}:__typename") + "}", "COST_LIMIT"),
        ["many fields at the top in a fragment"] = ("{...F} fragment F on Query {" + Numbered(101, i => $"a{i}:__typename") + "}", "COST_LIMIT"),
        ["thousands of directives on a field"] = ("{__typename " + Repeat("@a ", 5000) + "}", "COST_LIMIT"),
        ["thousands of directives on an operation"] = ("query " + Repeat("@a ", 5000) + "{__typename}", "COST_LIMIT"),
        ["thousands of directives on a variable"] = ("query($a:Int " + Repeat("@a ", 5000) + "){__typename}", "COST_LIMIT"),
        ["thousands of variables"] = ("query(" + Numbered(3000, i => $"$v{i}:Int") + "){__typename}", "COST_LIMIT"),
        ["thousands of equal arguments"] = ("{members(" + Repeat("first:1 ", 4000) + "){totalCount}}", "VALIDATION_FAILED"),
        ["thousands of unknown arguments"] = ("{members(" + Numbered(4000, i => $"a{i}:1") + "){totalCount}}", "VALIDATION_FAILED"),
        ["thousands of unknown input fields"] = ("{members(where:{" + Numbered(4000, i => $"a{i}:1") + "}){totalCount}}", "VALIDATION_FAILED"),
        ["thousands of equal input fields"] = ("{members(where:{" + Repeat("a:1 ", 4000) + "}){totalCount}}", "VALIDATION_FAILED"),
        ["thousands of unused fragments"] = ("{__typename}" + Numbered(2000, i => $"fragment F{i} on Query{{__typename}}"), "VALIDATION_FAILED"),
        ["fragments in a circle"] = ("{...A} fragment A on Query{...B} fragment B on Query{...A}", "VALIDATION_FAILED"),
        ["many fragments in a circle"] = ("{...F0}" + Numbered(900, i => $"fragment F{i} on Query{{...F{(i + 1) % 900}}}"), "COST_LIMIT"),
        ["fragments in a circle through fields"] =
            ("{members{nodes{...M}}} fragment M on Member{organization{...O}} fragment O on Organization{parent{...O}}", "VALIDATION_FAILED"),
        ["fields that overlap and differ"] = ("{" + Numbered(90, i => $"members(first:{i}){{totalCount}}") + "}", "VALIDATION_FAILED"),
        ["operations that share many fragments"] = (
            Numbered(900, i => $"query Q{i}{{...F0}}") + Numbered(190, i => $"fragment F{i} on Query{{__typename ...F{i + 1}}}") + "fragment F190 on Query{__typename}",
            "COST_LIMIT"),
        ["fragments that double the fields at each level"] = (Doubling(9), "COST_LIMIT"),
        ["pages of pages of pages"] = ("{members(first:200){nodes{organization{members(first:200){nodes{organization{members(first:200){nodes{id}}}}}}}}}", "COST_LIMIT"),
        ["the whole schema many times over"] = (
            "{" + Numbered(90, i => $"a{i}:__schema{{types{{fields{{name args{{name type{{name}}}} type{{name}}}}}}}}") + "}", "COST_LIMIT"),
        ["introspection through lists of lists"] = ("{__schema{types{fields{type{fields{type{fields{name}}}}}}}}", "VALIDATION_FAILED"),
        ["an integer of many digits"] = ("{members(first:" + Repeat("9", 200_000) + "){totalCount}}", "VALIDATION_FAILED"),
        ["a number beyond all numbers"] = ("{members(first:1e999999){totalCount}}", "VALIDATION_FAILED"),
        ["a name of many letters"] = ("{" + Repeat("m", 200_000) + "}", "VALIDATION_FAILED"),
        ["long names that resemble others"] = ("{" + Numbered(90, i => Repeat("m", 2000) + i) + "}", "VALIDATION_FAILED"),
        ["a NUL character"] = ("{__typename}\0", "SYNTAX_ERROR"),
        ["an escaped NUL character"] = ("{organizationByCode(code:\"a\\u0000\"){id}}", "VALIDATION_FAILED"),
        ["an escaped half of a surrogate pair"] = ("{members(search:\"\\ud800\"){totalCount}}", "SYNTAX_ERROR"),
        ["a string without an end"] = ("{members(search:\"" + Repeat("a", 250_000), "SYNTAX_ERROR"),
        ["nothing"] = ("", "SYNTAX_ERROR"),
    };

    public static TheoryData<string> Names => [.. Attacks.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_document_that_goes_too_far_is_refused(string name)
    {
        var (document, code) = Attacks[name];

        var answer = await host.SendDocumentAsync(document, operationName: document.Contains("query Q3{", StringComparison.Ordinal) ? "Q3" : null);

        Assert.Equal((400, code), (answer.Status, answer.Code));
        Assert.InRange(answer.Message!.Length, 1, 2003);
        await host.AnswersAsEverAsync();
    }

    [Fact]
    public async Task A_document_with_a_byte_order_mark_and_much_white_space_is_answered()
    {
        var answer = await host.SendDocumentAsync("\uFEFF{__typename}" + Repeat(",", 250_000));

        Assert.Equal(new AbuseAnswer(200, null, null), answer);
    }

    [Fact]
    public async Task Many_operations_in_one_document_are_answered_one_at_a_time()
    {
        var answer = await host.SendDocumentAsync(Numbered(1400, i => $"query Q{i}{{__typename}}"), operationName: "Q3");

        Assert.Equal(new AbuseAnswer(200, null, null), answer);
    }

    [Fact]
    public async Task A_depth_beyond_all_trees_is_the_whole_tree()
    {
        var members = JsonNode.Parse(await host.AskAsync("{ members(first: 1) { nodes { organization { id } } } }"))!;
        var cell = (string)members["data"]!["members"]!["nodes"]![0]!["organization"]!["id"]!;

        var tree = await host.AskAsync($"{{ organizationTree(root: \"{cell}\", depth: 2147483647) {{ depth }} }}");

        Assert.Equal("""{"data":{"organizationTree":[{"depth":0}]}}""", tree);
    }

    [Fact]
    public async Task What_went_wrong_inside_is_never_told()
    {
        var answer = await host.SendDocumentAsync("{ member(id: \"TWVtYmVyOnt9\") { id } }");

        Assert.Equal((200, "BAD_USER_INPUT"), (answer.Status, answer.Code));
        Assert.DoesNotContain("   at ", answer.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Modular.", answer.Message, StringComparison.Ordinal);
    }

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));

    private static string Numbered(int count, Func<int, string> of) => string.Join(' ', Enumerable.Range(0, count).Select(of));

    // Two fields at each level, each spreading the next: 2 to the power of the levels once unfolded.
    private static string Doubling(int levels) =>
        "{members{nodes{...F0}}}"
        + Numbered(levels, i => $"fragment F{i} on Member{{a:organization{{members{{nodes{{...F{i + 1}}}}}}} b:organization{{members{{nodes{{...F{i + 1}}}}}}}}}")
        + $"fragment F{levels} on Member{{id}}";
}
