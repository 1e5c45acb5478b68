using Modular.Kernel.Access;
using Modular.Kernel.Results;

namespace Modular.TestKit.Databases;

/// <summary>A user with exactly the rights that a test gives; nothing else is allowed.</summary>
public sealed class TestAccess : ICurrentAccess
{
    private readonly Dictionary<string, PermissionScope> scopes = [];

    public Guid? UserId { get; init; } = Guid.CreateVersion7();

    public string UserName { get; init; } = "test.user";

    public Guid? MemberId { get; init; }

    public Language Language { get; init; } = Language.English;

    /// <summary>Gives a permission at the subtrees of these paths.</summary>
    public TestAccess Below(string permission, params IEnumerable<string> paths) =>
        With(permission, new PermissionScope { Subtrees = [.. paths.Select(PathRange.Below)] });

    /// <summary>Gives a permission at these organizations, without those below them.</summary>
    public TestAccess At(string permission, params IEnumerable<Guid> organizations) =>
        With(permission, new PermissionScope { Organizations = [.. organizations] });

    /// <summary>Gives a permission on what is about the user's own member record.</summary>
    public TestAccess OnSelf(string permission, Guid memberId) =>
        With(permission, new PermissionScope { Self = memberId });

    /// <summary>Gives a permission in the whole province.</summary>
    public TestAccess Everywhere(string permission) => With(permission, PermissionScope.Everywhere);

    /// <summary>Gives a permission with any scope.</summary>
    public TestAccess With(string permission, PermissionScope scope)
    {
        scopes[permission] = scope;
        return this;
    }

    public PermissionScope ScopeOf(string permission) => scopes.GetValueOrDefault(permission, PermissionScope.Nowhere);
}
