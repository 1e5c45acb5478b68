using Modular.Kernel.Access;
using Modular.Kernel.GraphQL;
using Modular.ResidenceLiaison.Contracts;
using Modular.ResidenceLiaison.Data;

namespace Modular.ResidenceLiaison.Statistics;

internal sealed class YearFigureType : EntityType<YearFigure, LiaisonDbContext>
{
    protected override void Define(EntityTypeBuilder<YearFigure> figure)
    {
        figure.Name("ResidenceYearFigure").Requires(ResidenceLiaisonPermissions.Count);
        figure.Describe("What an organization reported of a year of residence liaison, or what was closed of it by the register (số liệu năm), for itself and all below it (RES-13).");
        figure.Field(f => f.Year, DataClass.Internal);
        figure.Field(f => f.Introduced, DataClass.Internal);
        figure.Field(f => f.Commended, DataClass.Internal);
        figure.Field(f => f.Warned, DataClass.Internal);
        figure.Field(f => f.Source, DataClass.Internal);
        figure.Reference("organization", "Organization", f => f.OrganizationId, "The organization.", DataClass.Internal);
        figure.Filter(f => f.Year);
        figure.Sortable("YEAR", f => f.Year).SortedBy("YEAR", descending: true);
    }
}

/// <summary>What was reported or closed, at organizations.</summary>
internal sealed class OrganizationYearFigures() : EntityTypeExtension("OrganizationResidenceLiaison")
{
    protected override void Define(EntityExtensionBuilder liaison) =>
        liaison.Connection<YearFigure>("yearFigures", f => f.OrganizationId, "What was reported or closed of years; the latest first.").IncludesSubtree();
}
