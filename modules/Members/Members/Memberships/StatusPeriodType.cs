using Modular.Kernel.Access;
using Modular.Kernel.GraphQL;
using Modular.Members.Contracts;
using Modular.Members.Data;

namespace Modular.Members.Memberships;

internal sealed class StatusPeriodType : EntityType<StatusPeriod, MembersDbContext>
{
    protected override void Define(EntityTypeBuilder<StatusPeriod> status)
    {
        status.Name("MembershipStatusPeriod").Requires(MembersPermissions.Read);
        status.Describe("A period in which a person had one status.");
        status.Field(s => s.Status, DataClass.Basic);
        status.Field(s => s.DecisionNumber, DataClass.Basic);
        status.Field(s => s.DecidedOn, DataClass.Basic);
        status.Field(s => s.DecidedBy, DataClass.Basic);
        status.Field(s => s.Reason, DataClass.Sensitive).Requires(MembersPermissions.ReadSensitive);
        status.Period(s => s.Valid, "validFrom", "validTo", "the status.", DataClass.Basic).Dated(s => s.Valid);
        status.Sortable("FIRST_DAY", s => s.FirstDay!).SortedBy("FIRST_DAY", descending: true);
    }
}
