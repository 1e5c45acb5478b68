using Modular.Kernel.Postgres.WorkItems;
using Modular.Kernel.Results;

namespace NamDinh.GrassrootsOversight.Overseers;

/// <summary>A quarter's visits to a cell are to be made (OV-03); whoever is in charge sees it too.</summary>
internal sealed class VisitToMake : WorkItemKind
{
    private const string Missing =
        """
        select assignment.id as fact_id, assignment.id as subject_id, assignment.cell_id as organization_id, assignment.cell_id as responsible_id,
            assignment.overseer_id as member_id, date_trunc('quarter', @today::timestamp)::date as base_on
        from grassroots_oversight.assignment as assignment
        where assignment.province_id = @province and assignment.from_on <= @today and (assignment.to_on is null or assignment.to_on > @today)
            and assignment.visits_a_quarter > (
                select count(*) from grassroots_oversight.visit as visit
                where visit.province_id = assignment.province_id and visit.assignment_id = assignment.id
                    and visit.visited_on >= date_trunc('quarter', @today::timestamp)::date)
        """;

    /// <inheritdoc />
    public override string Id => "grassroots-oversight.visit-to-make";

    /// <inheritdoc />
    public override LocalizedText Title => new("Cấp ủy viên phụ trách chưa dự sinh hoạt đủ trong quý", "Visits of this quarter are still to be made");

    /// <inheritdoc />
    public override LocalizedText Task => new(
        "Cấp ủy viên phụ trách dự sinh hoạt với chi bộ theo phân công và ghi báo cáo sau mỗi lần.",
        "The committee member in charge attends the cell as assigned, and reports after each visit.");

    /// <inheritdoc />
    public override RuleReference Rule => Rules.Attendance;

    /// <inheritdoc />
    public override string Permission => OversightPermissions.Read;

    /// <inheritdoc />
    public override string HandlingPermission => OversightPermissions.Record;

    /// <inheritdoc />
    protected override void Define(WorkItemKindBuilder kind)
    {
        kind.Facts(Missing, subject: "assignment.id").Follows<Assignment>(assignment => assignment.Id).Follows<Visit>(visit => visit.AssignmentId);
        kind.Deadline<VisitPolicy>().Days(policy => policy.QuarterDays).RemindsDaysBefore(policy => policy.ReminderDays);
    }
}

/// <summary>A recommendation is to be answered (OV-07).</summary>
internal sealed class RecommendationToAnswer : WorkItemKind
{
    private const string Unanswered =
        """
        select recommendation.id as fact_id, recommendation.id as subject_id, recommendation.owner_id as organization_id, recommendation.owner_id as responsible_id,
            null::uuid as member_id, recommendation.raised_on as base_on
        from grassroots_oversight.recommendation as recommendation
        where recommendation.province_id = @province and recommendation.answered_on is null
        """;

    /// <inheritdoc />
    public override string Id => "grassroots-oversight.recommendation-to-answer";

    /// <inheritdoc />
    public override LocalizedText Title => new("Kiến nghị của cơ sở chưa được trả lời", "A recommendation of the grassroots is not answered");

    /// <inheritdoc />
    public override LocalizedText Task => new(
        "Tổ chức được giao giải quyết, trả lời kiến nghị đúng hạn.", "The organization that it was given to settles the matter and answers in time.");

    /// <inheritdoc />
    public override RuleReference Rule => Rules.Recommendations;

    /// <inheritdoc />
    public override string Permission => OversightPermissions.Read;

    /// <inheritdoc />
    public override string HandlingPermission => OversightPermissions.Record;

    /// <inheritdoc />
    protected override void Define(WorkItemKindBuilder kind)
    {
        kind.Facts(Unanswered, subject: "recommendation.id").Follows<Recommendation>(recommendation => recommendation.Id);
        kind.Deadline<VisitPolicy>().WorkingDays(policy => policy.AnswerWorkingDays).RemindsDaysBefore(policy => policy.ReminderDays);
    }
}
