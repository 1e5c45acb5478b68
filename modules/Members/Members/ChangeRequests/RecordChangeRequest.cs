using Modular.Kernel.Access;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Policies;
using Modular.Kernel.Results;
using Modular.Members.Contracts;
using Modular.Members.Data;
using Modular.Members.People;
using Modular.Members.Proposals;

namespace Modular.Members.ChangeRequests;

/// <summary>A member's request to change their own record (đề nghị điều chỉnh, bổ sung hồ sơ), MEM-08: decided by whoever keeps the records, with a before and after trace.</summary>
internal sealed class RecordChangeRequest : MemberProposal
{
    /// <summary>Why the member asks.</summary>
    public string Reason { get; init; } = "";
}

/// <summary>In what time requests of members are decided on.</summary>
internal sealed record RecordChangePolicy : IPolicy
{
    /// <inheritdoc />
    public static string Key => "members.record-changes";

    /// <inheritdoc />
    public static RuleReference Source => Rules.RequestedCorrections;

    /// <summary>In how many days a correction that a person asks for is made or refused (PD-09).</summary>
    public int DecisionDays { get; init; } = 10;

    /// <summary>How many days before the last day it is called to mind; no instrument fixes it.</summary>
    public IReadOnlyList<int> ReminderDays { get; init; } = [3];

    /// <summary>How many requests of one member wait at the same time at most; no instrument fixes it.</summary>
    public int MostOpen { get; init; } = 5;
}

internal sealed class RecordChangeRequestType : EntityType<RecordChangeRequest, MembersDbContext>
{
    protected override void Define(EntityTypeBuilder<RecordChangeRequest> request)
    {
        request.Name("RecordChangeRequest");
        request.Describe("A member's request to change their own record (đề nghị điều chỉnh, bổ sung hồ sơ).");
        MemberProposalType.Define(request);
        request.Field(r => r.Reason, DataClass.Sensitive).Requires(MembersPermissions.ReadSensitive);
    }
}

internal sealed class RecordChangeRequestQueries : QueryFields
{
    protected override void Define(QueryBuilder query) => query.Connection<RecordChangeRequest>(
        "recordChangeRequests", "The requests of members to change their records (đề nghị điều chỉnh hồ sơ), the oldest first.");
}

/// <summary>What change requests add to members.</summary>
internal static class MemberChangeRequests
{
    public static void Define(EntityTypeBuilder<Member> member) => member.Children<RecordChangeRequest>(
        "recordChangeRequests", r => r.MemberId, "The member's requests to change their own record, the newest first.").SortedBy("SUBMITTED_ON", descending: true).AtMost(60);
}
