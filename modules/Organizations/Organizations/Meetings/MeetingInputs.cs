using Modular.GraphQL.CodeFirst;
using Modular.Kernel.Results;
using Modular.Organizations.Contracts;

namespace Modular.Organizations.Meetings;

/// <summary>Meetings that were held, of one organization or of many; all of them are recorded, or none.</summary>
internal sealed record RecordMeetingsInput
{
    /// <summary>How many can be recorded at once.</summary>
    public const int Most = 1000;

    /// <summary>The meetings, at most 1,000.</summary>
    public required IReadOnlyList<MeetingInput> Meetings { get; init; }
}

/// <summary>What is said of a meeting, whoever met.</summary>
internal record MeetingFactsInput
{
    /// <summary>What sort of meeting it was.</summary>
    public required PartyMeetingKind Kind { get; init; }

    /// <summary>The day on which it was held, not after today.</summary>
    public required DateOnly HeldOn { get; init; }

    /// <summary>How many were to attend (số phải dự họp).</summary>
    public required int Expected { get; init; }

    /// <summary>How many attended (số có mặt), not more than were to attend.</summary>
    public required int Present { get; init; }

    /// <summary>Whether the cell held its regular meeting by Party groups (sinh hoạt theo tổ đảng); in large cells a few times a year.</summary>
    public bool IsByPartyGroups { get; init; }

    /// <summary>What it was about (nội dung, chuyên đề).</summary>
    public string? Topic { get; init; }

    /// <summary>Number and symbol of its resolution or minutes (số nghị quyết, biên bản).</summary>
    public string? Reference { get; init; }

    /// <summary>Reads it, or says what is wrong with its form.</summary>
    public Result<MeetingFacts> Read(string path) => MeetingReading.Read(
        new MeetingFacts(Kind, HeldOn, Expected, Present, IsByPartyGroups, Topic, Reference), path);
}

/// <summary>A meeting that was held.</summary>
internal sealed record MeetingInput : MeetingFactsInput
{
    /// <summary>The organization that met.</summary>
    [ID("Organization")]
    public required Guid OrganizationId { get; init; }

    /// <summary>Whether its members met or its committee.</summary>
    public required MeetingBody Body { get; init; }
}

/// <summary>A meeting that was recorded wrongly, as it is to stand. Whose meeting it was is not changed: remove it, and record the right one.</summary>
internal sealed record CorrectMeetingInput : MeetingFactsInput
{
    /// <summary>The meeting.</summary>
    [ID("OrganizationMeeting")]
    public required Guid Id { get; init; }

    /// <summary>The version that the caller read.</summary>
    public required int ExpectedVersion { get; init; }

    /// <summary>Why it is corrected.</summary>
    public required string Reason { get; init; }
}

/// <summary>A meeting that was recorded by mistake.</summary>
internal sealed record RemoveMeetingInput
{
    /// <summary>The meeting.</summary>
    [ID("OrganizationMeeting")]
    public required Guid Id { get; init; }

    /// <summary>The version that the caller read.</summary>
    public required int ExpectedVersion { get; init; }

    /// <summary>Why it is removed.</summary>
    public required string Reason { get; init; }
}

/// <summary>Reads what was said of a meeting.</summary>
internal static class MeetingReading
{
    /// <summary>The greatest number that makes sense: more than the largest organization has members at one meeting.</summary>
    public const int MostPeople = 5000;

    public const int TopicLength = 300;

    public const int ReferenceLength = 100;

    public static Result<MeetingFacts> Read(MeetingFacts said, string path)
    {
        var topic = InputText.Optional(said.Topic, $"{path}.topic", TopicLength);
        var reference = InputText.Optional(said.Reference, $"{path}.reference", ReferenceLength);
        List<Problem> problems = [.. topic.Problems, .. reference.Problems];
        if (said.Expected is < 1 or > MostPeople)
            problems.Add(new NobodyWasToAttend(MostPeople) { Field = $"{path}.expected" });
        if (said.Present < 0 || said.Present > said.Expected)
            problems.Add(new MoreAttendedThanWereToAttend(said.Present, said.Expected) { Field = $"{path}.present" });
        return problems.Count > 0 ? problems : said with { Topic = topic.Value, Reference = reference.Value };
    }
}
