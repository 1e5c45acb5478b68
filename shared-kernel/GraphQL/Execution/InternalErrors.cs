namespace Modular.GraphQL.Execution;

/// <summary>What clients are told of failures that are not theirs to know.</summary>
internal static class InternalErrors
{
    public const string Message = "The server failed to answer this.";

    public static GraphQLError Of(Exception exception) => new(Message) { Code = ErrorCodes.Internal, Exception = exception };
}
