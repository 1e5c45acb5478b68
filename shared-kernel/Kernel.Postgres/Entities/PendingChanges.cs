using Modular.Kernel.Postgres.WorkItems;
using Modular.Kernel.Postgres.Writing.Rows;

namespace Modular.Kernel.Postgres.Entities;

/// <summary>What a unit of work writes beside the module's own rows when it commits.</summary>
internal sealed class PendingChanges
{
    /// <summary>The module's own rows that are saved and not sent yet.</summary>
    public RowStatements Rows { get; } = new();

    /// <summary>The edits of entities whose history is kept.</summary>
    public List<Edit> Edits { get; } = [];

    /// <summary>The events to publish, in order.</summary>
    public List<PendingEvent> Events { get; } = [];

    /// <summary>Whose work items are compared with the facts.</summary>
    public FollowedChanges Followed { get; } = new();
}

/// <summary>One change of one entity.</summary>
/// <param name="Entity">The entity's class.</param>
/// <param name="EntityId">The first identifier of its key.</param>
/// <param name="Key">The whole key as JSON where it is more than one identifier.</param>
/// <param name="SubjectId">The member whom the entity is about, where it is about one.</param>
/// <param name="OrganizationId">The organization whose officers see the entity, where it is seen by organization.</param>
/// <param name="Action"><c>CREATED</c>, <c>CHANGED</c> or <c>DELETED</c>.</param>
/// <param name="Changes">Each field with its value before and after, as JSON.</param>
internal sealed record Edit(string Entity, Guid? EntityId, string? Key, Guid? SubjectId, Guid? OrganizationId, string Action, string Changes);

/// <summary>An event that is published with the commit.</summary>
internal sealed record PendingEvent(Guid Id, string Name, string Payload);
