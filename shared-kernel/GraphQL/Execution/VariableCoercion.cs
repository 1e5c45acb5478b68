using System.Text.Json;
using Modular.GraphQL.Language;
using Modular.GraphQL.TypeSystem;
using Modular.GraphQL.Validation;

namespace Modular.GraphQL.Execution;

/// <summary>CoerceVariableValues of the specification (section 6.1.2), with the messages of graphql-js.</summary>
internal sealed class VariableCoercion
{
    private const int MostErrors = 50;

    private readonly Schema schema;
    private readonly Document document;
    private readonly ValidationOptions options;
    private readonly List<GraphQLError> errors = [];

    private VariableCoercion(Schema schema, Document document, ValidationOptions options)
    {
        this.schema = schema;
        this.document = document;
        this.options = options;
    }

    /// <summary>Coerces the variables of a request.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="document">The document of the operation.</param>
    /// <param name="definitions">The variables that the operation declares.</param>
    /// <param name="given">The request's variables: an object, null or undefined.</param>
    /// <param name="options">What values may hold, and whether errors suggest names of the schema.</param>
    /// <param name="errors">What is wrong with them; empty when nothing is.</param>
    public static VariableValues Coerce(
        Schema schema, Document document, IReadOnlyList<VariableDefinition> definitions, JsonElement given, ValidationOptions options,
        out IReadOnlyList<GraphQLError> errors)
    {
        errors = [];
        if (definitions.Count == 0) return VariableValues.Empty;
        var coercion = new VariableCoercion(schema, document, options);
        var values = coercion.Coerce(definitions, given);
        errors = coercion.errors;
        return values;
    }

    private VariableValues Coerce(IReadOnlyList<VariableDefinition> definitions, JsonElement given)
    {
        var values = new Dictionary<string, object?>(definitions.Count, StringComparer.Ordinal);
        try
        {
            foreach (var definition in definitions) Coerce(definition, given, values);
        }
        catch (TooManyErrorsException)
        {
            // The reason is the last of the errors.
        }

        return new(values);
    }

    private void Coerce(VariableDefinition definition, JsonElement given, Dictionary<string, object?> values)
    {
        var name = definition.Variable.Name.Value;
        var type = schema.FindType(definition.Type)!;
        if (given.ValueKind != JsonValueKind.Object || !given.TryGetProperty(name, out var value))
        {
            if (definition.DefaultValue is { } literal) values.Add(name, LiteralCoercion.CoerceDefault(type, literal));
            else if (type is NonNullType) AddError(definition, $"Variable \"${name}\" of required type \"{type}\" was not provided.");
            return;
        }

        if (value.ValueKind == JsonValueKind.Null && type is NonNullType)
        {
            AddError(definition, $"Variable \"${name}\" of non-null type \"{type}\" must not be null.");
            return;
        }

        var coercion = new JsonCoercion(options, (path, invalid, message) =>
        {
            var at = path is null ? "" : $" at \"{name}{path}\"";
            AddError(definition, $"Variable \"${name}\" got invalid value {(invalid is null ? "undefined" : ValueText.Of(invalid.Value))}{at}; {message}");
        });
        values.Add(name, coercion.Coerce(value, type, null));
    }

    private void AddError(VariableDefinition definition, string message)
    {
        if (errors.Count < MostErrors)
        {
            errors.Add(new(message) { Locations = [document.LocationOf(definition)], Code = ErrorCodes.VariablesInvalid });
            return;
        }

        // It stops in the midst of a value: one variable can hold as many mistakes as a request has room for.
        errors.Add(new("Too many errors processing variables, error limit reached. Execution aborted.") { Code = ErrorCodes.VariablesInvalid });
        throw new TooManyErrorsException();
    }

    private sealed class TooManyErrorsException : Exception;
}
