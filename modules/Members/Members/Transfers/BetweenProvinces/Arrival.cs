using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Provinces;

namespace Modular.Members.Transfers.BetweenProvinces;

/// <summary>
/// An introduction paper that came from another province of the same deployment, with what it says (giấy giới thiệu từ tỉnh khác đến). The member comes into being here only by
/// acceptance; the file stays sealed until then.
/// </summary>
internal sealed class Arrival : IProvinceOwned, IVersioned
{
    private Arrival()
    {
    }

    /// <inheritdoc />
    public ProvinceId ProvinceId { get; private set; }

    /// <summary>The identifier, that of the transfer in the other province.</summary>
    public Guid Id { get; private set; }

    /// <inheritdoc />
    public int Version { get; private set; }

    /// <summary>How far it has come (tình trạng).</summary>
    public ArrivalState State { get; private set; }

    /// <summary>The official name of the province that it comes from (tỉnh chuyển đi).</summary>
    public string FromProvince { get; private set; } = "";

    /// <summary>The cell that the member leaves (nơi đi).</summary>
    public string OriginName { get; private set; } = "";

    /// <summary>The committee that introduced out (nơi giới thiệu).</summary>
    public string IntroducedBy { get; private set; } = "";

    /// <summary>Its number there, as <c>12/2026</c>.</summary>
    public string? PaperNumber { get; private set; }

    /// <summary>To whom the paper is addressed, in the sender's words (kính gửi).</summary>
    public string DestinationName { get; private set; } = "";

    /// <summary>The organization whose turn it is: the one that the paper names by its code, or to which it was directed; until then the province's own.</summary>
    public Guid? ReceiverId { get; private set; }

    /// <summary>What made the transfer necessary (lý do).</summary>
    public TransferCause Cause { get; private set; }

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
    public DateOnly? DuesPaidThrough { get; private set; }

    /// <summary>The number of the dossier on the National Public Service Portal (mã hồ sơ trên Cổng Dịch vụ công quốc gia), MEM-33, as the paper says it.</summary>
    public string? PortalReference { get; private set; }

    /// <summary>The day on which the last introducing committee signed (ngày giới thiệu đi).</summary>
    public DateOnly IntroducedOn { get; private set; }

    /// <summary>The last day on which the member is to present the paper (MEM-21).</summary>
    public DateOnly PresentBy { get; private set; }

    /// <summary>The first day on which the member may be taken in: nobody is in two cells on a day.</summary>
    public DateOnly EarliestOn { get; private set; }

    /// <summary>Why the paper was presented later.</summary>
    public string? PresentLateReason { get; private set; }

    /// <summary>The member, once taken in.</summary>
    public Guid? MemberId { get; private set; }

    /// <summary>The cell that took the member in (chi bộ tiếp nhận).</summary>
    public Guid? CellId { get; private set; }

    /// <summary>The first day there.</summary>
    public DateOnly? AcceptedOn { get; private set; }

    /// <summary>Who signed for the cell.</summary>
    public string? SignedBy { get; private set; }

    /// <summary>The day on which it was returned or taken back.</summary>
    public DateOnly? ClosedOn { get; private set; }

    /// <summary>Why it was returned.</summary>
    public string? ClosingReason { get; private set; }

    /// <summary>A paper that arrives.</summary>
    public static Arrival Of(Guid letterId, string fromProvince, PaperWords paper, Guid? receiverId) => new()
    {
        Id = letterId,
        State = ArrivalState.Arrived,
        FromProvince = fromProvince,
        OriginName = paper.OriginName,
        IntroducedBy = paper.IntroducedBy,
        PaperNumber = paper.PaperNumber,
        DestinationName = paper.DestinationName,
        ReceiverId = receiverId,
        Cause = paper.Cause,
        FullName = paper.FullName,
        BirthDate = paper.BirthDate,
        JoinedOn = paper.JoinedOn,
        OfficialOn = paper.OfficialOn,
        CardNumber = paper.CardNumber,
        CvNumber = paper.CvNumber,
        DuesPaidThrough = paper.DuesPaidThrough,
        PortalReference = paper.PortalReference,
        IntroducedOn = paper.IntroducedOn,
        PresentBy = paper.PresentBy,
        EarliestOn = paper.EarliestOn,
    };

    /// <summary>It is another organization's turn.</summary>
    public void Direct(Guid receiverId) => ReceiverId = receiverId;

    /// <summary>The member is taken in.</summary>
    public void Accept(Guid memberId, Guid cellId, DateOnly on, string? signedBy, string? lateReason)
    {
        State = ArrivalState.Accepted;
        MemberId = memberId;
        CellId = cellId;
        ReceiverId = cellId;
        AcceptedOn = on;
        SignedBy = signedBy;
        PresentLateReason = lateReason;
    }

    /// <summary>It is returned, or the sender took it back.</summary>
    public void Close(ArrivalState state, DateOnly on, string? reason)
    {
        State = state;
        ClosedOn = on;
        ClosingReason = reason;
    }
}

/// <summary>How far a paper from another province has come.</summary>
internal enum ArrivalState
{
    /// <summary>It awaits acceptance.</summary>
    Arrived,

    /// <summary>The member was taken in.</summary>
    Accepted,

    /// <summary>It was sent back with its reason.</summary>
    Returned,

    /// <summary>The sending province took it back.</summary>
    Recalled,
}
