using System.Text.Json;
using Modular.Kernel.Access;
using Modular.Kernel.Events;
using Modular.Kernel.GraphQL;
using Modular.Members.Contracts;
using Modular.Members.Memberships;

namespace Modular.Members.Documents;

/// <summary>What members show of the CV that each new one writes (MEM-01).</summary>
internal sealed class MemberCv() : EntityTypeExtension("Member")
{
    private static readonly string Policy = JsonSerializer.Serialize(new MemberCvPolicy(), EventJson.Options);

    protected override void Define(EntityExtensionBuilder member)
    {
        member.Statement<DateOnly?>(
            "cvDueBy", "By when the member writes, or wrote, the member CV (hạn viết lý lịch đảng viên): so many working days after the latest ceremony; null where none is followed (MEM-01).",
            DataClass.Basic, due => due.Sql(sql =>
            {
                var membership = sql.Table<Membership>("membership");
                return $"""
                    select distinct on ({membership[m => m.MemberId]}) {membership[m => m.MemberId]} as key,
                        case when {membership[m => m.CeremonyOn]} >= (policy.value ->> 'ceremoniesFrom')::date
                            then kernel.due_after({membership[m => m.CeremonyOn]}, (policy.value ->> 'writingWorkingDays')::integer) end as value
                    from {membership} cross join lateral (select kernel.policy_on('members.member-cv', {Policy}::jsonb, {membership[m => m.CeremonyOn]}) as value) as policy
                    where {membership[m => m.MemberId]} = any ({sql.Keys}) and {membership[m => m.CeremonyOn]} is not null
                    order by {membership[m => m.MemberId]}, {membership[m => m.Ordinal]} desc
                    """;
            })).Requires(MembersPermissions.Read);
        member.Statement<DateOnly?>(
            "cvHandedInOn", "The day on which the member CV was handed in, as the papers of the file say (ngày nộp lý lịch đảng viên); null where none says it.",
            DataClass.Basic, handedIn => handedIn.Sql(sql =>
            {
                var document = sql.Table<MemberDocument>("document");
                return $"""
                    select {document[d => d.MemberId]} as key, min({document[d => d.ReceivedOn]}) as value
                    from {document} where {document[d => d.MemberId]} = any ({sql.Keys}) and {document[d => d.Kind]} = 'MEMBER_CV'
                    group by {document[d => d.MemberId]}
                    """;
            })).Requires(MembersPermissions.ReadRecord);
    }
}
