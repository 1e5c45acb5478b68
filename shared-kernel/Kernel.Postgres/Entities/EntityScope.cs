namespace Modular.Kernel.Postgres.Entities;

/// <summary>
/// Who sees a row of an entity: the declaration from which both the filter of the database context and the predicate of every
/// composed statement are made.
/// </summary>
public sealed record EntityScope
{
    /// <summary>The permission whose scope decides, or null where <see cref="Parent"/> or <see cref="NotScopedBecause"/> does.</summary>
    public string? Permission { get; init; }

    /// <summary>
    /// The properties that hold an organization; a row is seen by whoever reaches one of them. Of an entity that is not scoped they say where single
    /// fields with a permission of their own are shown.
    /// </summary>
    public IReadOnlyList<string> OrganizationProperties { get; init; } = [];

    /// <summary>The property that holds the member whom the row is about, for the reach "self".</summary>
    public string? SelfProperty { get; init; }

    /// <summary>The property that holds the account whose row it is: that user sees it without any permission.</summary>
    public string? OwnerProperty { get; init; }

    /// <summary>The entity that must be seen for this one to be seen.</summary>
    public ScopeParent? Parent { get; init; }

    /// <summary>
    /// The property that says of which kind a row is, where rows of one table are of several modules: the permission of the kind decides, at the organization.
    /// </summary>
    public string? KindProperty { get; init; }

    /// <summary>The property that names the module of a row; what a province has not enabled is hidden.</summary>
    public string? ModuleProperty { get; init; }

    /// <summary>Why everybody in the province who may ask at all sees every row.</summary>
    public string? NotScopedBecause { get; init; }
}

/// <summary>The entity through which another one is seen.</summary>
/// <param name="Entity">The parent's class.</param>
/// <param name="KeyProperty">The property of the child that holds the parent's <c>Id</c>.</param>
public sealed record ScopeParent(Type Entity, string KeyProperty);
