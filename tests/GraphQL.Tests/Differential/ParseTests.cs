using System.Text.Json.Nodes;
using Modular.GraphQL.Language;

namespace Modular.GraphQL.Tests.Differential;

/// <summary>Whole documents, then the same with one thing broken: graphql-js and the parser must give the same printed document or the
/// same error at the same place.</summary>
public sealed class ParseTests
{
    private const int Seed = 20250901;
    private const int DocumentCount = 3000;

    [Fact]
    public async Task Parser_and_printer_agree_with_graphql_js()
    {
        var documents = SyntaxMutator.Documents(Seed, DocumentCount);
        var questions = documents.Select(text => new JsonObject { ["ask"] = "parse", ["text"] = text }).ToArray();

        var answers = await GraphQLJs.AskAsync(null, questions, TestContext.Current.CancellationToken);

        for (var i = 0; i < documents.Length; i++)
        {
            var expected = answers[i]["printed"]?.GetValue<string>() ?? ErrorOf(answers[i]["syntax"]!);
            Assert.Equal((documents[i], expected), (documents[i], Answer(documents[i])));
        }

        Assert.InRange(answers.Count(answer => answer.ContainsKey("syntax")), DocumentCount / 4, DocumentCount * 9 / 10);
    }

    private static string Answer(string text) =>
        Parser.TryParse(new Source(text), ParserOptions.Default, out var document, out var error) ? document.ToString() : error.ToString();

    private static string ErrorOf(JsonNode error)
    {
        var places = error["locations"]!.AsArray().Select(place => $"{place!["line"]}:{place["column"]}");
        return $"{error["message"]} ({string.Join(", ", places)})";
    }
}
