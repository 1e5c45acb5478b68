namespace Modular.Kernel.GraphQL;

/// <summary>The values of <c>errors[].extensions.code</c> that the kernel gives.</summary>
public static class KernelErrorCodes
{
    /// <summary>The user lacks the permission that the field takes.</summary>
    public const string Forbidden = "FORBIDDEN";

    /// <summary>What a non-null field refers to is not there, or out of the user's reach.</summary>
    public const string NotFound = "NOT_FOUND";

    /// <summary>An argument has the wrong form: a page too large, a cursor of another list, an id of another type.</summary>
    public const string BadInput = "BAD_USER_INPUT";

    /// <summary>A list that is short by nature has more entries than it may.</summary>
    public const string ListLimit = "LIST_LIMIT";

    /// <summary>Calls of the module that has the field were left behind and have not ended, so that it is called no more until they do.</summary>
    public const string ModuleStuck = "MODULE_STUCK";
}
