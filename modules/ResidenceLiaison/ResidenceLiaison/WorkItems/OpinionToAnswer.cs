using Modular.Kernel.Postgres.WorkItems;
using Modular.Kernel.Results;
using Modular.ResidenceLiaison.Contracts;
using Modular.ResidenceLiaison.Meetings;

namespace Modular.ResidenceLiaison.WorkItems;

/// <summary>What a member said at a meeting is to be answered, so that meetings do not only report.</summary>
internal sealed class OpinionToAnswer : WorkItemKind
{
    private const string Unanswered =
        """
        select opinion.id as fact_id, opinion.id as subject_id, opinion.cell_id as organization_id, opinion.cell_id as responsible_id, opinion.member_id,
            opinion.recorded_on as base_on
        from residence_liaison.opinion as opinion
        where opinion.province_id = @province and opinion.answer is null
        """;

    /// <inheritdoc />
    public override string Id => "residence-liaison.opinion-to-answer";

    /// <inheritdoc />
    public override LocalizedText Title => new("Ý kiến của đảng viên tại cuộc họp nơi cư trú chưa được trả lời", "An opinion of a working member is not answered");

    /// <inheritdoc />
    public override LocalizedText Task => new(
        "Chi ủy nơi cư trú trả lời, tiếp thu ý kiến của đảng viên.",
        "The cell answers the opinion and says what is done about it.");

    /// <inheritdoc />
    public override RuleReference Rule => Rules.HalfYearlyMeeting;

    /// <inheritdoc />
    public override string Permission => ResidenceLiaisonPermissions.FollowWork;

    /// <inheritdoc />
    public override string HandlingPermission => ResidenceLiaisonPermissions.HoldMeetings;

    /// <inheritdoc />
    protected override void Define(WorkItemKindBuilder kind)
    {
        kind.Facts(Unanswered, subject: "opinion.id")
            .Follows<Opinion>(opinion => opinion.Id);
        kind.Deadline<MeetingPolicy>().WorkingDays(policy => policy.AnswerWorkingDays).RemindsDaysBefore(policy => policy.ReminderDays);
    }
}
