using Modular.Kernel.Access;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Provinces;
using Modular.Members.Contracts;
using Modular.Members.Data;
using Modular.Members.Memberships;

namespace Modular.Members.Deaths;

/// <summary>The slip by which a grassroots organization reports upward, with the file, that a member died or left the Party (phiếu báo từ trần, phiếu báo ra khỏi Đảng), MEM-05.</summary>
internal sealed class DepartureSlip : IMemberFact, IVersioned
{
    /// <inheritdoc />
    public ProvinceId ProvinceId { get; private set; }

    /// <inheritdoc />
    public Guid Id { get; init; }

    /// <inheritdoc />
    public int Version { get; private set; }

    /// <inheritdoc />
    public Guid MemberId { get; init; }

    /// <summary>The day on which the member died or left.</summary>
    public DateOnly DepartedOn { get; init; }

    /// <summary>The status that the slip reports: deceased, expelled, removed or left.</summary>
    public MembershipStatus Status { get; init; }

    /// <summary>The day on which the slip was made (ngày lập phiếu).</summary>
    public DateOnly MadeOn { get; init; }

    /// <summary>The day on which it was sent up with the file; null while it is not.</summary>
    public DateOnly? SentOn { get; private set; }

    /// <summary>Notes that it was sent.</summary>
    public void Send(DateOnly sentOn) => SentOn = sentOn;
}

internal sealed class DepartureSlipType : EntityType<DepartureSlip, MembersDbContext>
{
    protected override void Define(EntityTypeBuilder<DepartureSlip> slip)
    {
        slip.Name("DepartureSlip").Requires(MembersPermissions.Read).IsNode();
        slip.Describe("The slip that reports a member's death or leaving upward (phiếu báo đảng viên từ trần, ra khỏi Đảng).");
        slip.Field(s => s.Version, "Rises with every change; a change sends the version that was read.", DataClass.Internal);
        slip.Reference("member", "Member", s => s.MemberId, "The member.");
        slip.Field(s => s.DepartedOn, DataClass.Basic);
        slip.Field(s => s.Status, DataClass.Basic);
        slip.Field(s => s.MadeOn, DataClass.Basic);
        slip.Field(s => s.SentOn, DataClass.Basic);
        slip.Sortable("MADE_ON", s => s.MadeOn).SortedBy("MADE_ON", descending: true);
    }
}

internal sealed class MemberSlips() : EntityTypeExtension("Member")
{
    protected override void Define(EntityExtensionBuilder member) =>
        member.Children<DepartureSlip>("departureSlips", s => s.MemberId, "The slips that reported the member's death or leaving upward, the newest first.");
}
