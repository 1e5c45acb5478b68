using Modular.Kernel.Events;

namespace Modular.Members.Contracts;

/// <summary>A member's residence was recorded anew.</summary>
/// <param name="MemberId">The member.</param>
/// <param name="Kind">In which sense they live there.</param>
/// <param name="EffectiveOn">The first day there.</param>
public sealed record MemberResidenceChanged(Guid MemberId, ResidenceKind Kind, DateOnly EffectiveOn)
    : IModuleEvent
{
    /// <inheritdoc />
    public static string EventName => "members.member-residence-changed";
}
