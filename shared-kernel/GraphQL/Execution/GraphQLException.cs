namespace Modular.GraphQL.Execution;

/// <summary>Thrown by a resolver whose failure the client should read as it is told.</summary>
/// <param name="error">The error; path and locations are added by the executor.</param>
public sealed class GraphQLException(GraphQLError error) : Exception(error.Message)
{
    /// <summary>Fails with a message and nothing else.</summary>
    /// <param name="message">The message for the client.</param>
    /// <param name="code">The machine-readable kind of the error.</param>
    public GraphQLException(string message, string? code = null)
        : this(new GraphQLError(message) { Code = code })
    {
    }

    /// <summary>The error.</summary>
    public GraphQLError Error { get; } = error;
}
