using Modular.Kernel.Access;
using Modular.Kernel.GraphQL;
using Modular.Members.Contracts;
using Modular.Members.Data;

namespace Modular.Members.Cards.Numbers;

internal sealed class CvNumberRangeType : EntityType<CvNumberRange, MembersDbContext>
{
    protected override void Define(EntityTypeBuilder<CvNumberRange> range)
    {
        range.Name("CvNumberRange").Requires(MembersPermissions.IssueCards);
        range.Describe("A stretch of CV numbers that was assigned to an organization (dải số lý lịch).");
        range.Reference("organization", "Organization", r => r.OrganizationId, "The organization whose members receive the numbers.");
        range.Field(r => r.Letters, DataClass.Internal);
        range.Field(r => r.First, DataClass.Internal);
        range.Field(r => r.Last, DataClass.Internal);
        range.Field(r => r.LastGiven, DataClass.Internal);
        range.Field(r => r.DecisionNumber, DataClass.Internal);
        range.Field(r => r.DecidedOn, DataClass.Internal);
        range.FilterByOrganization("organization", "Those of an organization, or of all organizations below one.", r => r.OrganizationId).Filter(r => r.Letters);
        range.Sortable("FIRST", r => r.Letters, r => r.First).SortedBy("FIRST");
    }
}

internal sealed class CvNumberRangeQueries : QueryFields
{
    protected override void Define(QueryBuilder query) =>
        query.Connection<CvNumberRange>("cvNumberRanges", "The ranges of CV numbers that were assigned (các dải số lý lịch đã phân bổ).");
}
