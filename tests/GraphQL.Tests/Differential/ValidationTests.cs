using Modular.GraphQL.Tests.Execution;
using Modular.GraphQL.Tests.Validation;

namespace Modular.GraphQL.Tests.Differential;

/// <summary>The validator's verdicts beside those of graphql-js, for a schema with every kind of type and for the one that is served.</summary>
public sealed class ValidationTests
{
    private const int Seed = 20250902;
    private const int DocumentCount = 3000;

    // The comparison is worth little for a rule that no document breaks.
    private static readonly string[] Rules =
    [
        "ExecutableDefinitions", "FieldsOnCorrectType", "FragmentsOnCompositeTypes", "KnownArgumentNames", "KnownDirectives",
        "KnownFragmentNames", "KnownTypeNames", "LoneAnonymousOperation", "NoFragmentCycles", "NoUndefinedVariables",
        "NoUnusedFragments", "NoUnusedVariables", "OverlappingFieldsCanBeMerged", "PossibleFragmentSpreads",
        "ProvidedRequiredArguments", "ScalarLeafs", "SingleFieldSubscriptions", "UniqueArgumentNames",
        "UniqueDirectivesPerLocation", "UniqueFragmentNames", "UniqueInputFieldNames", "UniqueOperationNames",
        "UniqueVariableNames", "ValuesOfCorrectType", "VariablesAreInputTypes", "VariablesInAllowedPosition",
    ];

    [Fact]
    public async Task Validator_agrees_with_graphql_js()
    {
        var comparison = await DocumentComparison.RunAsync(Harness.Sdl, Seed, DocumentCount, TestContext.Current.CancellationToken);

        Assert.Equal(Rules, comparison.Mistakes.Keys);
        Assert.InRange(comparison.Mistakes.Values.Min(), 5, int.MaxValue);
        Assert.InRange(comparison.Valid, DocumentCount / 10, DocumentCount * 9 / 10);
    }

    [Fact]
    public async Task Validator_agrees_with_graphql_js_on_parts_that_come_later()
    {
        string[] rules =
        [
            "DeferStreamDirectiveLabel", "DeferStreamDirectiveOnRootField", "DeferStreamDirectiveOnValidOperations", "OverlappingFieldsCanBeMerged",
            "StreamDirectiveOnListField",
        ];
        var sdl = ExecutionGenerator.IncrementalDirectives + Harness.Sdl;

        var comparison = await DocumentComparison.RunAsync(sdl, Seed, DocumentCount, TestContext.Current.CancellationToken);

        Assert.Empty(rules.Except(comparison.Mistakes.Keys));
        Assert.InRange(comparison.Mistakes.Values.Min(), 5, int.MaxValue);
        Assert.InRange(comparison.Valid, DocumentCount / 20, DocumentCount * 9 / 10);
    }

    [Fact]
    public async Task Validator_agrees_with_graphql_js_on_the_served_schema()
    {
        var sdl = await File.ReadAllTextAsync(Path.Combine(NodeProject.RepositoryRoot(), "schema", "modular.graphql"), TestContext.Current.CancellationToken);

        var comparison = await DocumentComparison.RunAsync(sdl, Seed, DocumentCount, TestContext.Current.CancellationToken);

        // There may be no subscriptions, and what else the schema has decides which further rules speak.
        Assert.Empty(Rules.Except(["SingleFieldSubscriptions"]).Except(comparison.Mistakes.Keys));
        Assert.InRange(comparison.Mistakes.Values.Min(), 1, int.MaxValue);
        Assert.InRange(comparison.Valid, DocumentCount / 10, DocumentCount * 9 / 10);
    }
}
