namespace Modular.GraphQL.Execution;

/// <summary>Says errors in the language of whoever asked; the host puts it among the features of a request (<see cref="RequestContext.Features"/>). Codes stay as they are.</summary>
public interface IErrorTexts
{
    /// <summary>What the client reads instead of the error's message; null where the message itself is shown.</summary>
    string? TextOf(GraphQLError error);
}
