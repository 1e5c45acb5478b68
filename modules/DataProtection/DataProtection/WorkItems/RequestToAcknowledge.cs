using Modular.DataProtection.Contracts;
using Modular.DataProtection.Requests;
using Modular.Kernel.Postgres.WorkItems;
using Modular.Kernel.Results;

namespace Modular.DataProtection.WorkItems;

/// <summary>A request came in and the requester was not told so yet (PD-09). The deadline counts working days from the day on which it was received.</summary>
internal sealed class RequestToAcknowledge : WorkItemKind
{
    private const string Received =
        """
        select request.id as fact_id, request.id as subject_id, request.organization_id, request.organization_id as responsible_id, request.member_id,
            request.received_on as base_on
        from data_protection.subject_request as request
        where request.province_id = @province and request.state = 'RECEIVED'
        """;

    /// <inheritdoc />
    public override string Id => "data-protection.request-to-acknowledge";

    /// <inheritdoc />
    public override LocalizedText Title => new("Yêu cầu của chủ thể dữ liệu chưa được phản hồi tiếp nhận", "A request of a data subject is to be acknowledged");

    /// <inheritdoc />
    public override LocalizedText Task => new(
        "Người phụ trách bảo vệ dữ liệu phản hồi cho người yêu cầu rằng đã nhận yêu cầu.",
        "The data-protection officer tells the requester that the request came in.");

    /// <inheritdoc />
    public override RuleReference Rule => Rules.AnswerInTime;

    /// <inheritdoc />
    public override string Permission => DataProtectionPermissions.FollowRequests;

    /// <inheritdoc />
    public override string HandlingPermission => DataProtectionPermissions.HandleRequests;

    /// <inheritdoc />
    protected override void Define(WorkItemKindBuilder kind)
    {
        kind.Facts(Received, subject: "request.id").Follows<SubjectRequest>(request => request.Id, request => request.State, request => request.OrganizationId);
        kind.Deadline<SubjectRequestPolicy>()
            .WorkingDays(policy => policy.AcknowledgeWorkingDays).RemindsDaysBefore(policy => policy.AcknowledgeReminderDays);
    }
}
