using Modular.Kernel.Events;

namespace Modular.Organizations.Contracts;

/// <summary>An organization was moved under another parent, with all below it.</summary>
/// <param name="OrganizationId">The organization.</param>
/// <param name="PreviousParentId">The parent up to the day before.</param>
/// <param name="ParentId">The new parent.</param>
/// <param name="EffectiveOn">The first day under the new parent.</param>
public sealed record OrganizationMoved(Guid OrganizationId, Guid PreviousParentId, Guid ParentId, DateOnly EffectiveOn) : IModuleEvent
{
    /// <inheritdoc />
    public static string EventName => "organizations.organization-moved";
}
