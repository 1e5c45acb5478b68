using Modular.DataProtection.Contracts;
using Modular.DataProtection.Requests;
using Modular.Kernel.Postgres.WorkItems;
using Modular.Kernel.Results;

namespace Modular.DataProtection.WorkItems;

/// <summary>
/// A request is to be completed or refused (PD-09). Its last day was fixed when it came in, by the policy of that day; an extension makes another item that takes this one's place.
/// </summary>
internal sealed class RequestToComplete : WorkItemKind
{
    private const string Open =
        """
        select request.id as fact_id, request.id as subject_id, request.organization_id, request.organization_id as responsible_id, request.member_id,
            request.completion_due_on as base_on
        from data_protection.subject_request as request
        where request.province_id = @province and request.closed_at is null
        """;

    /// <inheritdoc />
    public override string Id => "data-protection.request-to-complete";

    /// <inheritdoc />
    public override LocalizedText Title => new("Yêu cầu của chủ thể dữ liệu chưa giải quyết xong", "A request of a data subject is to be completed");

    /// <inheritdoc />
    public override LocalizedText Task => new(
        "Người phụ trách bảo vệ dữ liệu giải quyết yêu cầu, hoặc từ chối có căn cứ, và báo kết quả cho người yêu cầu.",
        "The data-protection officer meets the request, or refuses it on a ground, and tells the requester.");

    /// <inheritdoc />
    public override RuleReference Rule => Rules.AnswerInTime;

    /// <inheritdoc />
    public override string Permission => DataProtectionPermissions.FollowRequests;

    /// <inheritdoc />
    public override string HandlingPermission => DataProtectionPermissions.HandleRequests;

    /// <inheritdoc />
    protected override void Define(WorkItemKindBuilder kind)
    {
        kind.Facts(Open, subject: "request.id").Follows<SubjectRequest>(
            request => request.Id, request => request.ClosedAt, request => request.CompletionDueOn, request => request.OrganizationId);
        kind.Deadline<SubjectRequestPolicy>().NoticeDays(policy => policy.NoticeDays).RemindsDaysBefore(policy => policy.CompletionReminderDays);
    }
}
