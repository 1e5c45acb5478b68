namespace Modular.GraphQL.Language;

/// <summary>How operation types are written.</summary>
public static class OperationTypes
{
    /// <summary>The keyword of an operation type.</summary>
    /// <param name="operation">The operation type.</param>
    /// <returns><c>query</c>, <c>mutation</c> or <c>subscription</c>.</returns>
    public static string ToKeyword(this OperationType operation) => operation switch
    {
        OperationType.Mutation => "mutation",
        OperationType.Subscription => "subscription",
        _ => "query",
    };
}
