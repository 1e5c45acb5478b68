using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Modular.GraphQL.Language;
using Modular.GraphQL.TypeSystem;

namespace Modular.GraphQL.Validation;

/// <summary>What the rules share: the schema, the document, the errors, and what the walk knows of the place where it stands.</summary>
internal sealed class ValidationContext(Schema schema, Document document, ValidationOptions options)
{
    private readonly ImmutableArray<GraphQLError>.Builder errors = ImmutableArray.CreateBuilder<GraphQLError>();

    public Schema Schema { get; } = schema;

    public Document Document { get; } = document;

    public ValidationOptions Options { get; } = options;

    public DocumentFacts Facts { get; } = new(document);

    public ImmutableArray<GraphQLError> Errors => errors.ToImmutable();

    /// <summary>The type that the enclosing selection set selects of.</summary>
    public CompositeType? ParentType { get; set; }

    /// <summary>The type of the field that the walk stands in, or of the fragment.</summary>
    public GraphQLType? CurrentType { get; set; }

    /// <summary>The field that the walk stands in.</summary>
    public Field? Field { get; set; }

    /// <summary>The directive that the walk stands in.</summary>
    public Directive? Directive { get; set; }

    /// <summary>The type that the value at hand is expected to have.</summary>
    public GraphQLType? InputType { get; set; }

    /// <summary>The type of the list or input object around the value at hand.</summary>
    public GraphQLType? ParentInputType { get; set; }

    /// <summary>Whether the place of the value at hand has a default.</summary>
    public bool HasLocationDefault { get; set; }

    /// <summary>A question that suggests names, unless suggestions are off.</summary>
    public string Suggest(string input, IEnumerable<string> names, string? kind = null) =>
        Options.Suggestions ? Suggestions.DidYouMean(Suggestions.For(input, names), kind) : "";

    /// <summary>The composite type that a fragment applies to; absent if there is none of that name.</summary>
    public CompositeType? ConditionOf(FragmentDefinition fragment) => Schema.FindType(fragment.TypeCondition.Name.Value) as CompositeType;

    public void Report(string message, params ReadOnlySpan<SyntaxNode> nodes) => Report(new GraphQLError(message), nodes);

    public void Report(GraphQLError error, params ReadOnlySpan<SyntaxNode> nodes)
    {
        if (errors.Count >= Options.MaxErrors)
            Abort(new GraphQLError("Too many validation errors, error limit reached. Validation aborted."));

        errors.Add(Located(error, nodes));
    }

    /// <summary>Reports an error and ends the validation.</summary>
    [DoesNotReturn]
    public void Abort(GraphQLError error, params ReadOnlySpan<SyntaxNode> nodes)
    {
        errors.Add(Located(error, nodes));
        throw new ValidationAbortedException();
    }

    private GraphQLError Located(GraphQLError error, ReadOnlySpan<SyntaxNode> nodes)
    {
        var locations = ImmutableArray.CreateBuilder<SourceLocation>(nodes.Length);
        foreach (var node in nodes)
            locations.Add(Document.LocationOf(node));

        return new GraphQLError(error.Message)
        {
            Code = error.Code,
            Extensions = error.Extensions,
            Locations = locations.MoveToImmutable(),
        };
    }
}
