using Modular.Kernel.Postgres.WorkItems;
using Modular.Kernel.Results;
using Modular.Members.Contracts;
using Modular.Members.Discipline;

namespace Modular.Members.WorkItems;

/// <summary>A measure took effect with the vote, and its written decision is to follow (MEM-52).</summary>
internal sealed class DisciplinaryDecisionDue : WorkItemKind
{
    private const string Unwritten =
        """
        select measure.id as fact_id, measure.id as subject_id, measure.organization_id, measure.decided_by_organization_id as responsible_id, measure.member_id,
            measure.announced_on as base_on
        from members.disciplinary_measure as measure
        where measure.province_id = @province and measure.decided_on is null
        """;

    /// <inheritdoc />
    public override string Id => "members.disciplinary-decision-due";

    /// <inheritdoc />
    public override LocalizedText Title => new("Ban hành quyết định kỷ luật bằng văn bản", "A written disciplinary decision is due");

    /// <inheritdoc />
    public override LocalizedText Task => new(
        "Tổ chức đã biểu quyết kỷ luật ban hành quyết định bằng văn bản và lưu hồ sơ.",
        "The organization that voted on a measure issues the written decision and files it.");

    /// <inheritdoc />
    public override RuleReference Rule => Rules.TakingEffect;

    /// <inheritdoc />
    public override string Permission => MembersPermissions.RecordDiscipline;

    /// <inheritdoc />
    public override string HandlingPermission => MembersPermissions.RecordDiscipline;

    /// <inheritdoc />
    protected override void Define(WorkItemKindBuilder kind)
    {
        kind.Facts(Unwritten, subject: "measure.id").Follows<DisciplinaryMeasure>(measure => measure.Id);
        kind.Deadline<DisciplinePolicy>().Days(policy => policy.WrittenDecisionDays);
    }
}
