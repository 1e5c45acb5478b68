using Modular.Kernel.Postgres.Imports;
using Modular.Kernel.Results;

namespace NamDinh.GrassrootsOversight.Campaigns;

/// <summary>The households of a campaign, one a row: the least data that a visit takes (OV-20).</summary>
internal sealed class HouseholdImport : ImportFormat
{
    /// <inheritdoc />
    public override string Id => "oversight-households";

    /// <inheritdoc />
    public override LocalizedText Title => new("Hộ gia đình trong đợt vận động", "Households of a campaign");

    /// <inheritdoc />
    public override string Permission => OversightPermissions.RunCampaigns;

    /// <inheritdoc />
    protected override void Define(ImportFormatBuilder format)
    {
        format.Text("campaign_code", "Mã đợt vận động", "Campaign code").Required().MaximumLength(Wording.ShortText);
        format.Integer("number", "Số thứ tự", "Number").Required().Between(1, 100_000);
        format.Text("head_name", "Chủ hộ", "Head of household").Required().MaximumLength(Wording.ShortText);
        format.Text("address", "Địa chỉ", "Address").Required().MaximumLength(Wording.ShortText);
        format.Staged("campaign_id", "uuid").Staged("organization_id", "uuid").Staged("has_ended", "boolean").Staged("is_listed", "boolean").Prepare(
            """
            update staged set campaign_id = campaign.id, organization_id = campaign.organization_id, has_ended = campaign.ended_on is not null,
                is_listed = exists (
                    select from grassroots_oversight.household_case as listed
                    where listed.province_id = campaign.province_id and listed.campaign_id = campaign.id and listed.number = staged.number)
            from grassroots_oversight.campaign as campaign
            where campaign.province_id = @province and campaign.code = staged.campaign_code
            """);
        format.Check("campaign_code", new CampaignIsUnknown(), "select row_number, campaign_code from staged where campaign_code is not null and campaign_id is null")
            .Check("campaign_code", new CampaignDoesNotAllowThis(HasEnded: true), "select row_number from staged where has_ended")
            .Check("number", new HouseholdIsListedAlready(), "select row_number, number::text from staged where is_listed")
            .Check("number", new HouseholdIsListedAlready(),
                """
                select row_number, number::text
                from (select row_number, number, min(row_number) over (partition by campaign_id, number) as first_row from staged where campaign_id is not null and number is not null) as listed
                where row_number > first_row
                """);
        format.Apply(
                """
                insert into grassroots_oversight.household_case (province_id, id, version, campaign_id, organization_id, number, state, changed_on)
                select @province, id, 1, campaign_id, organization_id, number, 'LISTED', @today from accepted
                """)
            .Apply(
                """
                insert into grassroots_oversight.household (province_id, case_id, campaign_id, organization_id, head_name, address)
                select @province, id, campaign_id, organization_id, head_name, address from accepted
                """)
            .Creates("HouseholdCase", "grassroots_oversight.household_case", organization: "organization_id")
            .NotUndoneWhere(
                """
                select undone.id from undone
                join grassroots_oversight.household_case as listed on listed.province_id = @province and listed.id = undone.id
                where listed.version > 1
                """)
            .Undo("delete from grassroots_oversight.household as named using undone where named.province_id = @province and named.case_id = undone.id")
            .Undo("delete from grassroots_oversight.household_case as listed using undone where listed.province_id = @province and listed.id = undone.id");
        format.ScopedTo("organization_id");
    }
}

/// <summary>A file names a campaign that is there.</summary>
internal sealed record CampaignIsUnknown : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.Campaigns;

    /// <inheritdoc />
    protected override LocalizedText Text => new("Không có đợt vận động mã '{0}'.", "There is no campaign with the code '{0}'.");
}

/// <summary>A household is in a campaign's list once.</summary>
internal sealed record HouseholdIsListedAlready : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.Campaigns;

    /// <inheritdoc />
    protected override LocalizedText Text => new("Hộ số {0} đã có trong danh sách.", "Household {0} is in the list already.");
}
