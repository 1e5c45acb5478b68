using System.Text.Json;
using Modular.Kernel.Access;
using Modular.Kernel.Events;
using Modular.Kernel.GraphQL;
using Modular.Members.Contracts;
using Modular.Members.Data;
using Modular.Members.People;

namespace Modular.Members.Dues;

internal sealed class DuesMonthType : EntityType<DuesMonth, MembersDbContext>
{
    protected override void Define(EntityTypeBuilder<DuesMonth> dues)
    {
        dues.Name("DuesMonth").Requires(MembersPermissions.Read);
        dues.Describe("Whether a member paid dues for a month (đóng đảng phí).");
        dues.Field(d => d.Month, DataClass.Basic);
        dues.Field(d => d.State, DataClass.Basic);
        dues.Field(d => d.Reason, DataClass.Sensitive).Requires(MembersPermissions.ReadSensitive);
        dues.Filter(d => d.Month).Filter(d => d.State);
        dues.Sortable("MONTH", d => d.Month).SortedBy("MONTH", descending: true);
    }
}

/// <summary>What dues add to members.</summary>
internal static class MemberDues
{
    private static readonly string Policy = JsonSerializer.Serialize(new DuesPolicy(), EventJson.Options);

    public static void Define(EntityTypeBuilder<Member> member)
    {
        member.Connection<DuesMonth>("duesMonths", d => d.MemberId, "The months for which the register knows whether dues were paid (đảng phí), the latest first.");
        member.Filter<int>(
            "duesUnpaidIn", "Those who paid no dues for three months or more of a year without good reason (REM-06).",
            (m, value) => $"""
                {m[row => row.Id]} in (
                    select dues.member_id from members.dues_month as dues
                    where dues.province_id = (select current_setting('app.province')::smallint) and dues.state = 'UNPAID_WITHOUT_REASON'
                        and dues.month >= make_date({value}, 1, 1) and dues.month <= make_date({value}, 12, 1)
                    group by dues.member_id
                    having count(*) >= (kernel.policy_on('members.dues', {Policy}::jsonb, make_date({value}, 12, 31)) ->> 'unpaidMonths')::integer)
                """);
    }
}
