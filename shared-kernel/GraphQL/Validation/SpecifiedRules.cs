using System.Collections.Immutable;
using Modular.GraphQL.Validation.Rules;

namespace Modular.GraphQL.Validation;

/// <summary>The rules in the order of the specification's section 5, as graphql-js lists them.</summary>
internal static class SpecifiedRules
{
    public static ImmutableArray<Func<ValidationContext, IValidationRule>> All { get; } =
    [
        context => new ExecutableDefinitions(context),
        context => new KnownOperationTypes(context),
        context => new UniqueOperationNames(context),
        context => new LoneAnonymousOperation(context),
        context => new SingleFieldSubscriptions(context),
        context => new KnownTypeNames(context),
        context => new FragmentsOnCompositeTypes(context),
        context => new VariablesAreInputTypes(context),
        context => new ScalarLeafs(context),
        context => new FieldsOnCorrectType(context),
        context => new UniqueFragmentNames(context),
        context => new KnownFragmentNames(context),
        context => new NoUnusedFragments(context),
        context => new PossibleFragmentSpreads(context),
        context => new NoFragmentCycles(context),
        context => new UniqueVariableNames(context),
        context => new NoUndefinedVariables(context),
        context => new NoUnusedVariables(context),
        context => new KnownDirectives(context),
        context => new UniqueDirectivesPerLocation(context),
        context => new DeferStreamDirectiveOnRootField(context),
        context => new DeferStreamDirectiveOnValidOperations(context),
        context => new DeferStreamDirectiveLabel(context),
        context => new StreamDirectiveOnListField(context),
        context => new KnownArgumentNames(context),
        context => new UniqueArgumentNames(context),
        context => new ValuesOfCorrectType(context),
        context => new ProvidedRequiredArguments(context),
        context => new VariablesInAllowedPosition(context),
        context => new OverlappingFieldsCanBeMerged(context),
        context => new UniqueInputFieldNames(context),
        context => new MaxIntrospectionDepth(context),

        // Not the specification's, but settings of the server.
        context => new NoSchemaIntrospection(context),
        context => new NoNulCharacters(context),
    ];
}
