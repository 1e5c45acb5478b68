using Modular.Kernel.Events;

namespace Modular.Members.Contracts;

/// <summary>A flag was set on a member.</summary>
/// <param name="MemberId">The member.</param>
/// <param name="Flag">The flag.</param>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day, or null where it is open.</param>
public sealed record MemberFlagSet(Guid MemberId, MembershipFlag Flag, DateOnly From, DateOnly? Until)
    : IModuleEvent
{
    /// <inheritdoc />
    public static string EventName => "members.member-flag-set";
}
