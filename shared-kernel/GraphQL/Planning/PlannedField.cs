using System.Collections.Immutable;
using Modular.GraphQL.Execution;
using Modular.GraphQL.Language;
using Modular.GraphQL.TypeSystem;

namespace Modular.GraphQL.Planning;

/// <summary>A field at the place where an operation selects it. It is resolved at most once per request.</summary>
public sealed class PlannedField
{
    private readonly PlanScope scope;
    private readonly ArgumentPlan arguments;
    private volatile PlannedSelection[] selections = [];

    internal PlannedField(PlanScope scope, PlannedField? parent, ObjectType parentType, Field field, ImmutableArray<FieldNode> nodes, bool isFirst,
        IncrementalField? incremental = null)
    {
        this.scope = scope;
        Parent = parent;
        ParentType = parentType;
        Field = field;
        Nodes = nodes;
        ResponseName = nodes[0].ResponseKey;
        JsonPrefix = nodes[0].Alias is null
            ? isFirst ? field.FirstJsonPrefix : field.NextJsonPrefix
            : Field.JsonPrefixOf(isFirst ? '{' : ',', ResponseName);
        arguments = ArgumentPlan.Create(field, nodes[0], scope);
        Incremental = incremental;
    }

    /// <summary>The schema.</summary>
    public Schema Schema => scope.Schema;

    /// <summary>The key in the response: the alias, else the field's name.</summary>
    public string ResponseName { get; }

    /// <summary>The field's definition.</summary>
    public Field Field { get; }

    /// <summary>The object type on which the field is selected.</summary>
    public ObjectType ParentType { get; }

    /// <summary>The field nodes of the document that were merged into this field; one that several deferred fragments hold is there for each.</summary>
    public ImmutableArray<FieldNode> Nodes { get; }

    /// <summary>The selected field that returns the parent objects; <see langword="null"/> for a root field.</summary>
    public PlannedField? Parent { get; }

    /// <summary>The arguments when none of them depends on variables (then they are coerced once per plan), else <see langword="null"/>.</summary>
    public ArgumentValues? ConstantArguments => arguments.Constant;

    /// <summary>The resolver that <see cref="FieldResolver.Plan"/> returned.</summary>
    /// <exception cref="InvalidOperationException">The field is not planned yet: parents are planned before their children.</exception>
    public FieldResolver Resolver
        => PlannedResolver ?? throw new InvalidOperationException($"{ParentType.Name}.{Field.Name} is read before it is planned.");

    /// <summary>The object types that the field's value may have; empty when the field is a leaf.</summary>
    public IReadOnlyList<ObjectType> PossibleTypes
        => Field.Type.Named is CompositeType type ? scope.Schema.GetPossibleTypes(type) : [];

    /// <summary>
    /// What is selected of the field's value when its named type is an object type; <see langword="null"/> for leaves, interfaces and unions.
    /// </summary>
    public PlannedSelection? Selection => Field.Type.Named is ObjectType type ? SelectionFor(type) : null;

    /// <summary>Where the field begins in the document, for errors.</summary>
    internal ImmutableArray<SourceLocation> Locations => [.. Nodes.Distinct().Select(scope.Document.LocationOf)];

    /// <summary>What stands before the field's value in the response: a bracket or comma, and the field's key.</summary>
    internal byte[] JsonPrefix { get; }

    /// <summary>What of the field is delivered when; <see langword="null"/> in plans that deliver all at once.</summary>
    internal IncrementalField? Incremental { get; }

    internal FieldResolver? PlannedResolver { get; private set; }

    /// <summary>
    /// What is selected of the field's value where it is of the object type. For an interface or union it is made on the first question,
    /// so that types which never turn up cost nothing.
    /// </summary>
    /// <exception cref="ArgumentException">The field's value is never of that type.</exception>
    public PlannedSelection SelectionFor(ObjectType type)
    {
        foreach (var selection in selections)
        {
            if (selection.Type == type) return selection;
        }

        return AddSelection(type);
    }

    /// <summary>The arguments for a request's variables.</summary>
    /// <exception cref="GraphQLException">A variable leaves a required argument without a value.</exception>
    public ArgumentValues GetArguments(VariableValues variables) => arguments.Coerce(variables);

    /// <summary>Lets the resolver prepare itself, then those of all selections below that are known so far.</summary>
    internal void Plan()
    {
        if (Field.Resolver is null) throw new InvalidOperationException($"{ParentType.Name}.{Field.Name} has no resolver.");
        PlannedResolver = Field.Resolver.Plan(new FieldPlanning(scope.Schema, this));
        if (Field.Type.Named is ObjectType type) SelectionFor(type);
        foreach (var selection in selections) selection.EnsurePlanned();
    }

    private PlannedSelection AddSelection(ObjectType type)
    {
        lock (scope)
        {
            foreach (var selection in selections)
            {
                if (selection.Type == type) return selection;
            }

            if (Field.Type.Named is not CompositeType declared || !scope.Schema.IsPossibleType(declared, type))
                throw new ArgumentException($"{ParentType.Name}.{Field.Name} is never of type {type.Name}.", nameof(type));
            var added = PlannedSelection.Collect(scope, this, type);
            selections = [.. selections, added];
            return added;
        }
    }
}
