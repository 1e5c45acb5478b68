using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Modular.GraphQL.Execution;
using Modular.GraphQL.Language;
using Modular.GraphQL.Planning;
using Modular.GraphQL.TypeSystem;
using Modular.GraphQL.Validation;

namespace Modular.GraphQL;

/// <summary>Takes a document's bytes to a compiled operation: parser, validator, choice of the operation.</summary>
internal static class OperationCompiler
{
    public static CompiledOperation? Compile(Schema schema, OperationKey key, GraphQLEngineOptions options, out RequestFailure failure)
    {
        failure = default;
        if (!TryParse(key, options, out var document, out var syntaxError))
        {
            failure = new(ExecutionStatus.SyntaxError, [WithCode(syntaxError, ErrorCodes.SyntaxError)]);
            return null;
        }

        var errors = Validate(schema, document, options);
        if (!errors.IsEmpty)
        {
            failure = new(ExecutionStatus.ValidationFailed, [.. errors.Select(error => WithCode(error, ErrorCodes.ValidationFailed))]);
            return null;
        }

        if (FindOperation(document, key.OperationName, out var problem) is not { } operation)
        {
            failure = new(ExecutionStatus.OperationNotFound, [new(problem) { Code = ErrorCodes.OperationNotFound }]);
            return null;
        }

        try
        {
            return new(schema, document, operation, options);
        }
        catch (GraphQLException exception)
        {
            failure = new(ExecutionStatus.PlanningFailed, [exception.Error], operation.Operation);
            return null;
        }
    }

    private static bool TryParse(
        OperationKey key, GraphQLEngineOptions options, [NotNullWhen(true)] out Document? document, [NotNullWhen(false)] out GraphQLError? error)
    {
        using var phase = GraphQLTelemetry.Begin("parse");
        return Parser.TryParse(new Source(key.Document), options.Parser, out document, out error);
    }

    private static ImmutableArray<GraphQLError> Validate(Schema schema, Document document, GraphQLEngineOptions options)
    {
        using var phase = GraphQLTelemetry.Begin("validate");
        return Validator.Validate(schema, document, options.Validation);
    }

    // GetOperation of the specification (section 6.1), with the messages of graphql-js.
    private static OperationDefinition? FindOperation(Document document, string? name, out string problem)
    {
        problem = "";
        var operations = document.Definitions.OfType<OperationDefinition>().ToArray();
        if (name is null)
        {
            if (operations.Length == 1) return operations[0];
            problem = operations.Length == 0 ? "Must provide an operation." : "Must provide operation name if query contains multiple operations.";
            return null;
        }

        problem = $"Unknown operation named \"{name}\".";
        return operations.FirstOrDefault(operation => operation.Name?.Value == name);
    }

    private static GraphQLError WithCode(GraphQLError error, string code)
        => error.Code is not null ? error : new(error.Message) { Locations = error.Locations, Path = error.Path, Extensions = error.Extensions, Code = code };
}
