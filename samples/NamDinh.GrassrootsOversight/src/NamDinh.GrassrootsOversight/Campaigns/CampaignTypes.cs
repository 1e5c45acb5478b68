using Modular.Kernel.Access;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Postgres.Reads;
using NamDinh.GrassrootsOversight.Data;

namespace NamDinh.GrassrootsOversight.Campaigns;

/// <summary>How a campaign stands (R28), and how its households are divided among members (R27).</summary>
/// <param name="Households">How many households are in it.</param>
/// <param name="Contacted">How many were visited.</param>
/// <param name="WithProblems">How many had, or have, something in the way.</param>
/// <param name="Solved">How many of these agreed in the end.</param>
/// <param name="Agreed">How many agreed, those that were compensated and handed over among them.</param>
/// <param name="Compensated">How many received their compensation, those that handed over among them.</param>
/// <param name="HandedOver">How many handed over.</param>
/// <param name="InSomebodysCharge">How many have a member in charge; all should (OV-06).</param>
/// <param name="MembersInCharge">How many members are in charge of households.</param>
/// <param name="MostOfOneMember">How many households one member has at most.</param>
[Classified(DataClass.Internal)]
internal sealed record CampaignFigures(
    int Households, int Contacted, int WithProblems, int Solved, int Agreed, int Compensated, int HandedOver, int InSomebodysCharge, int MembersInCharge, int MostOfOneMember);

internal sealed class CampaignType : EntityType<Campaign, OversightDbContext>
{
    protected override void Define(EntityTypeBuilder<Campaign> campaign)
    {
        campaign.Name("OversightCampaign").Requires(OversightPermissions.Read).IsNode();
        campaign.Describe("A campaign among households (đợt vận động), such as a site clearance (OV-08).");
        campaign.Field(c => c.Version, "Rises with every change; a change sends the version that was read.", DataClass.Internal);
        campaign.Field(c => c.Code, DataClass.Internal);
        campaign.Field(c => c.Name, DataClass.Internal);
        campaign.Field(c => c.StartedOn, DataClass.Internal);
        campaign.Field(c => c.DivisionReviewedOn, DataClass.Internal);
        campaign.Field(c => c.EndedOn, DataClass.Internal);
        campaign.Field(c => c.HouseholdsDeletedOn, DataClass.Internal);
        campaign.Reference("organization", "Organization", c => c.OrganizationId, "The organization that runs it.", DataClass.Internal);
        campaign.Connection<HouseholdCase>("households", h => h.CampaignId, "The households, by their numbers.");
        campaign.Statement<CampaignFigures>("figures", "How the campaign stands (R28), and how its households are divided among members (R27).", DataClass.Internal, Count);
        campaign.FilterByOrganization("organization", "Those that an organization, or all below it, run.", c => c.OrganizationId).Filter(c => c.StartedOn)
            .Filter<bool>("open", "Those that go on, or those that have ended.", (c, value) => $"({c[row => row.EndedOn]} is null) = {value}");
        campaign.Sortable("STARTED", c => c.StartedOn).SortedBy("STARTED", descending: true);
    }

