using Modular.Kernel.Events;

namespace Modular.Members.Contracts;

/// <summary>A member received a Party card (thẻ đảng viên).</summary>
/// <param name="MemberId">The member.</param>
/// <param name="CardId">The card.</param>
/// <param name="IssuedOn">The day of issue.</param>
public sealed record MemberCardIssued(Guid MemberId, Guid CardId, DateOnly IssuedOn)
    : IModuleEvent
{
    /// <inheritdoc />
    public static string EventName => "members.member-card-issued";
}
