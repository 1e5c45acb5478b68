using Modular.GraphQL.Planning;
using Modular.GraphQL.TypeSystem;

namespace Modular.GraphQL.Execution;

/// <summary>
/// Set in <see cref="RequestContext.Features"/> by whoever logs and measures. Its methods are called on the executing thread and must be quick;
/// what they throw fails the request.
/// </summary>
public interface IExecutionObserver
{
    /// <summary>A resolver threw something else than a <see cref="GraphQLException"/>; the client gets a general message.</summary>
    void FieldFailed(Field field, ObjectType parentType, Exception exception);

    /// <summary>An operation could not be planned for a reason that the client is not told.</summary>
    void RequestFailed(Exception exception);

    /// <summary>A field has been resolved, well or not.</summary>
    /// <param name="field">The field where the operation selects it.</param>
    /// <param name="parents">For how many parents.</param>
    /// <param name="elapsed">From the start of its resolver until its column was taken over, which includes waiting for the level's other fields.</param>
    void FieldCompleted(PlannedField field, int parents, TimeSpan elapsed)
    {
    }

    /// <summary>A level has been resolved.</summary>
    /// <param name="depth">The depth in the response, 0 for the root fields.</param>
    /// <param name="fields">The number of fields that the level had.</param>
    void LevelCompleted(int depth, int fields)
    {
    }
}
