using Modular.Kernel.Events;

namespace Modular.Members.Contracts;

/// <summary>Members of some cells came into the register from a file, or went with the file when it was undone. It is told once for several cells, beside what is told of each member.</summary>
/// <param name="OrganizationIds">The cells, at most 20.</param>
public sealed record MembersImported(IReadOnlyList<Guid> OrganizationIds)
    : IModuleEvent
{
    /// <inheritdoc />
    public static string EventName => "members.members-imported";
}
