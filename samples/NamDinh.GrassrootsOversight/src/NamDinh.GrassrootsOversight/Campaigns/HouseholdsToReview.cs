using Modular.Kernel.Postgres.WorkItems;
using Modular.Kernel.Results;

namespace NamDinh.GrassrootsOversight.Campaigns;

/// <summary>Who is in charge of which household of a campaign that goes on is looked at again every year (OV-05).</summary>
internal sealed class HouseholdsToReview : WorkItemKind
{
    private const string Open =
        """
        select campaign.id as fact_id, campaign.id as subject_id, campaign.organization_id, campaign.organization_id as responsible_id, null::uuid as member_id,
            coalesce(campaign.division_reviewed_on, campaign.started_on) as base_on
        from grassroots_oversight.campaign as campaign
        where campaign.province_id = @province and campaign.ended_on is null
        """;

    /// <inheritdoc />
    public override string Id => "grassroots-oversight.households-to-review";

    /// <inheritdoc />
    public override LocalizedText Title => new("Cần rà soát việc phân công phụ trách hộ", "Who is in charge of which household is to be reviewed");

    /// <inheritdoc />
    public override LocalizedText Task => new(
        "Hằng năm cấp ủy rà soát việc phân công đảng viên phụ trách hộ theo khả năng, sức khỏe và nơi cư trú.",
        "Every year the committee looks whether members can still see to the households in their charge: by capacity, health and where they live.");

    /// <inheritdoc />
    public override RuleReference Rule => Rules.Division;

    /// <inheritdoc />
    public override string Permission => OversightPermissions.Read;

    /// <inheritdoc />
    public override string HandlingPermission => OversightPermissions.RunCampaigns;

    /// <inheritdoc />
    protected override void Define(WorkItemKindBuilder kind)
    {
        kind.Facts(Open, subject: "campaign.id").Follows<Campaign>(campaign => campaign.Id);
        kind.Deadline<HouseholdPolicy>().Days(policy => policy.ReviewDays).RemindsDaysBefore(policy => policy.ReminderDays);
    }
}
