using System.Collections.Frozen;
using Modular.GraphQL.Execution;
using Modular.GraphQL.Language;
using Modular.GraphQL.TypeSystem;

namespace Modular.GraphQL.Planning;

/// <summary>What all fields of one plan share. Also the lock under which parts of the plan are added.</summary>
internal sealed class PlanScope(
    Schema schema, Document document, OperationDefinition operation, FrozenDictionary<string, FragmentDefinition> fragments,
    IReadOnlyDictionary<string, bool> conditions, int maximumFields)
{
    private int fields;

    /// <summary>What the plan delivers later than the rest; <see langword="null"/> when it delivers all at once.</summary>
    public IncrementalUse? Incremental { get; init; }

    public Schema Schema { get; } = schema;

    public Document Document { get; } = document;

    public OperationDefinition Operation { get; } = operation;

    public FrozenDictionary<string, FragmentDefinition> Fragments { get; } = fragments;

    /// <summary>Whether <c>@skip</c> and <c>@include</c> leave the selection in the response.</summary>
    public bool Includes(Selection selection)
    {
        foreach (var directive in selection.Directives)
        {
            var name = directive.Name.Value;
            if (name is not ("skip" or "include")) continue;
            var condition = directive.Arguments.First(argument => argument.Name.Value == "if").Value;
            if (Evaluate(condition) == (name == "skip")) return false;
        }

        return true;
    }

    /// <summary>Counts a field against the limit, which stops documents whose fragments multiply.</summary>
    /// <exception cref="GraphQLException">The operation selects too many fields.</exception>
    public void CountField()
    {
        if (++fields > maximumFields)
            throw new GraphQLException($"The operation selects more than {maximumFields} fields once its fragments are inlined.", "COST_LIMIT");
    }

    private bool Evaluate(ValueNode condition) => condition switch
    {
        BooleanValue literal => literal.Value,
        Variable variable => conditions[variable.Name.Value],
        _ => throw new InvalidOperationException("A validated condition is a literal or a variable."),
    };
}
