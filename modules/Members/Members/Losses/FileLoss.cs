using Modular.Kernel.Access;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Provinces;
using Modular.Members.Contracts;
using Modular.Members.Data;
using Modular.Members.Memberships;

namespace Modular.Members.Losses;

/// <summary>
/// The loss of a member's file, which is investigated and restored (mất hồ sơ đảng viên, MEM-06), or of an introduction paper on the way, which becomes void so that
/// another is issued (MEM-24).
/// </summary>
internal sealed class FileLoss : IMemberFact, IVersioned
{
    /// <inheritdoc />
    public ProvinceId ProvinceId { get; private set; }

    /// <inheritdoc />
    public Guid Id { get; init; }

    /// <inheritdoc />
    public int Version { get; private set; }

    /// <inheritdoc />
    public Guid MemberId { get; init; }

    /// <summary>What was lost.</summary>
    public LostThing Lost { get; init; }

    /// <summary>The transfer whose paper was lost.</summary>
    public Guid? TransferId { get; init; }

    /// <summary>The day of the loss (ngày mất).</summary>
    public DateOnly LostOn { get; init; }

    /// <summary>The day of the report (ngày báo mất).</summary>
    public DateOnly ReportedOn { get; init; }

    /// <summary>Where it was lost (nơi mất).</summary>
    public string Place { get; init; } = "";

    /// <summary>How it was lost (lý do mất).</summary>
    public string Reason { get; init; } = "";

    /// <summary>The police of the place that confirmed the loss (cơ quan công an xác nhận).</summary>
    public string? PoliceUnit { get; init; }

    /// <summary>The number of its confirmation.</summary>
    public string? PoliceNumber { get; init; }

    /// <summary>The day of its confirmation.</summary>
    public DateOnly? PoliceConfirmedOn { get; init; }

    /// <summary>The day on which the loss of a file had been investigated (ngày xác minh).</summary>
    public DateOnly? InvestigatedOn { get; private set; }

    /// <summary>What came of it (kết quả xác minh).</summary>
    public string? InvestigationResult { get; private set; }

    /// <summary>The day on which the file was restored (ngày khôi phục hồ sơ).</summary>
    public DateOnly? RestoredOn { get; private set; }

    /// <summary>From what it was restored, with the documents about it (tài liệu khôi phục).</summary>
    public string? Restoration { get; private set; }

    /// <summary>Notes the investigation.</summary>
    public void Investigate(DateOnly on, string result)
    {
        InvestigatedOn = on;
        InvestigationResult = result;
    }

    /// <summary>Notes that the file is there again.</summary>
    public void Restore(DateOnly on, string restoration)
    {
        RestoredOn = on;
        Restoration = restoration;
    }
}

/// <summary>What a member or an organization lost.</summary>
internal enum LostThing
{
    /// <summary>The member's file (hồ sơ đảng viên).</summary>
    File,

    /// <summary>The introduction paper of a transfer (giấy giới thiệu sinh hoạt đảng).</summary>
    IntroductionPaper,
}

internal sealed class FileLossType : EntityType<FileLoss, MembersDbContext>
{
    protected override void Define(EntityTypeBuilder<FileLoss> loss)
    {
        loss.Name("FileLoss").Requires(MembersPermissions.Read).IsNode();
        loss.Describe("The loss of a member's file or introduction paper, up to its restoration (mất hồ sơ, mất giấy giới thiệu).");
        loss.Field(l => l.Version, "Rises with every change; a change sends the version that was read.", DataClass.Internal);
        loss.Reference("member", "Member", l => l.MemberId, "The member.");
        loss.Field(l => l.Lost, DataClass.Basic);
        loss.Reference("transfer", "Transfer", l => l.TransferId, "The transfer whose paper was lost, and is void.");
        loss.Field(l => l.LostOn, DataClass.Basic);
        loss.Field(l => l.ReportedOn, DataClass.Basic);
        loss.Field(l => l.Place, DataClass.Basic);
        loss.Field(l => l.Reason, DataClass.Basic);
        loss.Field(l => l.PoliceUnit, DataClass.Basic);
        loss.Field(l => l.PoliceNumber, DataClass.Basic);
        loss.Field(l => l.PoliceConfirmedOn, DataClass.Basic);
        loss.Field(l => l.InvestigatedOn, DataClass.Basic);
        loss.Field(l => l.InvestigationResult, DataClass.Basic);
        loss.Field(l => l.RestoredOn, DataClass.Basic);
        loss.Field(l => l.Restoration, DataClass.Basic);
        loss.Sortable("REPORTED_ON", l => l.ReportedOn).SortedBy("REPORTED_ON", descending: true);
    }
}

internal sealed class MemberLosses() : EntityTypeExtension("Member")
{
    protected override void Define(EntityExtensionBuilder member) =>
        member.Children<FileLoss>("fileLosses", l => l.MemberId, "The losses of the member's file and papers (mất hồ sơ, mất giấy giới thiệu), the newest first.");
}
