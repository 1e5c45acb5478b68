using System.Text.Json.Nodes;
using Modular.GraphQL.Language;
using Modular.GraphQL.Tests.Validation;

namespace Modular.GraphQL.Tests.Differential;

/// <summary>Documents from a seeded generator, from flawless to broken at every turn: graphql-js and the validator must report the same
/// errors, word by word and at the same places.</summary>
public sealed class ValidationTests
{
    private const int Seed = 20250902;
    private const int DocumentCount = 3000;

    [Fact]
    public async Task Validator_agrees_with_graphql_js()
    {
        var documents = Documents();
        var questions = documents.Select((text, index) => new JsonObject { ["ask"] = "validate", ["text"] = text, ["hideSuggestions"] = HidesSuggestions(index) });

        var answers = await GraphQLJs.AskAsync(Harness.Sdl, [.. questions], TestContext.Current.CancellationToken);

        var differences = new List<string>();
        var mistakes = new SortedDictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < documents.Length; i++)
        {
            var expected = Expected(answers[i], mistakes);
            var actual = Actual(documents[i], !HidesSuggestions(i));
            if (!expected.SequenceEqual(actual))
                differences.Add($"{documents[i]}\n  missing: {string.Join("\n  ", expected.Except(actual))}\n  beyond: {string.Join("\n  ", actual.Except(expected))}");
        }

        Assert.True(differences.Count == 0, $"{differences.Count} documents differ, the shortest:\n{differences.MinBy(text => text.Length)}");

        // The comparison is worth little for a rule that no document breaks.
        Assert.Equal(
            [
                "ExecutableDefinitions", "FieldsOnCorrectType", "FragmentsOnCompositeTypes", "KnownArgumentNames", "KnownDirectives",
                "KnownFragmentNames", "KnownTypeNames", "LoneAnonymousOperation", "NoFragmentCycles", "NoUndefinedVariables",
                "NoUnusedFragments", "NoUnusedVariables", "OverlappingFieldsCanBeMerged", "PossibleFragmentSpreads",
                "ProvidedRequiredArguments", "ScalarLeafs", "SingleFieldSubscriptions", "UniqueArgumentNames",
                "UniqueDirectivesPerLocation", "UniqueFragmentNames", "UniqueInputFieldNames", "UniqueOperationNames",
                "UniqueVariableNames", "ValuesOfCorrectType", "VariablesAreInputTypes", "VariablesInAllowedPosition",
            ],
            mistakes.Keys);
        Assert.InRange(mistakes.Values.Min(), 5, int.MaxValue);
        Assert.InRange(answers.Count(answer => answer["errors"]?.AsArray().Count == 0), DocumentCount / 10, DocumentCount * 9 / 10);
    }

    private static string[] Documents()
    {
        double[] noises = [0, 0.01, 0.03, 0.1, 0.3];
        return
        [
            .. Enumerable.Range(0, DocumentCount)
                .Select(index => new DocumentGenerator(Harness.Schema, new Random(Seed + index), noises[index % noises.Length]).Document()),
        ];
    }

    private static bool HidesSuggestions(int index) => index % 7 == 0;

    private static string[] Actual(string document, bool suggestions) =>
        Parser.TryParse(new Source(document), ParserOptions.Trusted, out _, out var error)
            ? Harness.ErrorsOf(document, suggestions)
            : [error.ToString()];

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
