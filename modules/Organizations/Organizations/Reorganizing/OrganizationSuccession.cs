using Modular.Kernel.Access;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Provinces;
using Modular.Organizations.Contracts;
using Modular.Organizations.Data;
using Modular.Organizations.Decisions;

namespace Modular.Organizations.Reorganizing;

/// <summary>An organization that took the place of another, in whole or in part.</summary>
internal sealed class OrganizationSuccession : IProvinceOwned
{
    public ProvinceId ProvinceId { get; private set; }

    public required Guid Id { get; init; }

    public required Guid PredecessorId { get; init; }

    public required Guid SuccessorId { get; init; }

    /// <summary>By a merger or by a split.</summary>
    public required OrganizationEventType Type { get; init; }

    public required DateOnly EffectiveOn { get; init; }

    public Guid? DecisionId { get; init; }
}

internal sealed class OrganizationSuccessionType : EntityType<OrganizationSuccession, OrganizationsDbContext>
{
    protected override void Define(EntityTypeBuilder<OrganizationSuccession> succession)
    {
        succession.Name("OrganizationSuccession").Describe("An organization that took the place of another by merger or split (kế thừa).")
            .Requires(OrganizationsPermissions.Read);
        succession.Reference("predecessor", "Organization", s => s.PredecessorId, "The organization before.", DataClass.Internal);
        succession.Reference("successor", "Organization", s => s.SuccessorId, "The organization after.", DataClass.Internal);
        succession.Field(s => s.Type, "MERGE or SPLIT.", DataClass.Internal);
        succession.Field(s => s.EffectiveOn, "The first day of the successor (ngày có hiệu lực).", DataClass.Internal);
        succession.Reference("decision", "DecisionDocument", s => s.DecisionId, "The decision (quyết định).", DataClass.Internal);
        succession.Sortable("EFFECTIVE_ON", s => s.EffectiveOn).SortedBy("EFFECTIVE_ON");
    }
}
