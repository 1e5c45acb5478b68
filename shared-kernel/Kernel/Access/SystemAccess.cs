using Modular.Kernel.Results;

namespace Modular.Kernel.Access;

/// <summary>The access of the system itself inside one province: event handlers and an operator's commands such as an import.</summary>
/// <param name="actor">What the history of edits shows as the doer, for instance <c>import</c>.</param>
public sealed class SystemAccess(string actor) : ICurrentAccess
{
    /// <inheritdoc />
    public Guid? UserId => null;

    /// <inheritdoc />
    public string UserName { get; } = actor;

    /// <inheritdoc />
    public Guid? MemberId => null;

    /// <inheritdoc />
    public Language Language { get; init; } = Language.Vietnamese;

    /// <inheritdoc />
    public PermissionScope ScopeOf(string permission) => PermissionScope.Everywhere;
}
