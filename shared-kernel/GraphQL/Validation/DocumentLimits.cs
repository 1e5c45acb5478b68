namespace Modular.GraphQL.Validation;

/// <summary>What one document may ask for. These are not rules of the specification; each guards a resource.</summary>
public sealed record DocumentLimits
{
    /// <summary>Limits that no honest client meets.</summary>
    public static DocumentLimits Default { get; } = new();

    /// <summary>No limits, for documents of one's own and for comparing with other engines.</summary>
    public static DocumentLimits None { get; } = new()
    {
        MaxSelectionDepth = int.MaxValue,
        MaxFragmentDepth = int.MaxValue,
        MaxRootFields = int.MaxValue,
        MaxAliases = int.MaxValue,
        MaxDirectivesPerLocation = int.MaxValue,
        MaxVariables = int.MaxValue,
    };

    /// <summary>How deep fields may nest, fragments unfolded. Introspection by the usual tools takes 15.</summary>
    public int MaxSelectionDepth { get; init; } = 30;

    /// <summary>How deep fields and fragments of either kind may nest, taken together. It guards the stack of everything that walks
    /// fragments recursively.</summary>
    public int MaxFragmentDepth { get; init; } = 200;

    /// <summary>How many fields an operation may select at its top: as they are written, and again once fragments are unfolded.</summary>
    public int MaxRootFields { get; init; } = 100;

    /// <summary>How many aliases the document may have; the same field asked again and again under new names is the cheapest
    /// attack.</summary>
    public int MaxAliases { get; init; } = 500;

    /// <summary>How many directives may stand at one place.</summary>
    public int MaxDirectivesPerLocation { get; init; } = 10;

    /// <summary>How many variables an operation may declare. Each of them is looked up among those that the request gives.</summary>
    public int MaxVariables { get; init; } = 250;

    /// <summary>How many lists of types, fields or input fields introspection may follow through each other, which multiplies the response. The usual
    /// tools follow two; graphql-js has the same limit.</summary>
    public int MaxIntrospectionLists { get; init; } = 3;
}
