using Modular.Kernel.Events;

namespace Modular.Organizations.Contracts;

/// <summary>An organization was founded (thành lập).</summary>
/// <param name="OrganizationId">The new organization.</param>
/// <param name="ParentId">The organization directly above, or null for the root of the province.</param>
/// <param name="Kind">Its kind, one of <see cref="OrganizationKinds"/>.</param>
/// <param name="EffectiveOn">The first day on which it works.</param>
public sealed record OrganizationFounded(Guid OrganizationId, Guid? ParentId, string Kind, DateOnly EffectiveOn) : IModuleEvent
{
    /// <inheritdoc />
    public static string EventName => "organizations.organization-founded";
}
