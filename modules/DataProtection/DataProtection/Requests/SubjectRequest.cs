using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Provinces;

namespace Modular.DataProtection.Requests;

/// <summary>A request of a data subject about their own data (yêu cầu của chủ thể dữ liệu), PD-08.</summary>
internal sealed class SubjectRequest : IProvinceOwned, IVersioned
{
    /// <inheritdoc />
    public ProvinceId ProvinceId { get; private set; }

    /// <summary>The identifier.</summary>
    public Guid Id { get; init; }

    /// <inheritdoc />
    public int Version { get; private set; }

    /// <summary>The person of the register whose data it is about.</summary>
    public Guid MemberId { get; init; }

    /// <summary>The cell to which the person belongs, or belonged last; an open request follows them.</summary>
    public Guid OrganizationId { get; set; }

    /// <summary>What is asked for.</summary>
    public SubjectRequestKind Kind { get; init; }

    /// <summary>How it came in.</summary>
    public SubjectRequestChannel Channel { get; init; }

    /// <summary>How far it has come.</summary>
    public SubjectRequestState State { get; private set; }

    /// <summary>What the requester wrote (nội dung yêu cầu).</summary>
    public string Content { get; init; } = "";

    /// <summary>Number and symbol of the paper, of a request that was handed in on paper.</summary>
    public string? PaperNumber { get; init; }

    /// <summary>Whether a processor or another third party has to act too, which gives more time (PD-09).</summary>
    public bool InvolvesThirdParty { get; private set; }

    /// <summary>The day on which it was received (ngày nhận), from which its deadlines count.</summary>
    public DateOnly ReceivedOn { get; init; }

    /// <summary>When it was entered in the register.</summary>
    public DateTimeOffset RecordedAt { get; init; }

    /// <summary>The last day on which the requester is told that it came in (PD-09).</summary>
    public DateOnly AcknowledgeDueOn { get; init; }

    /// <summary>The last day on which it is completed, extension included (PD-09).</summary>
    public DateOnly CompletionDueOn { get; private set; }

    /// <summary>When the requester was told that it came in.</summary>
    public DateTimeOffset? AcknowledgedAt { get; private set; }

    /// <summary>By how many days its time was extended; null where it was not.</summary>
    public int? ExtendedByDays { get; private set; }

    /// <summary>Why its time was extended.</summary>
    public string? ExtensionReason { get; private set; }

    /// <summary>When it was done or refused.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>What was done.</summary>
    public string? Result { get; private set; }

    /// <summary>On which ground it was refused.</summary>
    public RefusalGround? RefusalGround { get; private set; }

    /// <summary>What that ground is in this case.</summary>
    public string? RefusalReason { get; private set; }

    /// <summary>When a copy of the person's data was prepared to meet the request, the last time.</summary>
    public DateTimeOffset? CopyPreparedAt { get; private set; }

    /// <summary>Until when that copy may be fetched.</summary>
    public DateTimeOffset? CopyExpiresAt { get; private set; }

    /// <summary>Sets the last day, where nothing was extended yet.</summary>
    public void DueBy(DateOnly day, bool involvesThirdParty) => (CompletionDueOn, InvolvesThirdParty) = (day, involvesThirdParty);

    /// <summary>The requester was told that it came in.</summary>
    public void Acknowledge(DateTimeOffset now) => (State, AcknowledgedAt) = (SubjectRequestState.Acknowledged, now);

    /// <summary>Somebody works on it.</summary>
    public void Begin() => State = SubjectRequestState.InProgress;

    /// <summary>Its time was extended.</summary>
    public void Extend(int days, DateOnly dueOn, string reason) =>
        (State, ExtendedByDays, CompletionDueOn, ExtensionReason) = (SubjectRequestState.Extended, days, dueOn, reason);

    /// <summary>A copy of the person's data may be fetched for a while.</summary>
    public void PrepareCopy(DateTimeOffset now, DateTimeOffset expiresAt) => (CopyPreparedAt, CopyExpiresAt) = (now, expiresAt);

    /// <summary>What was asked for was done.</summary>
    public void Complete(DateTimeOffset now, string result) => (State, ClosedAt, Result) = (SubjectRequestState.Done, now, result);

    /// <summary>It was refused.</summary>
    public void Refuse(DateTimeOffset now, RefusalGround ground, string reason) =>
        (State, ClosedAt, RefusalGround, RefusalReason) = (SubjectRequestState.Refused, now, ground, reason);
}
