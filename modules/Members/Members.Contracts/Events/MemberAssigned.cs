using Modular.Kernel.Events;

namespace Modular.Members.Contracts;

/// <summary>A member was put into a cell, or moved from one to another.</summary>
/// <param name="MemberId">The member.</param>
/// <param name="PreviousOrganizationId">The cell up to the day before, or null where there was none.</param>
/// <param name="OrganizationId">The cell.</param>
/// <param name="Kind">Whether they belong there or are active there for a time.</param>
/// <param name="EffectiveOn">The first day there.</param>
public sealed record MemberAssigned(Guid MemberId, Guid? PreviousOrganizationId, Guid OrganizationId, AssignmentKind Kind, DateOnly EffectiveOn)
    : IModuleEvent
{
    /// <inheritdoc />
    public static string EventName => "members.member-assigned";
}
