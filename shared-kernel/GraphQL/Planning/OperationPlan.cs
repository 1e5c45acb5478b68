using Modular.GraphQL.Language;

namespace Modular.GraphQL.Planning;

/// <summary>An operation compiled for one schema and one combination of the variables that its conditions read.</summary>
/// <param name="Root">What is selected of the root type.</param>
/// <param name="Type">The operation's type.</param>
/// <param name="Cost">What it may cost.</param>
/// <param name="IsIncremental">Whether parts of the response may come later than the rest.</param>
internal sealed record OperationPlan(PlannedSelection Root, OperationType Type, CostNode Cost, bool IsIncremental)
{
    /// <summary>Whether the root fields are executed one after the other.</summary>
    public bool IsSerial => Type == OperationType.Mutation;
}
