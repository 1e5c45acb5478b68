using Modular.Kernel.Postgres.WorkItems;
using Modular.Kernel.Results;
using Modular.Organizations.Contracts;
using Modular.Organizations.Reorganizing;

namespace Modular.Organizations.WorkItems;

/// <summary>A reorganization was decided and could not take effect on its day, because something has changed since it was tried out (ORG-25).</summary>
internal sealed class ReorganizationBlocked : WorkItemKind
{
    private const string Blocked =
        """
        select scheme.id as fact_id, scheme.id as subject_id, scheme.superior_id as organization_id, scheme.superior_id as responsible_id,
            null::uuid as member_id, scheme.effective_on as base_on
        from organizations.reorganization as scheme
        where scheme.province_id = @province and scheme.state = 'DECIDED' and scheme.blocked_on is not null
        """;

    /// <inheritdoc />
    public override string Id => "organizations.reorganization-blocked";

    /// <inheritdoc />
    public override LocalizedText Title => new("Quyết định sắp xếp tổ chức chưa thực hiện được", "A decided reorganization could not take effect");

    /// <inheritdoc />
    public override LocalizedText Task => new(
        "Xem lý do ghi tại quyết định sắp xếp; xử lý vướng mắc để thực hiện, hoặc thu hồi và quyết định lại.",
        "See the reasons kept with the reorganization; remove what stands against it, or withdraw it and decide anew.");

    /// <inheritdoc />
    public override RuleReference Rule => Rules.DecidedBySuperior;

    /// <inheritdoc />
    public override string Permission => OrganizationsPermissions.FollowWork;

    /// <inheritdoc />
    public override string HandlingPermission => OrganizationsPermissions.Reorganize;

    /// <inheritdoc />
    protected override void Define(WorkItemKindBuilder kind)
    {
        kind.Facts(Blocked, subject: "scheme.id").CancelledWhere(
            """
            exists (
                select from organizations.reorganization as withdrawn
                where withdrawn.province_id = @province and withdrawn.id = present.fact_id and withdrawn.state = 'WITHDRAWN')
            """).Follows<Reorganization>(scheme => scheme.Id);
        kind.Deadline<ReorganizationPolicy>().WorkingDays(policy => policy.BlockedWorkingDays);
    }
}
