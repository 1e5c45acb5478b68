namespace Modular.Host.Administration.Access;

/// <summary>A permission in a role.</summary>
internal sealed record RolePermissionInput
{
    /// <summary>The permission, for instance <c>members.read</c>; one of a module that the province has enabled.</summary>
    public required string Name { get; init; }

    /// <summary>Whether it may be used.</summary>
    public required bool MayUse { get; init; }

    /// <summary>Whether it may be given to others.</summary>
    public required bool MayGive { get; init; }
}

/// <summary>A role of the province's own.</summary>
internal sealed record DefineRoleInput
{
    /// <summary>The identifier, which never changes: 3 to 40 lower-case letters, digits and hyphens, a letter first.</summary>
    public required string Id { get; init; }

    /// <summary>The English name.</summary>
    public required string Title { get; init; }

    /// <summary>The Vietnamese name.</summary>
    public required string VietnameseTitle { get; init; }

    /// <summary>What it holds.</summary>
    public required IReadOnlyList<RolePermissionInput> Permissions { get; init; }

    /// <summary>Whether it counts only in sessions in which a second factor was proven.</summary>
    public required bool RequiresSecondFactor { get; init; }

    /// <summary>Why, for the history.</summary>
    public required string Reason { get; init; }
}

/// <summary>What changes of a role.</summary>
internal sealed record ChangeRoleInput
{
    /// <summary>The role, one of <c>roles</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The version that the caller saw.</summary>
    public required int ExpectedVersion { get; init; }

    /// <summary>Another English name; as it is where it is left out. Roles that every province starts with keep theirs.</summary>
    public string? Title { get; init; }

    /// <summary>Another Vietnamese name; as it is where it is left out. Roles that every province starts with keep theirs.</summary>
    public string? VietnameseTitle { get; init; }

    /// <summary>All that it holds from now on; as it is where it is left out.</summary>
    public IReadOnlyList<RolePermissionInput>? Permissions { get; init; }

    /// <summary>Why, for the history.</summary>
    public required string Reason { get; init; }
}

/// <summary>A role that ends.</summary>
internal sealed record EndRoleInput
{
    /// <summary>The role, one of the province's own.</summary>
    public required string Id { get; init; }

    /// <summary>The version that the caller saw.</summary>
    public required int ExpectedVersion { get; init; }

    /// <summary>Why, for the history; its grants end for the same reason.</summary>
    public required string Reason { get; init; }
}
