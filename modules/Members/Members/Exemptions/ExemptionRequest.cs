using Modular.Kernel.Access;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Provinces;
using Modular.Members.Contracts;
using Modular.Members.Data;
using Modular.Members.Memberships;

namespace Modular.Members.Exemptions;

/// <summary>
/// A member's request to be exempted from work and activities (xin miễn công tác và sinh hoạt đảng), MEM-40, MEM-41. The exemption itself is the flag, which the cell's decision sets.
/// </summary>
internal sealed class ExemptionRequest : IMemberFact, IVersioned
{
    /// <inheritdoc />
    public ProvinceId ProvinceId { get; private set; }

    /// <inheritdoc />
    public Guid Id { get; init; }

    /// <inheritdoc />
    public int Version { get; private set; }

    /// <inheritdoc />
    public Guid MemberId { get; init; }

    /// <summary>The ground.</summary>
    public ExemptionGround Ground { get; init; }

    /// <summary>The day on which the member asked (ngày đề nghị).</summary>
    public DateOnly RequestedOn { get; init; }

    /// <summary>Whether it was asked orally.</summary>
    public bool IsOral { get; init; }

    /// <summary>What was said of it.</summary>
    public string? Reason { get; init; }

    /// <summary>Where it stands.</summary>
    public ExemptionState State { get; private set; }

    /// <summary>The day of the cell's resolution.</summary>
    public DateOnly? DecidedOn { get; private set; }

    /// <summary>Number and symbol of the cell's resolution.</summary>
    public string? DecisionNumber { get; private set; }

    /// <summary>The day on which the cell reported its decision upward.</summary>
    public DateOnly? ReportedOn { get; private set; }

    /// <summary>Notes what the cell decided.</summary>
    public void Decide(bool isGranted, DateOnly decidedOn, string? number)
    {
        State = isGranted ? ExemptionState.Granted : ExemptionState.Refused;
        DecidedOn = decidedOn;
        DecisionNumber = number;
    }

    /// <summary>Notes that it was reported.</summary>
    public void Report(DateOnly reportedOn) => ReportedOn = reportedOn;
}

/// <summary>Why a member asks to be exempted.</summary>
internal enum ExemptionGround
{
    /// <summary>Old or weak (tuổi cao, sức yếu), MEM-40: without an end.</summary>
    OldOrWeak,

    /// <summary>Long or distant medical treatment (điều trị bệnh dài ngày, ở xa).</summary>
    MedicalTreatment,

    /// <summary>Alone abroad on duty or privately (đi nước ngoài đơn lẻ).</summary>
    AloneAbroad,

    /// <summary>Lone work far from any Party organization (làm việc đơn lẻ, xa tổ chức đảng).</summary>
    LoneWork,

    /// <summary>Itinerant or unstable work for less than a year (việc làm lưu động, không ổn định).</summary>
    ItinerantWork,

    /// <summary>Maternity leave (nghỉ thai sản).</summary>
    Maternity,
}

/// <summary>Where a request stands.</summary>
internal enum ExemptionState
{
    /// <summary>Asked (đã đề nghị).</summary>
    Requested,

    /// <summary>Granted by the cell (đồng ý).</summary>
    Granted,

    /// <summary>Refused by the cell (không đồng ý).</summary>
    Refused,
}

internal sealed class ExemptionRequestType : EntityType<ExemptionRequest, MembersDbContext>
{
    protected override void Define(EntityTypeBuilder<ExemptionRequest> request)
    {
        request.Name("ExemptionRequest").Requires(MembersPermissions.Read).IsNode();
        request.Describe("A request to be exempted from work and activities (xin miễn công tác và sinh hoạt đảng).");
        request.Field(r => r.Version, "Rises with every change; a change sends the version that was read.", DataClass.Internal);
        request.Reference("member", "Member", r => r.MemberId, "The member.");
        request.Field(r => r.Ground, DataClass.Sensitive).Requires(MembersPermissions.ReadSensitive);
        request.Field(r => r.RequestedOn, DataClass.Basic);
        request.Field(r => r.IsOral, DataClass.Basic);
        request.Field(r => r.Reason, DataClass.Sensitive).Requires(MembersPermissions.ReadSensitive);
        request.Field(r => r.State, DataClass.Basic);
        request.Field(r => r.DecidedOn, DataClass.Basic);
        request.Field(r => r.DecisionNumber, DataClass.Basic);
        request.Field(r => r.ReportedOn, DataClass.Basic);
        request.Sortable("REQUESTED_ON", r => r.RequestedOn).SortedBy("REQUESTED_ON", descending: true);
    }
}

internal sealed class MemberExemptions() : EntityTypeExtension("Member")
{
    protected override void Define(EntityExtensionBuilder member) =>
        member.Children<ExemptionRequest>("exemptionRequests", r => r.MemberId, "The requests to be exempted from work and activities, the newest first.");
}
