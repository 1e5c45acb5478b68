using System.Collections.Immutable;

namespace Modular.GraphQL.Validation;

/// <summary>The errors of validation that clients tell apart by <c>extensions.code</c>.</summary>
internal static class ErrorCodes
{
    /// <summary>The document goes beyond a limit that is not the specification's.</summary>
    public const string DocumentLimit = "DOCUMENT_LIMIT";

    /// <summary>The document asks for something that a module would bring which is installed but not enabled.</summary>
    public const string ModuleDisabled = "MODULE_DISABLED";

    /// <summary>What a document is told that goes beyond a limit.</summary>
    public static GraphQLError BeyondLimit(string message) => new(message) { Code = DocumentLimit };

    /// <summary>What a document is told that asks for something of a module which is not enabled.</summary>
    /// <param name="what">What it asks for, for instance <c>The field "Member.meetings"</c>.</param>
    /// <param name="module">The module's name.</param>
    public static GraphQLError NotEnabled(string what, string module) =>
        new($"{what} belongs to the module \"{module}\", which is not enabled.")
        {
            Code = ModuleDisabled,
            Extensions = ImmutableDictionary<string, object?>.Empty.Add("module", module),
        };
}
