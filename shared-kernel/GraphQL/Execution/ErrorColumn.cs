namespace Modular.GraphQL.Execution;

/// <summary>A column in which the field failed for every parent, with the same error.</summary>
/// <param name="count">The number of parents.</param>
/// <param name="error">The error; path and locations are added by the executor.</param>
public sealed class ErrorColumn(int count, GraphQLError error) : Column
{
    /// <summary>The error.</summary>
    public GraphQLError Error { get; } = error;

    /// <inheritdoc/>
    public override int Count { get; } = count;

    /// <inheritdoc/>
    public override bool HasNulls => Count > 0;

    /// <inheritdoc/>
    public override bool IsNull(int index) => true;
}
