using Modular.Kernel.Events;

namespace Modular.Members.Contracts;

/// <summary>A person was entered in the register: a member, an applicant or a sympathizer.</summary>
/// <param name="MemberId">The member.</param>
/// <param name="OrganizationId">The cell to which they belong.</param>
/// <param name="Status">Where they stand.</param>
/// <param name="Since">The first day in that cell.</param>
public sealed record MemberRegistered(Guid MemberId, Guid OrganizationId, MembershipStatus Status, DateOnly Since)
    : IModuleEvent
{
    /// <inheritdoc />
    public static string EventName => "members.member-registered";
}
