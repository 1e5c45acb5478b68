using Modular.Kernel.Results;

namespace Modular.Kernel.Access;

/// <summary>One act that can be allowed, declared by the module that guards it.</summary>
/// <param name="Name">Module identifier, dot, act: <c>members.read</c>. Stable: grants refer to it.</param>
/// <param name="Title">What an administrator reads when giving it.</param>
public sealed record PermissionDefinition(string Name, LocalizedText Title)
{
    /// <summary>Whether it opens sensitive personal data (Law 91/2025/QH15), so that each use of it is logged.</summary>
    public bool IsSensitive { get; init; }

    /// <summary>The default roles that hold it when a province is set up; an administrator may change that.</summary>
    public IReadOnlyList<string> DefaultRoles { get; init; } = [];
}
