namespace Modular.GraphQL;

/// <summary>The values of <c>extensions.code</c> that the engine itself gives.</summary>
public static class ErrorCodes
{
    /// <summary>The server failed; its log says how.</summary>
    public const string Internal = "INTERNAL";

    /// <summary>The document does not follow the grammar or goes beyond the parser's limits.</summary>
    public const string SyntaxError = "SYNTAX_ERROR";

    /// <summary>The document breaks a rule of the specification or of the schema.</summary>
    public const string ValidationFailed = "VALIDATION_FAILED";

    /// <summary>The document has no operation of the requested name, or several and none is named.</summary>
    public const string OperationNotFound = "OPERATION_NOT_FOUND";

    /// <summary>A variable has no value or a wrong one.</summary>
    public const string VariablesInvalid = "VARIABLES_INVALID";

    /// <summary>The operation's type is not allowed where it was sent, for instance a mutation by GET.</summary>
    public const string OperationNotAllowed = "OPERATION_NOT_ALLOWED";

    /// <summary>The request took longer than is allowed.</summary>
    public const string Timeout = "TIMEOUT";

    /// <summary>The operation asks for more than is allowed.</summary>
    public const string CostLimit = "COST_LIMIT";

    /// <summary>The document asks for the schema, where introspection is off.</summary>
    public const string IntrospectionDisabled = "INTROSPECTION_DISABLED";

    /// <summary>The document asks for something that a module would bring which is installed but not enabled; <c>extensions.module</c> names it.</summary>
    public const string ModuleDisabled = "MODULE_DISABLED";
}
