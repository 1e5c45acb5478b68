using Modular.DataProtection.Contracts;
using Modular.DataProtection.Data;
using Modular.Kernel.Access;
using Modular.Kernel.GraphQL;

namespace Modular.DataProtection.Breaches;

internal sealed class BreachType : EntityType<Breach, DataProtectionDbContext>
{
    protected override void Define(EntityTypeBuilder<Breach> breach)
    {
        breach.Name("Breach").Requires(DataProtectionPermissions.ReadBreaches).IsNode();
        breach.Describe("A breach of the protection of personal data (vi phạm quy định về bảo vệ dữ liệu cá nhân), PD-11. Its texts name no person.");

        breach.Field(b => b.Version, "Rises with every change; a change sends the version that was read.", DataClass.Internal);
        breach.Field(b => b.State, DataClass.Internal);
        breach.Field(b => b.DetectedAt, DataClass.Internal);
        breach.Field(b => b.RecordedAt, DataClass.Internal);
        breach.Field(b => b.ReportDueAt, DataClass.Internal);
        breach.Field(b => b.Description, DataClass.Internal);
        breach.Field(b => b.DataKinds, DataClass.Internal);
        breach.Field(b => b.InvolvesSensitiveData, DataClass.Internal);
        breach.Field(b => b.PersonsAffected, DataClass.Internal);
        breach.Field(b => b.Risk, DataClass.Internal);
        breach.Field(b => b.Measures, DataClass.Internal);
        breach.Field(b => b.AssessedAt, DataClass.Internal);
        breach.Field(b => b.Authority, DataClass.Internal);
        breach.Field(b => b.AuthorityReference, DataClass.Internal);
        breach.Field(b => b.AuthorityNotifiedAt, DataClass.Internal);
        breach.Field(b => b.LateReason, DataClass.Internal);
        breach.Field(b => b.SubjectsNotifiedAt, DataClass.Internal);
        breach.Field(b => b.SubjectsNotifiedHow, DataClass.Internal);
        breach.Field(b => b.ClosedAt, DataClass.Internal);
        breach.Field(b => b.Conclusion, DataClass.Internal);
        breach.Reference("organization", "Organization", b => b.OrganizationId, "The organization that answers for the data.", DataClass.Internal);

        breach
            .FilterByOrganization("organization", "Those for which an organization, or all below it, answer.", b => b.OrganizationId)
            .Filter(b => b.State)
            .Filter(b => b.DetectedAt)
            .Filter(b => b.InvolvesSensitiveData)
            .Filter(b => b.Risk)
            .Filter<bool>("open", "Those that are open, or those that are closed.", (b, value) => $"({b[row => row.ClosedAt]} is null) = {value}");
        breach.Sortable("DETECTED", b => b.DetectedAt).SortedBy("DETECTED", descending: true);
    }
}

internal sealed class BreachQueries : QueryFields
{
    protected override void Define(QueryBuilder query)
    {
        query.ById<Breach>("breach", "One breach of the protection of personal data.");
        query.Connection<Breach>("breaches", "The register of breaches of the protection of personal data (PD-11).");
    }
}
