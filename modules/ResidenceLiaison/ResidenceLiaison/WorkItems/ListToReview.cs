using Modular.Kernel.Postgres.WorkItems;
using Modular.Kernel.Results;
using Modular.ResidenceLiaison.Contracts;
using Modular.ResidenceLiaison.Introductions;

namespace Modular.ResidenceLiaison.WorkItems;

/// <summary>The list of a workplace is to be reviewed again (RES-01). Of a workplace whose list was never reviewed nothing is known, so that it makes no item.</summary>
internal sealed class ListToReview : WorkItemKind
{
    private const string Reviewed =
        """
        select review.organization_id as fact_id, review.organization_id as subject_id, review.organization_id, review.organization_id as responsible_id,
            null::uuid as member_id, review.reviewed_on as base_on
        from residence_liaison.list_review as review
        join kernel.organization_tree as place
            on place.province_id = review.province_id and place.organization_id = review.organization_id and place.valid @> @today
        where review.province_id = @province and not exists (
            select from residence_liaison.list_review as later
            where later.province_id = review.province_id and later.organization_id = review.organization_id
                and (later.reviewed_on, later.id) > (review.reviewed_on, review.id))
        """;

    /// <inheritdoc />
    public override string Id => "residence-liaison.list-to-review";

    /// <inheritdoc />
    public override LocalizedText Title => new("Đến kỳ rà soát danh sách giới thiệu đảng viên về nơi cư trú", "The list of members to be introduced is to be reviewed");

    /// <inheritdoc />
    public override LocalizedText Task => new(
        "Cấp ủy nơi công tác rà soát danh sách đảng viên giới thiệu về nơi cư trú, ít nhất mỗi năm một lần.",
        "The committee of the workplace reviews the list of members who are introduced, at least once a year.");

    /// <inheritdoc />
    public override RuleReference Rule => Rules.EverybodyIsIntroduced;

    /// <inheritdoc />
    public override string Permission => ResidenceLiaisonPermissions.FollowWork;

    /// <inheritdoc />
    public override string HandlingPermission => ResidenceLiaisonPermissions.KeepList;

    /// <inheritdoc />
    protected override void Define(WorkItemKindBuilder kind)
    {
        kind.Facts(Reviewed, subject: "review.organization_id").Follows<ListReview>(review => review.OrganizationId);
        kind.Deadline<IntroductionPolicy>().Days(policy => policy.ReviewDays).RemindsDaysBefore(policy => policy.ReminderDays);
    }
}
