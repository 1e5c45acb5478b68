namespace Modular.GraphQL.Execution;

/// <summary>The executed operation: columns from which the response is written.</summary>
/// <param name="Root">The root object's group.</param>
/// <param name="HasErrors">Whether nulls were propagated, so that there are errors to be collected.</param>
internal readonly record struct ExecutionResult(ObjectGroup Root, bool HasErrors)
{
    /// <summary>Whether an error has made the whole of <c>data</c> null.</summary>
    public bool IsNull => Root.Dead is not null && Root.Dead[0];
}
