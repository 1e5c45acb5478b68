using Modular.Kernel.Events;

namespace Modular.Organizations.Contracts;

/// <summary>An organization was renamed (đổi tên); its code and place stay.</summary>
/// <param name="OrganizationId">The organization.</param>
/// <param name="PreviousName">The name up to the day before.</param>
/// <param name="Name">The new name.</param>
/// <param name="EffectiveOn">The first day of the new name.</param>
public sealed record OrganizationRenamed(Guid OrganizationId, string PreviousName, string Name, DateOnly EffectiveOn) : IModuleEvent
{
    /// <inheritdoc />
    public static string EventName => "organizations.organization-renamed";
}
