using Modular.Kernel.Events;

namespace Modular.Members.Contracts;

/// <summary>A flag of a member came to its end.</summary>
/// <param name="MemberId">The member.</param>
/// <param name="Flag">The flag.</param>
/// <param name="EffectiveOn">The first day without it.</param>
public sealed record MemberFlagCleared(Guid MemberId, MembershipFlag Flag, DateOnly EffectiveOn)
    : IModuleEvent
{
    /// <inheritdoc />
    public static string EventName => "members.member-flag-cleared";
}
