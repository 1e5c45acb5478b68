namespace Modular.Kernel.Postgres.WorkItems;

/// <summary>What a kind of work item declared, complete.</summary>
internal sealed record WorkItemDefinition
{
    public required WorkItemKind Kind { get; init; }

    public required string ModuleId { get; init; }

    public required string Facts { get; init; }

    public required string Subject { get; init; }

    public required WorkItemDeadline Deadline { get; init; }

    public required IReadOnlyList<PolicyParameter> Policies { get; init; }

    public required string CancelledWhere { get; init; }

    public required IReadOnlyList<FollowedEntity> Followed { get; init; }

    public string Id => Kind.Id;
}

/// <summary>An entity whose changes may change facts of a kind.</summary>
/// <param name="Entity">The entity's class.</param>
/// <param name="SubjectOf">The subject of the facts.</param>
/// <param name="Properties">The properties that matter; all where there are none.</param>
internal sealed record FollowedEntity(Type Entity, Func<object, Guid> SubjectOf, IReadOnlyList<string> Properties);
