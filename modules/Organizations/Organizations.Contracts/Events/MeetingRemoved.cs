using Modular.Kernel.Events;

namespace Modular.Organizations.Contracts;

/// <summary>A meeting that was recorded by mistake is no part of the register any more.</summary>
/// <param name="MeetingId">The meeting.</param>
/// <param name="OrganizationId">The organization of which it was recorded.</param>
/// <param name="HeldOn">The day on which it was said to be held.</param>
public sealed record MeetingRemoved(Guid MeetingId, Guid OrganizationId, DateOnly HeldOn) : IModuleEvent
{
    /// <inheritdoc />
    public static string EventName => "organizations.meeting-removed";
}
