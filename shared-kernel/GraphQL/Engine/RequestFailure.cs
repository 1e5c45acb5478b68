using Modular.GraphQL.Language;

namespace Modular.GraphQL;

/// <summary>Why a request is not executed at all.</summary>
internal readonly record struct RequestFailure(ExecutionStatus Status, IReadOnlyList<GraphQLError> Errors, OperationType? Operation = null);
