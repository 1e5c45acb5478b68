using System.Text.Json.Nodes;
using Modular.GraphQL.Language;
using Modular.GraphQL.Sdl;
using Modular.GraphQL.Tests.Validation;

namespace Modular.GraphQL.Tests.Differential;

/// <summary>Has graphql-js and the validator look at documents from a seeded generator, from flawless to broken at every turn: both must report the
/// same errors, word by word and at the same places.</summary>
/// <param name="Mistakes">How often each rule was broken.</param>
/// <param name="Valid">How many documents were valid.</param>
internal sealed record DocumentComparison(SortedDictionary<string, int> Mistakes, int Valid)
{
    public static async Task<DocumentComparison> RunAsync(string sdl, int seed, int count, CancellationToken cancellation)
    {
        var schema = SdlReader.Read(sdl).Build();
        double[] noises = [0, 0.01, 0.03, 0.1, 0.3];
        string[] documents =
        [
            .. Enumerable.Range(0, count).Select(index => new DocumentGenerator(schema, new Random(seed + index), noises[index % noises.Length]).Document()),
        ];
        var questions = documents.Select((text, index) => new JsonObject { ["ask"] = "validate", ["text"] = text, ["hideSuggestions"] = HidesSuggestions(index) });

        var answers = await GraphQLJs.AskAsync(sdl, [.. questions], cancellation);

        var differences = new List<string>();
        var mistakes = new SortedDictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < documents.Length; i++)
        {
            var expected = Expected(answers[i], mistakes);
            var actual = Parser.TryParse(new Source(documents[i]), ParserOptions.Trusted, out _, out var error)
                ? Harness.ErrorsOf(schema, documents[i], !HidesSuggestions(i))
                : [error.ToString()];
            if (!expected.SequenceEqual(actual))
                differences.Add($"{documents[i]}\n  missing: {string.Join("\n  ", expected.Except(actual))}\n  beyond: {string.Join("\n  ", actual.Except(expected))}");
        }

        Assert.True(differences.Count == 0, $"{differences.Count} documents differ, the shortest:\n{differences.MinBy(text => text.Length)}");
        return new DocumentComparison(mistakes, answers.Count(answer => answer["errors"]?.AsArray().Count == 0));
    }

    private static bool HidesSuggestions(int index) => index % 7 == 0;

    private static string[] Expected(JsonObject answer, SortedDictionary<string, int> mistakes)
    {
        if (answer["syntax"] is { } syntax)
            return [Describe(syntax)];

        var errors = answer["errors"]!.AsArray();
        foreach (var error in errors)
        {
            var rule = error!["rule"]!.GetValue<string>();
            mistakes[rule] = mistakes.GetValueOrDefault(rule) + 1;
        }

        return Harness.Sorted(errors.Select(error => Describe(error!)));
    }

    private static string Describe(JsonNode error)
    {
        var places = error["locations"]!.AsArray().Select(place => $"{place!["line"]}:{place["column"]}").ToArray();
        return places.Length == 0 ? error["message"]!.GetValue<string>() : $"{error["message"]} ({string.Join(", ", places)})";
    }
}
