using Modular.Kernel.Events;

namespace Modular.Members.Contracts;

/// <summary>A member's status changed: admitted, recognized, removed, deceased, restored, admitted again.</summary>
/// <param name="MemberId">The member.</param>
/// <param name="OrganizationId">The cell to which they belong, or belonged last.</param>
/// <param name="Previous">The status up to the day before.</param>
/// <param name="Status">The new status.</param>
/// <param name="EffectiveOn">The first day of the new status.</param>
public sealed record MemberStatusChanged(Guid MemberId, Guid OrganizationId, MembershipStatus Previous, MembershipStatus Status, DateOnly EffectiveOn)
    : IModuleEvent
{
    /// <inheritdoc />
    public static string EventName => "members.member-status-changed";
}
