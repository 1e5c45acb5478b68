using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Provinces;
using Modular.Members.People;

namespace Modular.Members.Transfers;

/// <summary>
/// A transfer of Party activities (chuyển sinh hoạt đảng) of one member, with what its introduction paper says. The receiving side sees it, and
/// so no more of the member than the paper tells, from the day on which the paper is complete.
/// </summary>
internal sealed class Transfer : IProvinceOwned, IVersioned
{
    private Transfer()
    {
    }

    /// <inheritdoc />
    public ProvinceId ProvinceId { get; private set; }

    /// <summary>The identifier.</summary>
    public Guid Id { get; private set; }

    /// <inheritdoc />
    public int Version { get; private set; }

    /// <summary>The member.</summary>
    public Guid MemberId { get; private set; }

    /// <summary>What kind of transfer it is (loại hình chuyển sinh hoạt).</summary>
    public TransferKind Kind { get; private set; }

    /// <summary>How far it has come (tình trạng).</summary>
    public TransferState State { get; private set; }

    /// <summary>The same for all members who were named in one request (chuyển theo danh sách).</summary>
    public Guid ListId { get; private set; }

    /// <summary>What made it necessary (lý do).</summary>
    public TransferCause Cause { get; private set; }

    /// <summary>The day on which the decision took effect or the change happened, from which 60 working days count (MEM-20).</summary>
    public DateOnly ChangedOn { get; private set; }

    /// <summary>The day on which the procedure was started.</summary>
    public DateOnly RequestedOn { get; private set; }

    /// <summary>The last day on which it was to be started (MEM-20).</summary>
    public DateOnly StartBy { get; private set; }

    /// <summary>Why it was started later.</summary>
    public string? StartLateReason { get; private set; }

    /// <summary>Number and symbol of the decision or paper on the move (MEM-23).</summary>
    public string? DecisionNumber { get; private set; }

    /// <summary>Its date.</summary>
    public DateOnly? DecidedOn { get; private set; }

    /// <summary>Who decided.</summary>
    public string? DecidedBy { get; private set; }

    /// <summary>The year of the self-review (bản tự kiểm điểm) in the dossier (MEM-23).</summary>
    public int? SelfReviewYear { get; private set; }

    /// <summary>The number of the dossier on the National Public Service Portal (mã hồ sơ trên Cổng Dịch vụ công quốc gia), where the member asked there (MEM-33).</summary>
    public string? PortalReference { get; private set; }

    /// <summary>The cell that the member leaves, or left (nơi đi).</summary>
    public Guid OriginId { get; private set; }

    /// <summary>The cell or committee to which the member is introduced (nơi đến); null where it lies outside of the province's register.</summary>
    public Guid? DestinationId { get; private set; }

    /// <summary>The committee outside of the province's register to which the member is introduced.</summary>
    public string? DestinationName { get; private set; }

    /// <summary>The province of this deployment to which the paper goes, where it is another one.</summary>
    public ProvinceId? DestinationProvinceId { get; private set; }

    /// <summary>The code of the receiving organization there, where the origin knows it.</summary>
    public string? DestinationCode { get; private set; }

    /// <summary>The destination, from the day on which the paper is complete: who reaches it sees the transfer.</summary>
    public Guid? ReceiverId { get; private set; }

    /// <summary>Full name (họ và tên), as the paper says it.</summary>
    public string FullName { get; private set; } = "";

    /// <summary>Birth date (ngày sinh), as the paper says it.</summary>
    public DateOnly BirthDate { get; private set; }

    /// <summary>Date of joining (ngày vào Đảng), as the paper says it.</summary>
    public DateOnly? JoinedOn { get; private set; }

    /// <summary>Official date (ngày chính thức), as the paper says it; null for a probationary member.</summary>
    public DateOnly? OfficialOn { get; private set; }

    /// <summary>Number of the Party card (số thẻ đảng viên), as the paper says it.</summary>
    public string? CardNumber { get; private set; }

    /// <summary>CV number (số lý lịch), as the paper says it.</summary>
    public string? CvNumber { get; private set; }

    /// <summary>The first day of the last month for which dues are paid (đã đóng đảng phí đến hết tháng), MEM-25.</summary>
    public DateOnly? DuesPaidThrough { get; set; }

    /// <summary>The day on which the last introducing committee signed (ngày giới thiệu đi).</summary>
    public DateOnly? IntroducedOn { get; private set; }

    /// <summary>The last day on which the member is to present the paper (MEM-21).</summary>
    public DateOnly? PresentBy { get; private set; }

    /// <summary>Why the paper was presented later.</summary>
    public string? PresentLateReason { get; private set; }

    /// <summary>The cell that took the member in (chi bộ tiếp nhận).</summary>
    public Guid? CellId { get; private set; }

    /// <summary>The first day there.</summary>
    public DateOnly? AcceptedOn { get; private set; }

    /// <summary>The cell of another province that took the member in, by its name there.</summary>
    public string? AcceptedBy { get; private set; }

