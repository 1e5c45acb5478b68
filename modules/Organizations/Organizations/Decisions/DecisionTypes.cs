using Modular.Kernel.Access;
using Modular.Kernel.GraphQL;
using Modular.Organizations.Contracts;
using Modular.Organizations.Data;

namespace Modular.Organizations.Decisions;

internal sealed class DecisionDocumentType : EntityType<DecisionDocument, OrganizationsDbContext>
{
    protected override void Define(EntityTypeBuilder<DecisionDocument> decision)
    {
        decision.Name("DecisionDocument").Describe("A decision (quyết định) on which events of organizations rest.")
            .Requires(OrganizationsPermissions.Read).IsNode();
        decision.Field(d => d.Number, "Number and symbol (số, ký hiệu).", DataClass.Internal);
        decision.Field(d => d.DecidedOn, "The date of the decision (ngày ký).", DataClass.Internal);
        decision.Field(d => d.Authority, "Who decided, as the document names it (cơ quan ban hành).", DataClass.Internal);
        decision.Reference("authorityOrganization", "Organization", d => d.AuthorityOrganizationId, "Who decided, where it is an organization of the province.", DataClass.Internal);
        decision.Field(d => d.Excerpt, "What was decided (trích yếu).", DataClass.Internal);
        decision.Connection<OrganizationEvent>("events", e => e.DecisionId, "What was done by the decision.");
    }
}

internal sealed class OrganizationEventObjectType : EntityType<OrganizationEvent, OrganizationsDbContext>
{
    protected override void Define(EntityTypeBuilder<OrganizationEvent> happened)
    {
        happened.Name("OrganizationEvent").Describe("An act in the life of an organization (thay đổi về tổ chức).")
            .Requires(OrganizationsPermissions.Read).IsNode();
        happened.Reference("organization", "Organization", e => e.OrganizationId, "The organization.", DataClass.Internal);
        happened.Field(e => e.Type, "What happened.", DataClass.Internal);
        happened.Field(e => e.EffectiveOn, "The first day on which it counts (ngày có hiệu lực).", DataClass.Internal);
        happened.Field(e => e.RecordedAt, "When it was recorded.", DataClass.Internal);
        happened.Reference("decision", "DecisionDocument", e => e.DecisionId, "The decision (quyết định).", DataClass.Internal);
        happened.Field(e => e.PreviousName, "The name before.", DataClass.Internal);
        happened.Field(e => e.Name, "The name after.", DataClass.Internal);
        happened.Reference("previousParent", "Organization", e => e.PreviousParentId, "The parent before.", DataClass.Internal);
        happened.Reference("parent", "Organization", e => e.ParentId, "The parent after.", DataClass.Internal);
        happened.Field(e => e.Remark, "What is to be remembered, for instance the superior's consent.", DataClass.Internal);

        happened.Filter(e => e.Type).Filter(e => e.EffectiveOn);
        happened.Sortable("EFFECTIVE_ON", e => e.EffectiveOn).SortedBy("EFFECTIVE_ON");
    }
}
