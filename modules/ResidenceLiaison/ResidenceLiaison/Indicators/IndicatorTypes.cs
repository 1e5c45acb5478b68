using Modular.Kernel.Access;
using Modular.Kernel.GraphQL;
using Modular.ResidenceLiaison.Contracts;
using Modular.ResidenceLiaison.Data;

namespace Modular.ResidenceLiaison.Indicators;

internal sealed class IndicatorType : EntityType<Indicator, LiaisonDbContext>
{
    protected override void Define(EntityTypeBuilder<Indicator> indicator)
    {
        indicator.Name("ResidenceIndicator").Requires(ResidenceLiaisonPermissions.ReadIndicators).IsNode();
        indicator.Describe("That something about the comments or meetings of a residential cell is worth a look (dấu hiệu cần xem xét): a lead with its figures, never a verdict.");
        indicator.Field(i => i.Version, "Rises with every change; a change sends the version that was read.", DataClass.Internal);
        indicator.Field(i => i.Year, DataClass.Internal);
        indicator.Field(i => i.Kind, DataClass.Internal);
        indicator.Field(i => i.FromYear, DataClass.Internal);
        indicator.Field(i => i.Found, DataClass.Internal);
        indicator.Field(i => i.OutOf, DataClass.Internal);
        indicator.Field(i => i.FoundOn, DataClass.Internal);
        indicator.Field(i => i.LookedOn, DataClass.Internal);
        indicator.Field(i => i.State, DataClass.Internal);
        indicator.Field(i => i.ClosedOn, DataClass.Internal);
        indicator.Field(i => i.ClosingNote, DataClass.Basic);
        indicator.Reference("cell", "Organization", i => i.CellId, "The residential cell.", DataClass.Internal);
        indicator.Connection<IndicatorEvidence>("evidence", e => e.IndicatorId, "The comments that show it, those that show it most first; of meetings and of uniform levels the figures are the evidence.");
        indicator.FilterByOrganization("cell", "Those of a cell, or of all cells of an organization.", i => i.CellId)
            .Filter(i => i.Year).Filter(i => i.Kind).Filter(i => i.State).Filter(i => i.FoundOn);
        indicator.Sortable("YEAR", i => i.Year).SortedBy("YEAR", descending: true);
    }
}

internal sealed class IndicatorEvidenceType : EntityType<IndicatorEvidence, LiaisonDbContext>
{
    protected override void Define(EntityTypeBuilder<IndicatorEvidence> evidence)
    {
        evidence.Name("ResidenceIndicatorEvidence").Requires(ResidenceLiaisonPermissions.ReadIndicators);
        evidence.Describe("A comment by which an indicator was found.");
        evidence.Field(e => e.Percent, DataClass.Basic);
        evidence.Field(e => e.Level, DataClass.Basic).Requires(ResidenceLiaisonPermissions.ReadComments);
        evidence.Field(e => e.WorkplaceRating, DataClass.Sensitive).Requires(ResidenceLiaisonPermissions.ReadWorkplaceRatings);
        evidence.Reference("request", "ResidenceCommentRequest", e => e.RequestId, "The request that the comment answers, for whoever may see it.");
        evidence.Sortable("SHOWN", e => e.Id).SortedBy("SHOWN");
    }
}

internal sealed class IndicatorQueries : QueryFields
{
    protected override void Define(QueryBuilder query)
    {
        query.ById<Indicator>("residenceIndicator", "One indicator about a residential cell.");
        query.Connection<Indicator>("residenceIndicators", "What is worth a look about the comments and meetings of residential cells where the user may look.");
    }
}

/// <summary>What indicators add to what the module knows of an organization.</summary>
internal sealed class OrganizationIndicators() : EntityTypeExtension("OrganizationResidenceLiaison")
{
    protected override void Define(EntityExtensionBuilder liaison) =>
        liaison.Connection<Indicator>("indicators", i => i.CellId, "What is worth a look about the comments and meetings of the cell (dấu hiệu cần xem xét).").IncludesSubtree();
}
