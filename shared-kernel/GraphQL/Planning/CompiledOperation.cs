using System.Collections.Frozen;
using System.Security.Cryptography;
using Modular.GraphQL.Execution;
using Modular.GraphQL.Language;
using Modular.GraphQL.TypeSystem;

namespace Modular.GraphQL.Planning;

/// <summary>
/// A validated operation with its plans: one for each combination of the Boolean variables that its conditions read, made when it first
/// turns up. So a plan holds exactly what will be in the response, in its order, and resolvers fetch nothing that is left out. An operation that marks
/// parts to be delivered later has plans of its own for clients that cannot take them so.
/// </summary>
internal sealed class CompiledOperation
{
    private const int MostPlans = 32;

    private readonly Schema schema;
    private readonly Document document;
    private readonly FrozenDictionary<string, FragmentDefinition> fragments;
    private readonly string[] conditionVariables;
    private readonly bool mayBeIncremental;
    private readonly IncrementalVariables? incrementalVariables;
    private readonly GraphQLEngineOptions options;
    private string? documentHash;
    private volatile (ulong Combination, bool IsIncremental, OperationPlan Plan)[] plans = [];
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
        mayBeIncremental = IncrementalDirectives.AreKnownTo(schema)
            && new IncrementalUse(fragments, condition => condition is not BooleanValue { Value: false }).IsIn(operation.SelectionSet);
        incrementalVariables = mayBeIncremental ? new IncrementalVariables(document, operation, fragments) : null;
    }

    public OperationDefinition Definition { get; }

    public Document Document => document;

    public ObjectType RootType { get; }

    /// <summary>What tells the document from others without showing it: its SHA-256 hash, as persisted documents are named by.</summary>
    public string DocumentHash => documentHash ??= Convert.ToHexStringLower(SHA256.HashData(document.Source.Body.Span));

    /// <summary>The plan for the variables of a request.</summary>
    /// <param name="variables">The variables.</param>
    /// <param name="allowIncremental">Whether the client can take parts of the response later than the rest; otherwise it gets all at once.</param>
    /// <exception cref="GraphQLException">The operation selects too many fields, or a condition of what comes later is null.</exception>
    public OperationPlan PlanFor(VariableValues variables, bool allowIncremental = false)
    {
        incrementalVariables?.RefuseNulls(variables);
        var isIncremental = mayBeIncremental && allowIncremental;
        // More conditions than bits are a freak; such an operation is planned for each request.
        if (conditionVariables.Length > 64) return MakePlan(variables, isIncremental);
        var combination = CombinationOf(variables);
        foreach (var known in plans)
        {
            if (known.Combination == combination && known.IsIncremental == isIncremental) return known.Plan;
        }

        var plan = MakePlan(variables, isIncremental);
        Keep((combination, isIncremental, plan));
        return plan;
    }

    private ulong CombinationOf(VariableValues variables)
    {
        var combination = 0UL;
        for (var i = 0; i < conditionVariables.Length; i++)
        {
            if (IsTrue(conditionVariables[i], variables)) combination |= 1UL << i;
        }

        return combination;
    }

    // Only the conditions of @defer and @stream may be left out by a request; they are true then.
    private static bool IsTrue(string variable, VariableValues variables) => !variables.TryGetValue(variable, out var value) || value is true;

    private OperationPlan MakePlan(VariableValues variables, bool isIncremental)
    {
        using var phase = GraphQLTelemetry.Begin("plan");
        var conditions = conditionVariables.ToDictionary(name => name, name => IsTrue(name, variables), StringComparer.Ordinal);
        var use = isIncremental ? new IncrementalUse(fragments, Evaluate) : null;
        if (use?.IsIn(Definition.SelectionSet) == false) use = null;
        // The estimate comes first, so that a document whose fragments multiply is refused before any resolver is asked.
        var cost = CostEstimator.Estimate(NewScope(), RootType, options.DefaultListSize);
        var root = PlannedSelection.Collect(NewScope(), null, RootType);
        if (root.Fields.Count > options.Validation.Limits.MaxRootFields)
        {
            throw new GraphQLException(
                $"An operation may select at most {options.Validation.Limits.MaxRootFields} fields at its top.", ErrorCodes.CostLimit);
        }

        root.EnsurePlanned();
        return new(root, Definition.Operation, cost, use is not null);

        PlanScope NewScope() => new(schema, document, Definition, fragments, conditions, options.MaxPlannedFields) { Incremental = use };

        bool Evaluate(ValueNode? condition) => condition switch
        {
            BooleanValue literal => literal.Value,
            Variable variable => conditions[variable.Name.Value],
            _ => true,
        };
    }

    private void Keep((ulong Combination, bool IsIncremental, OperationPlan Plan) made)
    {
        lock (fragments)
        {
            var kept = plans;
            if (kept.Length < MostPlans)
            {
                plans = [.. kept, made];
                return;
            }

            var changed = kept.ToArray();
            changed[nextPlan++ % MostPlans] = made;
            plans = changed;
        }
    }
}
