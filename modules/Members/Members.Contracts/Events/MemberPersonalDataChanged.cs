using Modular.Kernel.Events;

namespace Modular.Members.Contracts;

/// <summary>Personal data of a member was changed or corrected. The event names the fields and carries none of their values.</summary>
/// <param name="MemberId">The member.</param>
/// <param name="Fields">The names of the changed fields as the API calls them, for instance <c>fullName</c>.</param>
public sealed record MemberPersonalDataChanged(Guid MemberId, IReadOnlyList<string> Fields)
    : IModuleEvent
{
    /// <inheritdoc />
    public static string EventName => "members.member-personal-data-changed";
}
