using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Provinces;
using Modular.Kernel.Texts;
using Modular.ResidenceLiaison.Introductions;

namespace Modular.ResidenceLiaison.Meetings;

/// <summary>That a member was summoned to a meeting, and whether they came.</summary>
internal sealed class Attendance : IProvinceOwned
{
    /// <inheritdoc />
    public ProvinceId ProvinceId { get; private set; }

    /// <summary>The identifier.</summary>
    public Guid Id { get; init; }

    /// <summary>The meeting.</summary>
    public Guid MeetingId { get; init; }

    /// <summary>The introduction by which the member belongs there.</summary>
    public Guid IntroductionId { get; init; }

    /// <summary>The member.</summary>
    public Guid MemberId { get; init; }

    /// <summary>The residential cell that meets.</summary>
    public Guid CellId { get; init; }

    /// <summary>The member's own cell.</summary>
    public Guid OwnCellId { get; init; }

    /// <summary>Full name, as the letter says it.</summary>
    public string FullName { get; init; } = "";

    /// <summary>What tells members of one household: their address without diacritics and case.</summary>
    public string? Household { get; init; }

    /// <summary>The day of the meeting, planned or held.</summary>
    public DateOnly MetOn { get; private set; }

    /// <summary>Whether the member came.</summary>
    public AttendanceKind Kind { get; private set; }

    /// <summary>Why the member was absent.</summary>
    public string? Reason { get; private set; }

    /// <summary>Who of the family came instead (RES-11).</summary>
    public string? RepresentedBy { get; private set; }

    /// <summary>Summons a member.</summary>
    public static Attendance Summon(Meeting meeting, Introduction introduction) => new()
    {
        Id = Guid.CreateVersion7(),
        MeetingId = meeting.Id,
        IntroductionId = introduction.Id,
        MemberId = introduction.MemberId,
        CellId = meeting.CellId,
        OwnCellId = introduction.CellId,
        FullName = introduction.FullName!,
        Household = introduction.Address is { } address ? VietnameseText.SearchKey($"{address} {introduction.Hamlet}") : null,
        MetOn = meeting.PlannedOn,
    };

    /// <summary>Whether the member came is known.</summary>
    public void Record(DateOnly on, AttendanceKind kind, string? reason, string? representedBy) =>
        (MetOn, Kind, Reason, RepresentedBy) = (on, kind, reason, representedBy);
}
