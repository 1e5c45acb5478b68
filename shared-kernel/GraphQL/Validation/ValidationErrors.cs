using System.Collections.Immutable;

namespace Modular.GraphQL.Validation;

/// <summary>The errors that are no rule's of the specification.</summary>
internal static class ValidationErrors
{
    /// <summary>What a document is told that goes beyond a limit.</summary>
    public static GraphQLError BeyondLimit(string message) => new(message) { Code = ErrorCodes.CostLimit };

    /// <summary>What a document is told that asks for something of a module which is not enabled.</summary>
    /// <param name="what">What it asks for, for instance <c>The field "Member.meetings"</c>.</param>
    /// <param name="module">The module's name.</param>
    public static GraphQLError NotEnabled(string what, string module) =>
        new($"{what} belongs to the module \"{module}\", which is not enabled.")
        {
            Code = ErrorCodes.ModuleDisabled,
            Extensions = ImmutableDictionary<string, object?>.Empty.Add("module", module),
        };
}
