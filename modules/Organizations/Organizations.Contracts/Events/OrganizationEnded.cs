using Modular.Kernel.Events;

namespace Modular.Organizations.Contracts;

/// <summary>An organization came to its end: dissolved, disbanded, merged, split, or its activity ended.</summary>
/// <param name="OrganizationId">The organization.</param>
/// <param name="State">The final state, which says in which way.</param>
/// <param name="EffectiveOn">The first day on which it is no more.</param>
public sealed record OrganizationEnded(Guid OrganizationId, OrganizationState State, DateOnly EffectiveOn) : IModuleEvent
{
    /// <inheritdoc />
    public static string EventName => "organizations.organization-ended";
}
