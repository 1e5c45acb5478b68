using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Provinces;
using Modular.Members.Forms;

namespace Modular.Members.Reports;

/// <summary>
/// A form of Party statistics as an organization closed it (báo cáo thống kê đã chốt), on its way to the superior. Definition and figures never change: what is corrected goes into another revision.
/// </summary>
internal sealed class StatisticsReport : IProvinceOwned, IVersioned
{
    /// <inheritdoc />
    public ProvinceId ProvinceId { get; private set; }

    /// <summary>The identifier.</summary>
    public Guid Id { get; init; }

    /// <inheritdoc />
    public int Version { get; private set; }

    /// <summary>The organization that reports, with all below it.</summary>
    public Guid OrganizationId { get; init; }

    /// <summary>The organization that receives it: the one directly above on the day of submission; null before, and for the province, whose reports go to the Centre.</summary>
    public Guid? ReceiverId { get; private set; }

    /// <summary>Which form.</summary>
    public StatisticsForm Form { get; init; }

    /// <summary>The first day of the period.</summary>
    public DateOnly FromDay { get; init; }

    /// <summary>The last day of the period.</summary>
    public DateOnly ToDay { get; init; }

    /// <summary>How often this form was closed for the period, from 1.</summary>
    public int Revision { get; init; }

    /// <summary>Whether no later revision is there.</summary>
    public bool IsCurrent { get; private set; }

    /// <summary>Where it stands.</summary>
    public ReportState State { get; private set; }

    /// <summary>The form's definition as JSON, as it was in force for the period when the report was closed.</summary>
    public required string Definition { get; init; }

    /// <summary>The figures as JSON.</summary>
    public required string Figures { get; init; }

    /// <summary>When it was closed (thời điểm chốt).</summary>
    public DateTimeOffset ClosedAt { get; init; }

    /// <summary>The account that closed it (người chốt).</summary>
    public required string ClosedBy { get; init; }

    /// <summary>The day of submission (ngày gửi).</summary>
    public DateOnly? SubmittedOn { get; private set; }

    /// <summary>The account that submitted it.</summary>
    public string? SubmittedBy { get; private set; }

    /// <summary>The day on which it was received or returned (ngày tiếp nhận, trả lại).</summary>
    public DateOnly? DecidedOn { get; private set; }

    /// <summary>The account that received or returned it.</summary>
    public string? DecidedBy { get; private set; }

    /// <summary>Why it was returned (lý do trả lại).</summary>
    public string? ReturnReason { get; private set; }

    /// <summary>Makes it the latest revision.</summary>
    public StatisticsReport AsCurrent()
    {
        IsCurrent = true;
        return this;
    }

    /// <summary>Notes that a later revision took its place.</summary>
    public void Supersede() => IsCurrent = false;

    /// <summary>Notes that it went to the superior.</summary>
    public void Submit(Guid? receiverId, DateOnly on, string by)
    {
        State = ReportState.Submitted;
        (ReceiverId, SubmittedOn, SubmittedBy) = (receiverId, on, by);
    }

    /// <summary>Notes that the superior received it.</summary>
    public void Receive(DateOnly on, string by)
    {
        State = ReportState.Received;
        (DecidedOn, DecidedBy) = (on, by);
    }

    /// <summary>Notes that the superior returned it.</summary>
    public void Return(DateOnly on, string by, string reason)
    {
        State = ReportState.Returned;
        (DecidedOn, DecidedBy, ReturnReason) = (on, by, reason);
    }
}

/// <summary>Where a report stands.</summary>
internal enum ReportState
{
    /// <summary>Closed (đã chốt số liệu), not submitted yet.</summary>
    Closed,

    /// <summary>Submitted to the superior (đã gửi cấp trên).</summary>
    Submitted,

    /// <summary>Received by the superior (đã tiếp nhận).</summary>
    Received,

    /// <summary>Returned by the superior (trả lại để hoàn thiện).</summary>
    Returned,
}
