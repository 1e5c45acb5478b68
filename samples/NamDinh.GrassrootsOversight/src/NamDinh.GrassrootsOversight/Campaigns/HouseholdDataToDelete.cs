using Modular.Kernel.Postgres.WorkItems;
using Modular.Kernel.Results;

namespace NamDinh.GrassrootsOversight.Campaigns;

/// <summary>What names the households of a campaign that has ended is to be deleted (OV-20).</summary>
internal sealed class HouseholdDataToDelete : WorkItemKind
{
    private const string Kept =
        """
        select campaign.id as fact_id, campaign.id as subject_id, campaign.organization_id, campaign.organization_id as responsible_id, null::uuid as member_id,
            campaign.ended_on as base_on
        from grassroots_oversight.campaign as campaign
        where campaign.province_id = @province and campaign.ended_on is not null and campaign.households_deleted_on is null
        """;

    /// <inheritdoc />
    public override string Id => "grassroots-oversight.household-data-to-delete";

    /// <inheritdoc />
    public override LocalizedText Title => new("Dữ liệu hộ gia đình của đợt vận động đã kết thúc chưa xóa", "Data of households of an ended campaign are to be deleted");

    /// <inheritdoc />
    public override LocalizedText Task => new(
        "Cơ quan tổ chức đợt vận động xóa họ tên, địa chỉ các hộ; số liệu vẫn được giữ.",
        "Whoever ran the campaign deletes names and addresses of the households; the figures stay.");

    /// <inheritdoc />
    public override RuleReference Rule => Rules.LeastData;

    /// <inheritdoc />
    public override string Permission => OversightPermissions.Read;

    /// <inheritdoc />
    public override string HandlingPermission => OversightPermissions.RunCampaigns;

    /// <inheritdoc />
    protected override void Define(WorkItemKindBuilder kind)
    {
        kind.Facts(Kept, subject: "campaign.id").Follows<Campaign>(campaign => campaign.Id);
        kind.Deadline<HouseholdPolicy>().Days(policy => policy.DeletionDays).RemindsDaysBefore(policy => policy.ReminderDays);
    }
}
