using Modular.Organizations.Contracts;

namespace Modular.Organizations.Meetings;

/// <summary>A meeting that is to be in the register.</summary>
/// <param name="OrganizationId">The organization that met.</param>
/// <param name="Body">Whether its members met or its committee.</param>
/// <param name="Facts">What was said of it.</param>
/// <param name="Path">Where it stands in the input.</param>
internal sealed record AskedMeeting(Guid OrganizationId, MeetingBody Body, MeetingFacts Facts, string Path)
{
    /// <summary>The meeting of the register that it corrects; null for a new one.</summary>
    public Meeting? Corrects { get; init; }
}
