using Modular.Kernel.Postgres.WorkItems;
using Modular.Kernel.Results;
using Modular.Members.Contracts;
using Modular.Members.Discipline;

namespace Modular.Members.WorkItems;

/// <summary>The notice of a body outside of the Party is awaited (MEM-56). It is done when the notice came in.</summary>
internal abstract class AuthorityNoticeDue : WorkItemKind
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.AuthorityNotices;

    /// <inheritdoc />
    public override string Permission => MembersPermissions.RecordDiscipline;

    /// <inheritdoc />
    public override string HandlingPermission => MembersPermissions.RecordDiscipline;

    /// <summary>The acts of which the body informs, as SQL.</summary>
    protected abstract string Acts { get; }

    /// <summary>The notices that are awaited.</summary>
    protected WorkItemKindBuilder Awaited(WorkItemKindBuilder kind) => kind
        .Facts(
            $"""
            select notice.id as fact_id, notice.id as subject_id, notice.organization_id, notice.organization_id as responsible_id, notice.member_id, notice.done_on as base_on
            from members.authority_notice as notice
            where notice.province_id = @province and notice.received_on is null and notice.act in ({Acts})
            """,
            subject: "notice.id")
        .CancelledWhere(MemberWork.IsOver)
        .Follows<AuthorityNotice>(notice => notice.Id);
}

/// <summary>The notice of a state body is awaited.</summary>
internal sealed class StateNoticeDue : AuthorityNoticeDue
{
    /// <inheritdoc />
    public override string Id => "members.state-notice-due";

    /// <inheritdoc />
    public override LocalizedText Title => new("Chờ thông báo của cơ quan nhà nước về đảng viên", "The notice of a state body about a member is awaited");

    /// <inheritdoc />
    public override LocalizedText Task => new(
        "Cơ quan nhà nước đình chỉ hoặc kỷ luật đảng viên phải thông báo cho tổ chức đảng; quá hạn thì yêu cầu.",
        "A state body that suspended or punished a member informs the Party organization; where it is late it is asked to.");

    /// <inheritdoc />
    protected override string Acts => "'STATE_SUSPENSION', 'STATE_PUNISHMENT'";

    /// <inheritdoc />
    protected override void Define(WorkItemKindBuilder kind) => Awaited(kind).Deadline<DisciplinePolicy>().Days(policy => policy.StateNoticeDays);
}

/// <summary>The notice of a prosecuting body is awaited.</summary>
internal sealed class JusticeNoticeDue : AuthorityNoticeDue
{
    /// <inheritdoc />
    public override string Id => "members.justice-notice-due";

    /// <inheritdoc />
    public override LocalizedText Title => new("Chờ thông báo của cơ quan pháp luật về đảng viên", "The notice of a prosecuting body about a member is awaited");

    /// <inheritdoc />
    public override LocalizedText Task => new(
        "Cơ quan khởi tố, tạm giữ, tạm giam đảng viên phải thông báo cho tổ chức đảng; quá hạn thì yêu cầu.",
        "The body that charged or detained a member informs the Party organization; where it is late it is asked to.");

    /// <inheritdoc />
    protected override string Acts => "'CHARGE', 'DETENTION'";

    /// <inheritdoc />
    protected override void Define(WorkItemKindBuilder kind) => Awaited(kind).Deadline<DisciplinePolicy>().Days(policy => policy.JusticeNoticeDays);
}