    private static void Count(StatementBuilder figures) => figures.Sql(sql =>
    {
        var household = sql.Table<HouseholdCase>("household");
        var loaded = sql.Table<HouseholdCase>("loaded");
        var (listed, agreed, compensated, handedOver) = (Is(HouseholdState.Listed), Is(HouseholdState.Agreed), Is(HouseholdState.Compensated), Is(HouseholdState.HandedOver));
        return $"""
            with load as (
                select key, max(households)::int as most
                from (
                    select {loaded[h => h.CampaignId]} as key, count(*) as households
                    from {loaded} where {loaded[h => h.CampaignId]} = any ({sql.Keys}) and {loaded[h => h.InChargeId]} is not null
                    group by {loaded[h => h.CampaignId]}, {loaded[h => h.InChargeId]}
                ) as of_member
                group by key
            )
            select {household[h => h.CampaignId]} as key, count(*)::int as households,
                (count(*) filter (where not {listed}))::int as contacted,
                count({household[h => h.Problem]})::int as with_problems,
                (count({household[h => h.Problem]}) filter (where {agreed} or {compensated} or {handedOver}))::int as solved,
                (count(*) filter (where {agreed} or {compensated} or {handedOver}))::int as agreed,
                (count(*) filter (where {compensated} or {handedOver}))::int as compensated,
                (count(*) filter (where {handedOver}))::int as handed_over,
                count({household[h => h.InChargeId]})::int as in_somebodys_charge, count(distinct {household[h => h.InChargeId]})::int as members_in_charge,
                coalesce(max(load.most), 0) as most_of_one_member
            from {household} left join load on load.key = {household[h => h.CampaignId]}
            where {household[h => h.CampaignId]} = any ({sql.Keys})
            group by {household[h => h.CampaignId]}
            """;

        Sql Is(HouseholdState state) => $"({household[h => h.State]} = {household.Value(h => h.State, state)})";
    });
}

internal sealed class HouseholdCaseType : EntityType<HouseholdCase, OversightDbContext>
{
    protected override void Define(EntityTypeBuilder<HouseholdCase> household)
    {
        household.Name("OversightHousehold").Requires(OversightPermissions.Read).IsNode();
        household.Describe("A household in a campaign, by its number; whose it is takes a permission of its own, and is deleted after the campaign (OV-20).");
        household.Field(h => h.Version, "Rises with every change; a change sends the version that was read.", DataClass.Internal);
        household.Field(h => h.Number, DataClass.Internal);
        household.Field(h => h.State, DataClass.Internal);
        household.Field(h => h.Problem, DataClass.Internal);
        household.Field(h => h.ChangedOn, DataClass.Internal);
        household.Reference("campaign", "OversightCampaign", h => h.CampaignId, "The campaign.", DataClass.Internal);
        household.Reference("inCharge", "Member", h => h.InChargeId, "The member in charge, for whoever may see the record.");
        household.Single<Household>("particulars", p => p.CaseId, "Whose household it is and where; null where that was deleted, or the user may not see it.");
        household.Filter(h => h.State).Filter(h => h.Problem)
            .Filter<bool>("hasMemberInCharge", "Those with a member in charge, or those without.", (h, value) => $"({h[row => row.InChargeId]} is not null) = {value}");
        household.Sortable("NUMBER", h => h.Number).SortedBy("NUMBER");
    }
}

internal sealed class HouseholdType : EntityType<Household, OversightDbContext>
{
    protected override void Define(EntityTypeBuilder<Household> household)
    {
        household.Name("OversightHouseholdParticulars").Requires(OversightPermissions.ReadHouseholds);
        household.Describe("Whose household it is and where (OV-20).");
        household.Field(h => h.HeadName, DataClass.Basic);
        household.Field(h => h.Address, DataClass.Basic);
        household.Sortable("HEAD", h => h.HeadName).SortedBy("HEAD");
    }
}

internal sealed class CampaignQueries : QueryFields
{
    protected override void Define(QueryBuilder query)
    {
        query.ById<Campaign>("oversightCampaign", "One campaign among households.");
        query.Connection<Campaign>("oversightCampaigns", "Campaigns among households, where the user may look.");
    }
}

/// <summary>What campaigns add to members.</summary>
internal sealed class MemberHouseholds() : EntityTypeExtension("Member")
{
    protected override void Define(EntityExtensionBuilder member) =>
        member.Connection<HouseholdCase>("oversightHouseholds", h => h.InChargeId, "The households of which the member is in charge (hộ được phân công phụ trách).");
}

/// <summary>What campaigns add to organizations.</summary>
internal sealed class OrganizationCampaigns() : EntityTypeExtension("Organization")
{
    protected override void Define(EntityExtensionBuilder organization) =>
        organization.Connection<Campaign>("oversightCampaigns", c => c.OrganizationId, "The campaigns that the organization runs.").IncludesSubtree();
}
