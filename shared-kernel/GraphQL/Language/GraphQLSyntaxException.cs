namespace Modular.GraphQL.Language;

/// <summary>Thrown when a document does not follow the grammar or goes beyond the parser's limits.</summary>
public sealed class GraphQLSyntaxException : Exception
{
    internal GraphQLSyntaxException(GraphQLError error)
        : base(error.ToString()) => Error = error;

    /// <summary>The error for the response; its message begins with <c>Syntax Error: </c>.</summary>
    public GraphQLError Error { get; }
}
