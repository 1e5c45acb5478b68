using Modular.Kernel.Access;
using Modular.Kernel.GraphQL;
using Modular.Organizations.Contracts;
using Modular.Organizations.Data;

namespace Modular.Organizations.Agencies;

internal sealed class PartyAgencyType : EntityType<PartyAgency, OrganizationsDbContext>
{
    protected override void Define(EntityTypeBuilder<PartyAgency> agency)
    {
        agency.Name("PartyAgency")
            .Describe("An agency that advises and assists a committee, or a service unit of it (cơ quan tham mưu, giúp việc, đơn vị sự nghiệp của cấp ủy; ORG-20). It is no Party organization.")
            .Requires(OrganizationsPermissions.Read).IsNode();
        agency.Field(a => a.Version, "Raised by every change; what `expectedVersion` of a mutation is compared with.", DataClass.Internal);
        agency.Reference("organization", "Organization", a => a.OrganizationId, "The organization whose committee it serves.", DataClass.Internal);
        agency.Field(a => a.Kind, "What sort of agency it is.", DataClass.Internal);
        agency.Field(a => a.Name, "Its name (tên gọi).", DataClass.Internal);
        agency.Period(a => a.Valid, "from", "to", "it works.", DataClass.Internal);
        agency.Reference("decision", "DecisionDocument", a => a.DecisionId, "The decision that established it (quyết định thành lập).", DataClass.Internal);
        agency.Reference("closingDecision", "DecisionDocument", a => a.ClosingDecisionId, "The decision that closed it; null where it closed with its organization.", DataClass.Internal);

        agency.Filter(a => a.Kind)
            .FilterByOrganization("within", "Those of an organization and of all below it by today's tree.", a => a.OrganizationId);
        agency.Sortable("NAME", a => a.SortKey).SortedBy("NAME").Dated(a => a.Valid);
    }
}

internal sealed class PartyAgencyQueries : QueryFields
{
    protected override void Define(QueryBuilder query)
    {
        query.ById<PartyAgency>("partyAgency", "One agency or service unit of a committee by its id.");
        query.Connection<PartyAgency>("partyAgencies", "The agencies and service units of committees that work on `asOf` (cơ quan tham mưu, giúp việc, đơn vị sự nghiệp của cấp ủy; ORG-20).");
    }
}
