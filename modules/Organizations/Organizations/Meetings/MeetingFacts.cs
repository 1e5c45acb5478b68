using Modular.Organizations.Contracts;

namespace Modular.Organizations.Meetings;

/// <summary>What was said of a meeting, with texts cleaned.</summary>
/// <param name="Kind">What sort of meeting it was.</param>
/// <param name="HeldOn">The day.</param>
/// <param name="Expected">How many were to attend.</param>
/// <param name="Present">How many attended.</param>
/// <param name="IsByPartyGroups">Whether a cell held its regular meeting by Party groups.</param>
/// <param name="Topic">What it was about.</param>
/// <param name="Reference">Number of its resolution or minutes.</param>
internal sealed record MeetingFacts(
    PartyMeetingKind Kind, DateOnly HeldOn, int Expected, int Present, bool IsByPartyGroups, string? Topic, string? Reference)
{
    /// <summary>The first day of its month.</summary>
    public DateOnly Month => new(HeldOn.Year, HeldOn.Month, 1);

    /// <summary>Writes the facts into the register's row, all but the number of a meeting by groups.</summary>
    public void WriteTo(Meeting meeting)
    {
        meeting.Kind = Kind;
        meeting.HeldOn = HeldOn;
        meeting.Expected = Expected;
        meeting.Present = Present;
        meeting.Topic = Topic;
        meeting.Reference = Reference;
    }
}
