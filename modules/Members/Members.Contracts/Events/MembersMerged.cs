using Modular.Kernel.Events;

namespace Modular.Members.Contracts;

/// <summary>Two records of one person became one, or were put back. What modules keep about the record that went refers to the one that stays already.</summary>
/// <param name="KeptId">The record that stays.</param>
/// <param name="DroppedId">The record that went, or came back.</param>
/// <param name="IsUndone">Whether the merge was undone.</param>
public sealed record MembersMerged(Guid KeptId, Guid DroppedId, bool IsUndone) : IModuleEvent
{
    /// <inheritdoc />
    public static string EventName => "members.members-merged";
}
