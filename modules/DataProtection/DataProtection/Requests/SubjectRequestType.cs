using Modular.DataProtection.Contracts;
using Modular.DataProtection.Data;
using Modular.Kernel.Access;
using Modular.Kernel.GraphQL;

namespace Modular.DataProtection.Requests;

internal sealed class SubjectRequestType : EntityType<SubjectRequest, DataProtectionDbContext>
{
    protected override void Define(EntityTypeBuilder<SubjectRequest> request)
    {
        request.Name("SubjectRequest").Requires(DataProtectionPermissions.ReadRequests).IsNode();
        request.Describe("A request of a data subject about their own data (yêu cầu của chủ thể dữ liệu), PD-08.");

        request.Field(r => r.Version, "Rises with every change; a change sends the version that was read.", DataClass.Internal);
        request.Field(r => r.Kind, DataClass.Basic);
        request.Field(r => r.Channel, DataClass.Basic);
        request.Field(r => r.State, DataClass.Basic);
        request.Field(r => r.Content, DataClass.Sensitive);
        request.Field(r => r.PaperNumber, DataClass.Basic);
        request.Field(r => r.InvolvesThirdParty, DataClass.Basic);
        request.Field(r => r.ReceivedOn, DataClass.Basic);
        request.Field(r => r.RecordedAt, DataClass.Basic);
        request.Field(r => r.AcknowledgeDueOn, DataClass.Basic);
        request.Field(r => r.CompletionDueOn, DataClass.Basic);
        request.Field(r => r.AcknowledgedAt, DataClass.Basic);
        request.Field(r => r.ExtendedByDays, DataClass.Basic);
        request.Field(r => r.ExtensionReason, DataClass.Sensitive);
        request.Field(r => r.ClosedAt, DataClass.Basic);
        request.Field(r => r.Result, DataClass.Sensitive);
        request.Field(r => r.RefusalGround, DataClass.Basic);
        request.Field(r => r.RefusalReason, DataClass.Sensitive);
        request.Field(r => r.CopyPreparedAt, DataClass.Basic);
        request.Field(r => r.CopyExpiresAt, DataClass.Basic);
        request.Computed<string?>(
            "copyPath", "Where the copy is fetched, below the address of the province: add ?format=json for programs or ?format=pdf for people. Null where none was prepared.",
            DataClass.Internal,
            row => $"case when {row[r => r.CopyPreparedAt]} is not null then '/downloads/data-copies/' || {row[r => r.Id]} end");
        request.Computed<bool>(
            "isLate", "Whether it was closed after its last day, or is still open after it (PD-09).", DataClass.Basic,
            row => $"(coalesce(({row[r => r.ClosedAt]} at time zone interval '7 hours')::date, {row.Today}) > {row[r => r.CompletionDueOn]})");
        request.Reference("member", "Member", r => r.MemberId, "The person whose data it is about.");
        request.Reference("organization", "Organization", r => r.OrganizationId, "The cell to which the person belongs, or belonged last.");

        request
            .FilterByOrganization("organization", "Those of persons of a cell, or of all cells of an organization.", r => r.OrganizationId)
            .Filter(r => r.Kind)
            .Filter(r => r.State)
            .Filter(r => r.Channel)
            .Filter(r => r.ReceivedOn)
            .Filter(r => r.CompletionDueOn)
            .Filter(r => r.RefusalGround)
            .Filter<bool>("open", "Those that are open, or those that are closed.", (r, value) => $"({r[row => row.ClosedAt]} is null) = {value}");
        request
            .Sortable("RECEIVED", r => r.ReceivedOn)
            .Sortable("DUE", r => r.CompletionDueOn)
            .SortedBy("RECEIVED", descending: true);
    }
}

internal sealed class SubjectRequestQueries : QueryFields
{
    protected override void Define(QueryBuilder query)
    {
        query.ById<SubjectRequest>("subjectRequest", "One request of a data subject.");
        query.Connection<SubjectRequest>("subjectRequests", "The requests of data subjects whom the user may see: for most users their own.");
    }
}

/// <summary>What the module adds to members.</summary>
internal sealed class MemberRequests() : EntityTypeExtension("Member")
{
    protected override void Define(EntityExtensionBuilder member) =>
        member.Connection<SubjectRequest>("subjectRequests", r => r.MemberId, "The requests that the person made about their own data (PD-08).");
}
