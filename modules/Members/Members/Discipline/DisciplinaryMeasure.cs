using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Provinces;

namespace Modular.Members.Discipline;

/// <summary>A disciplinary measure against a member (kỷ luật đảng viên), with the vote on which it rests. Sensitive as such (PD-06).</summary>
internal sealed class DisciplinaryMeasure : IProvinceOwned, IVersioned
{
    /// <inheritdoc />
    public ProvinceId ProvinceId { get; private set; }

    /// <summary>The identifier.</summary>
    public Guid Id { get; init; }

    /// <inheritdoc />
    public int Version { get; private set; }

    /// <summary>The member.</summary>
    public Guid MemberId { get; init; }

    /// <summary>The member's cell, which decides who may see it; the database keeps it in step with the member.</summary>
    public Guid OrganizationId { get; init; }

    /// <summary>The form.</summary>
    public DisciplineForm Form { get; init; }

    /// <summary>The kind of fault.</summary>
    public DisciplineGround Ground { get; init; }

    /// <summary>The fault in short (nội dung vi phạm).</summary>
    public string Fault { get; init; } = "";

    /// <summary>The day on which the fault ended, from which limitation counts.</summary>
    public DateOnly FaultEndedOn { get; init; }

    /// <summary>The organization whose body decided.</summary>
    public Guid DecidedByOrganizationId { get; init; }

    /// <summary>How many official members, or members of the body, there are: the base of the vote.</summary>
    public int VoteBase { get; init; }

    /// <summary>How many of them voted for the measure.</summary>
    public int VotesInFavour { get; init; }

    /// <summary>The base of the cell's vote that proposed it, for an expulsion (REM-01).</summary>
    public int? ProposalBase { get; init; }

    /// <summary>How many of the cell voted for the proposal.</summary>
    public int? ProposalInFavour { get; init; }

    /// <summary>How the member was heard.</summary>
    public DisciplineHearing Hearing { get; init; }

    /// <summary>The day on which the body heard the member (ngày nghe ý kiến); null where it did not.</summary>
    public DateOnly? HeardOn { get; init; }

    /// <summary>The days on which a member who stayed away was invited (các lần mời).</summary>
    public DateOnly[] InvitedOn { get; init; } = [];

    /// <summary>What the member said, or how the member was invited, in short.</summary>
    public string? HearingNote { get; init; }

    /// <summary>The day on which the result of the vote was announced: the measure takes effect (MEM-52).</summary>
    public DateOnly AnnouncedOn { get; init; }

    /// <summary>The organization from whose committee the member was removed; null where it was from all posts, or no removal from post.</summary>
    public Guid? RemovedFromOrganizationId { get; init; }

    /// <summary>Number and symbol of the written decision, which follows the vote (số quyết định).</summary>
    public string? DecisionNumber { get; private set; }

    /// <summary>Date of the written decision.</summary>
    public DateOnly? DecidedOn { get; private set; }

    /// <summary>The day on which a complaint was received (khiếu nại kỷ luật).</summary>
    public DateOnly? ComplaintReceivedOn { get; private set; }

    /// <summary>The day on which it was settled.</summary>
    public DateOnly? ComplaintSettledOn { get; private set; }

    /// <summary>What the complaint came to.</summary>
    public ComplaintResult? ComplaintResult { get; private set; }

    /// <summary>Number and symbol of the decision on the complaint.</summary>
    public string? SettlementNumber { get; private set; }

    /// <summary>Notes the written decision.</summary>
    public void Write(string? number, DateOnly decidedOn)
    {
        DecisionNumber = number;
        DecidedOn = decidedOn;
    }

    /// <summary>Notes a complaint.</summary>
    public void Receive(DateOnly receivedOn) => ComplaintReceivedOn = receivedOn;

    /// <summary>Notes what the complaint came to.</summary>
    public void Settle(ComplaintResult result, DateOnly settledOn, string? number)
    {
        ComplaintResult = result;
        ComplaintSettledOn = settledOn;
        SettlementNumber = number;
    }
}

/// <summary>The forms of discipline of a member, the mildest first (MEM-50).</summary>
internal enum DisciplineForm
{
    /// <summary>Reprimand (khiển trách).</summary>
    Reprimand,

    /// <summary>Warning (cảnh cáo).</summary>
    Warning,

    /// <summary>Removal from post (cách chức), for those who hold one.</summary>
    RemovalFromPost,

    /// <summary>Expulsion (khai trừ).</summary>
    Expulsion,
}

/// <summary>What a fault is about; it decides whether the cell may answer it itself (MEM-51).</summary>
internal enum DisciplineGround
{
    /// <summary>The quality of a member: ethics, way of life (phẩm chất chính trị, đạo đức, lối sống).</summary>
    Quality,

    /// <summary>Party activities (sinh hoạt đảng).</summary>
    Activity,

    /// <summary>Tasks that the cell gave (nhiệm vụ do chi bộ giao).</summary>
    CellTask,

    /// <summary>The duties of a member (nhiệm vụ đảng viên).</summary>
    MemberDuty,

    /// <summary>Tasks that a superior committee gave (nhiệm vụ do cấp trên giao): the cell only proposes.</summary>
    TaskOfSuperior,

    /// <summary>A breach of law that a court or prosecutor follows (vi phạm pháp luật).</summary>
    Law,
}

/// <summary>How a member was heard before the vote (MEM-55).</summary>
internal enum DisciplineHearing
{
    /// <summary>The member spoke before the body (được nghe ý kiến).</summary>
    Heard,

    /// <summary>The member was invited several times and stayed away without reason.</summary>
    StayedAwayWithoutReason,

    /// <summary>The member is charged, detained or convicted, and was judged without being there (REM-05).</summary>
    DetainedOrCharged,
}

/// <summary>What keeps a member from being judged for the time being (MEM-54).</summary>
internal enum DisciplineHindrance
{
    /// <summary>Pregnant, or on maternity leave (mang thai, nghỉ thai sản).</summary>
    Pregnancy,

    /// <summary>Raising a child under twelve months (nuôi con dưới 12 tháng tuổi).</summary>
    ChildUnderTwelveMonths,

    /// <summary>Gravely ill in hospital (bệnh nặng đang điều trị nội trú).</summary>
    GraveIllness,
}

/// <summary>What a complaint came to.</summary>
internal enum ComplaintResult
{
    /// <summary>The measure stands (giữ nguyên).</summary>
    Dismissed,

    /// <summary>The measure was wrong and is lifted; whoever was expelled gets membership back (xóa kỷ luật, khôi phục).</summary>
    Upheld,
}
