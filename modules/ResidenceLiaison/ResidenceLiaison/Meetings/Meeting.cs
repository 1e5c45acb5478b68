using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Provinces;

namespace Modular.ResidenceLiaison.Meetings;

/// <summary>A meeting of a residential cell with the working members who keep contact with it (họp chi bộ với đảng viên 213), RES-04.</summary>
internal sealed class Meeting : IProvinceOwned, IVersioned
{
    /// <inheritdoc />
    public ProvinceId ProvinceId { get; private set; }

    /// <summary>The identifier.</summary>
    public Guid Id { get; init; }

    /// <inheritdoc />
    public int Version { get; private set; }

    /// <summary>The residential cell.</summary>
    public Guid CellId { get; init; }

    /// <summary>The year.</summary>
    public int Year { get; init; }

    /// <summary>The part of the year.</summary>
    public MeetingPeriod Period { get; init; }

    /// <summary>How far it has come.</summary>
    public MeetingState State { get; private set; }

    /// <summary>The day on which it is to be held.</summary>
    public DateOnly PlannedOn { get; init; }

    /// <summary>Where.</summary>
    public string? Place { get; init; }

    /// <summary>What it is about (nội dung).</summary>
    public string Agenda { get; init; } = "";

    /// <summary>The papers that were sent with the invitation (tài liệu).</summary>
    public string? Papers { get; private set; }

    /// <summary>The day on which the members were summoned.</summary>
    public DateOnly? InvitedOn { get; private set; }

    /// <summary>The day on which it was held.</summary>
    public DateOnly? HeldOn { get; private set; }

    /// <summary>What was said and concluded (biên bản).</summary>
    public string? Minutes { get; private set; }

    /// <summary>Why it was not held.</summary>
    public string? CancellationReason { get; private set; }

    /// <summary>How many of a hundred made a quorum on that day; 0 where none was asked for.</summary>
    public int? QuorumPercent { get; private set; }

    /// <summary>How many were summoned (số đảng viên được mời).</summary>
    public int Expected { get; private set; }

    /// <summary>How many came in person (có mặt).</summary>
    public int Present { get; private set; }

    /// <summary>How many were absent with a reason (vắng có lý do).</summary>
    public int AbsentWithReason { get; private set; }

    /// <summary>How many were absent without a reason (vắng không có lý do).</summary>
    public int AbsentWithoutReason { get; private set; }

    /// <summary>For how many somebody of the family came, who are absent (người nhà đi thay), RES-11.</summary>
    public int Represented { get; private set; }

    /// <summary>The members were summoned.</summary>
    public void Invite(DateOnly on, string? papers, int expected) =>
        (State, InvitedOn, Papers, Expected) = (MeetingState.Invited, on, papers, expected);

    /// <summary>It was held; the attendances say who came.</summary>
    public void Hold(DateOnly on, string? minutes, int quorumPercent, IReadOnlyCollection<Attendance> attendances)
    {
        (State, HeldOn, Minutes, QuorumPercent, Expected) = (MeetingState.Held, on, minutes, quorumPercent, attendances.Count);
        (Present, AbsentWithReason) = (Count(AttendanceKind.Present), Count(AttendanceKind.AbsentWithReason));
        (AbsentWithoutReason, Represented) = (Count(AttendanceKind.AbsentWithoutReason), Count(AttendanceKind.Represented));

        int Count(AttendanceKind kind) => attendances.Count(attendance => attendance.Kind == kind);
    }

    /// <summary>It is not held.</summary>
    public void Cancel(string reason) => (State, CancellationReason) = (MeetingState.Cancelled, reason);
}
