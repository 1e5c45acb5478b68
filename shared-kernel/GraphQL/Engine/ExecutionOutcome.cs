using Modular.GraphQL.Language;

namespace Modular.GraphQL;

/// <summary>How a request ended, for status codes and metrics. The response itself has been written.</summary>
/// <param name="Status">How far the request came.</param>
/// <param name="Operation">The operation's type, once it is known.</param>
/// <param name="ErrorCount">How many errors the response has.</param>
/// <param name="HasData">Whether <c>data</c> is there and not null.</param>
public readonly record struct ExecutionOutcome(ExecutionStatus Status, OperationType? Operation, int ErrorCount, bool HasData);

/// <summary>How far a request came.</summary>
public enum ExecutionStatus
{
    /// <summary>The operation was executed; there may be errors of fields.</summary>
    Executed,

    /// <summary>The document does not follow the grammar.</summary>
    SyntaxError,

    /// <summary>The document is not valid for the schema.</summary>
    ValidationFailed,

    /// <summary>The named operation is not in the document, or it is not clear which one is meant.</summary>
    OperationNotFound,

    /// <summary>The operation's type is not allowed here.</summary>
    OperationNotAllowed,

    /// <summary>The variables do not fit the operation.</summary>
    VariablesInvalid,

    /// <summary>The operation could not be planned, for instance because it asks for too much.</summary>
    PlanningFailed,

    /// <summary>The server failed before the operation was executed; its log says how.</summary>
    Failed,

    /// <summary>The execution took longer than is allowed and was stopped.</summary>
    TimedOut,
}
