using Modular.Kernel.Postgres.WorkItems;
using Modular.Kernel.Results;

namespace NamDinh.GrassrootsOversight.Campaigns;

/// <summary>Households of a campaign that goes on have nobody in charge: all of them should (OV-06).</summary>
internal sealed class HouseholdsInNobodysCharge : WorkItemKind
{
    private const string Uncovered =
        """
        select campaign.id as fact_id, campaign.id as subject_id, campaign.organization_id, campaign.organization_id as responsible_id, null::uuid as member_id,
            campaign.started_on as base_on
        from grassroots_oversight.campaign as campaign
        where campaign.province_id = @province and campaign.ended_on is null and exists (
            select from grassroots_oversight.household_case as household
            where household.province_id = campaign.province_id and household.campaign_id = campaign.id and household.in_charge_id is null)
        """;

    /// <inheritdoc />
    public override string Id => "grassroots-oversight.households-in-nobodys-charge";

    /// <inheritdoc />
    public override LocalizedText Title => new("Đợt vận động còn hộ chưa có đảng viên phụ trách", "Households of a campaign have no member in charge");

    /// <inheritdoc />
    public override LocalizedText Task => new(
        "Chi bộ phân công đảng viên phụ trách tất cả các hộ trong danh sách.", "The cell puts members in charge of all households of the list.");

    /// <inheritdoc />
    public override RuleReference Rule => Rules.Load;

    /// <inheritdoc />
    public override string Permission => OversightPermissions.Read;

    /// <inheritdoc />
    public override string HandlingPermission => OversightPermissions.RunCampaigns;

    /// <inheritdoc />
    protected override void Define(WorkItemKindBuilder kind)
    {
        kind.Facts(Uncovered, subject: "campaign.id").Follows<Campaign>(campaign => campaign.Id).Follows<HouseholdCase>(household => household.CampaignId);
        kind.Deadline<HouseholdPolicy>().Days(policy => policy.AssignmentDays);
    }
}