    /// <summary>The planned last day of a temporary transfer, with its extensions (MEM-28, MEM-29).</summary>
    public DateOnly? TemporaryUntil { get; set; }

    /// <summary>The day on which it was returned, withdrawn, or lapsed, or the first day back home from a temporary one.</summary>
    public DateOnly? ClosedOn { get; private set; }

    /// <summary>Why.</summary>
    public string? ClosingReason { get; private set; }

    /// <summary>The day on which it was reported that the paper was not presented within 3 months (MEM-04).</summary>
    public DateOnly? ReportedOn { get; private set; }

    /// <summary>What was reported.</summary>
    public string? Report { get; private set; }

    /// <summary>Whether the destination is a cell, which takes the member in itself.</summary>
    public bool DestinationIsCell { get; private set; }

    /// <summary>Whether the member leaves the province's register.</summary>
    public bool LeavesTheProvince => DestinationId is null && Kind != TransferKind.Temporary;

    /// <summary>Whether the paper lies in another province of this deployment, which may take the member in at any moment.</summary>
    public bool IsOnTheWayToAnotherProvince => DestinationProvinceId is not null && State == TransferState.Introduced;

    /// <summary>Starts a transfer; all rules were checked.</summary>
    public static Transfer Request(Member member, RequestTransfersInput input, TransferStart start) => new()
    {
        Id = Guid.CreateVersion7(),
        MemberId = member.Id,
        Kind = input.Kind,
        State = TransferState.Requested,
        ListId = start.ListId,
        Cause = input.Cause,
        ChangedOn = input.ChangedOn,
        RequestedOn = start.On,
        StartBy = start.StartBy,
        StartLateReason = Wording.Clean(input.LateReason),
        DecisionNumber = Wording.Clean(input.Decision?.Number),
        DecidedOn = input.Decision?.DecidedOn,
        DecidedBy = Wording.Clean(input.Decision?.Authority),
        SelfReviewYear = input.SelfReviewYear,
        PortalReference = Wording.Clean(input.PortalReference),
        OriginId = member.OrganizationId,
        DestinationId = input.DestinationId,
        DestinationName = Wording.Clean(input.DestinationName) ?? start.DestinationProvince?.VietnameseName,
        DestinationProvinceId = start.DestinationProvince?.Id,
        DestinationCode = Wording.Clean(input.DestinationCode),
        DestinationIsCell = start.DestinationIsCell,
        FullName = member.FullName,
        BirthDate = member.BirthDate,
        JoinedOn = member.JoinedOn,
        OfficialOn = member.OfficialOn,
        CardNumber = member.CardNumber,
        CvNumber = member.CvNumber,
        TemporaryUntil = input.TemporaryUntil,
    };

    /// <summary>The last introducing committee has signed.</summary>
    public void Introduce(DateOnly on, DateOnly presentBy)
    {
        State = TransferState.Introduced;
        IntroducedOn = on;
        PresentBy = presentBy;
        ReceiverId = DestinationId;
    }

    /// <summary>A receiving committee has signed.</summary>
    public void Receive() => State = TransferState.Received;

    /// <summary>The member is taken in.</summary>
    public void Accept(Guid? cellId, DateOnly on, string? lateReason)
    {
        State = TransferState.Accepted;
        CellId = cellId;
        AcceptedOn = on;
        PresentLateReason = lateReason;
        // Whoever reaches the cell needs the transfer as well as the committee above that was named.
        ReceiverId = cellId ?? ReceiverId;
    }

    /// <summary>A cell of another province took the member in.</summary>
    public void AcceptElsewhere(string by, DateOnly on, string? lateReason)
    {
        Accept(null, on, lateReason);
        AcceptedBy = by;
    }

    /// <summary>A reorganization moved the member to another cell meanwhile.</summary>
    public void LeaveFrom(Guid cellId) => OriginId = cellId;

    /// <summary>Another organization took the place of the one that is to take the member in, or in which the member stays for a time.</summary>
    public void GoTo(Guid predecessor, Guid successor)
    {
        DestinationId = DestinationId == predecessor ? successor : DestinationId;
        ReceiverId = ReceiverId == predecessor ? successor : ReceiverId;
        CellId = CellId == predecessor ? successor : CellId;
    }

    /// <summary>It comes to an end otherwise.</summary>
    public void Close(TransferState state, DateOnly on, string? reason)
    {
        State = state;
        ClosedOn = on;
        ClosingReason = reason;
    }

    /// <summary>It was reported as overdue.</summary>
    public void Tell(DateOnly on, string report)
    {
        ReportedOn = on;
        Report = report;
    }
}

/// <summary>What all transfers of one request have in common besides the input.</summary>
/// <param name="ListId">What ties them together.</param>
/// <param name="On">The day of the request.</param>
/// <param name="StartBy">The last day on which it was in time.</param>
/// <param name="DestinationIsCell">Whether the destination is a cell.</param>
/// <param name="DestinationProvince">The other province of this deployment to which the paper goes.</param>
internal sealed record TransferStart(Guid ListId, DateOnly On, DateOnly StartBy, bool DestinationIsCell, Province? DestinationProvince);
