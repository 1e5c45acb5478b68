using System.Collections.Frozen;
using Modular.GraphQL.Execution;
using Modular.GraphQL.Language;
using Modular.GraphQL.TypeSystem;

namespace Modular.GraphQL.Planning;

/// <summary>
/// A validated operation with its plans: one for each combination of the Boolean variables that <c>@skip</c> and <c>@include</c> read, made when it first
/// turns up. So a plan holds exactly what will be in the response, in its order, and resolvers fetch nothing that is left out.
/// </summary>
internal sealed class CompiledOperation
{
    private const int MostPlans = 32;

    private readonly Schema schema;
    private readonly Document document;
    private readonly FrozenDictionary<string, FragmentDefinition> fragments;
    private readonly string[] conditionVariables;
    private readonly GraphQLEngineOptions options;
    private volatile (ulong Combination, OperationPlan Plan)[] plans = [];
    private int nextPlan;

    public CompiledOperation(Schema schema, Document document, OperationDefinition operation, GraphQLEngineOptions options)
    {
        this.schema = schema;
        this.document = document;
        this.options = options;
        Definition = operation;
        RootType = schema.RootType(operation.Operation)
            ?? throw new GraphQLException($"Schema is not configured to execute {operation.Operation.ToString().ToLowerInvariant()} operation.");
        fragments = document.Definitions.OfType<FragmentDefinition>().ToFrozenDictionary(fragment => fragment.Name.Value, StringComparer.Ordinal);
        conditionVariables = ConditionVariables.Of(operation, fragments);
    }

    public OperationDefinition Definition { get; }

    public Document Document => document;

    public ObjectType RootType { get; }

    /// <summary>The plan for the variables of a request.</summary>
    /// <exception cref="GraphQLException">The operation selects too many fields.</exception>
    public OperationPlan PlanFor(VariableValues variables)
    {
        // More conditions than bits are a freak; such an operation is planned for each request.
        if (conditionVariables.Length > 64) return MakePlan(variables);
        var combination = CombinationOf(variables);
        foreach (var known in plans)
        {
            if (known.Combination == combination) return known.Plan;
        }

        var plan = MakePlan(variables);
        Keep(combination, plan);
        return plan;
    }

    private ulong CombinationOf(VariableValues variables)
    {
        var combination = 0UL;
        for (var i = 0; i < conditionVariables.Length; i++)
        {
            if (variables.Get<bool>(conditionVariables[i])) combination |= 1UL << i;
        }

        return combination;
    }

    private OperationPlan MakePlan(VariableValues variables)
    {
        var conditions = conditionVariables.ToDictionary(name => name, variables.Get<bool>, StringComparer.Ordinal);
        // The estimate comes first, so that a document whose fragments multiply is refused before any resolver is asked.
        var cost = CostEstimator.Estimate(NewScope(), RootType, options.DefaultListSize);
        var root = PlannedSelection.Collect(NewScope(), null, RootType);
        root.EnsurePlanned();
        return new(root, Definition.Operation, cost);

        PlanScope NewScope() => new(schema, document, Definition, fragments, conditions, options.MaxPlannedFields);
    }

    private void Keep(ulong combination, OperationPlan plan)
    {
        lock (fragments)
        {
            var kept = plans;
            if (kept.Length < MostPlans)
            {
                plans = [.. kept, (combination, plan)];
                return;
            }

            var changed = kept.ToArray();
            changed[nextPlan++ % MostPlans] = (combination, plan);
            plans = changed;
        }
    }
}
