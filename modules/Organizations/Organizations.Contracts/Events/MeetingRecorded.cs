using Modular.Kernel.Events;

namespace Modular.Organizations.Contracts;

/// <summary>A meeting was recorded, or corrected: these are its facts from now on.</summary>
/// <param name="MeetingId">The meeting.</param>
/// <param name="OrganizationId">The organization that met.</param>
/// <param name="Body">Whether its members met or its committee.</param>
/// <param name="Kind">What sort of meeting it was.</param>
/// <param name="HeldOn">The day on which it was held.</param>
/// <param name="Expected">How many were to attend.</param>
/// <param name="Present">How many attended.</param>
public sealed record MeetingRecorded(
    Guid MeetingId, Guid OrganizationId, MeetingBody Body, PartyMeetingKind Kind, DateOnly HeldOn, int Expected, int Present) : IModuleEvent
{
    /// <inheritdoc />
    public static string EventName => "organizations.meeting-recorded";
}
