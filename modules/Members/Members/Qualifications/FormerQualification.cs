using Modular.Kernel.Access;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Provinces;
using Modular.Members.Contracts;
using Modular.Members.Data;
using Modular.Members.Memberships;
using Modular.Members.People;

namespace Modular.Members.Qualifications;

/// <summary>
/// Education and occupation of a member before they changed (trình độ, nghề nghiệp trước đây). The member's row tells what holds now; of a past day the first of these rows does that ends
/// behind it. What was missing or recorded wrongly never held, and leaves no row.
/// </summary>
internal sealed class FormerQualification : IMemberFact
{
    /// <inheritdoc />
    public ProvinceId ProvinceId { get; private set; }

    /// <inheritdoc />
    public Guid Id { get; init; }

    /// <inheritdoc />
    public Guid MemberId { get; init; }

    /// <summary>The first day on which something else held (đến trước ngày).</summary>
    public DateOnly Until { get; set; }

    /// <summary>General education (giáo dục phổ thông).</summary>
    public GeneralEducation? GeneralEducation { get; init; }

    /// <summary>Highest professional qualification (trình độ chuyên môn).</summary>
    public ProfessionalLevel? ProfessionalLevel { get; init; }

    /// <summary>Political theory (lý luận chính trị).</summary>
    public PoliticalTheory? PoliticalTheory { get; init; }

    /// <summary>Occupation (nghề nghiệp).</summary>
    public string? Occupation { get; init; }
}

internal sealed class FormerQualificationType : EntityType<FormerQualification, MembersDbContext>
{
    protected override void Define(EntityTypeBuilder<FormerQualification> former)
    {
        former.Name("FormerQualification").Requires(MembersPermissions.Read);
        former.Describe("Education and occupation of a member before they changed (trình độ, nghề nghiệp trước đây).");
        former.Field(row => row.Until, DataClass.Basic);
        former.Field(row => row.GeneralEducation, DataClass.Basic);
        former.Field(row => row.ProfessionalLevel, DataClass.Basic);
        former.Field(row => row.PoliticalTheory, DataClass.Basic);
        former.Field(row => row.Occupation, DataClass.Basic);
        former.Sortable("UNTIL", row => row.Until).SortedBy("UNTIL", descending: true);
    }
}

internal sealed class MemberFormerQualifications() : EntityTypeExtension("Member")
{
    protected override void Define(EntityExtensionBuilder member) => member.Children<FormerQualification>(
        "formerQualifications", row => row.MemberId, "Education and occupation before they changed, the latest first; statistics of past days count by them.");
}
