using Modular.Kernel.Access;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Provinces;
using Modular.Members.Contracts;
using Modular.Members.Data;
using Modular.Members.Memberships;

namespace Modular.Members.Praises;

/// <summary>Praise of a member by a Party organization (khen thưởng đảng viên), MEM-46.</summary>
internal sealed class Praise : IMemberFact
{
    /// <inheritdoc />
    public ProvinceId ProvinceId { get; private set; }

    /// <inheritdoc />
    public Guid Id { get; init; }

    /// <inheritdoc />
    public Guid MemberId { get; init; }

    /// <summary>The form.</summary>
    public PraiseForm Form { get; init; }

    /// <summary>The organization that praises.</summary>
    public Guid OrganizationId { get; init; }

    /// <summary>What for (thành tích).</summary>
    public string Achievement { get; init; } = "";

    /// <summary>The day of the decision, or of the meeting that praised.</summary>
    public DateOnly PraisedOn { get; init; }

    /// <summary>Number and symbol of the decision; a cell praises without one.</summary>
    public string? DecisionNumber { get; init; }
}

/// <summary>The forms of praise, and from which level on (MEM-46).</summary>
internal enum PraiseForm
{
    /// <summary>Praise (biểu dương), by a cell too.</summary>
    Praise,

    /// <summary>Certificate of merit (giấy khen), from the grassroots level on.</summary>
    CertificateOfMerit,

    /// <summary>The province's certificate of merit (bằng khen).</summary>
    ProvincialCertificateOfMerit,

    /// <summary>Flags and other forms of the province (cờ, hình thức khác).</summary>
    Other,
}

internal sealed class PraiseType : EntityType<Praise, MembersDbContext>
{
    protected override void Define(EntityTypeBuilder<Praise> praise)
    {
        praise.Name("Praise").Requires(MembersPermissions.Read);
        praise.Describe("Praise of a member by a Party organization (khen thưởng đảng viên).");
        praise.Field(p => p.Form, DataClass.Basic);
        praise.Reference("organization", "Organization", p => p.OrganizationId, "The organization that praises.");
        praise.Field(p => p.Achievement, DataClass.Basic);
        praise.Field(p => p.PraisedOn, DataClass.Basic);
        praise.Field(p => p.DecisionNumber, DataClass.Basic);
        praise.Sortable("PRAISED_ON", p => p.PraisedOn).SortedBy("PRAISED_ON", descending: true);
    }
}

internal sealed class MemberPraises() : EntityTypeExtension("Member")
{
    protected override void Define(EntityExtensionBuilder member) =>
        member.Children<Praise>("praises", p => p.MemberId, "Praise by Party organizations (khen thưởng), the newest first.");
}
