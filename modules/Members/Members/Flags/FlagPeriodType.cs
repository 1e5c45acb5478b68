using Modular.Kernel.Access;
using Modular.Kernel.GraphQL;
using Modular.Members.Contracts;
using Modular.Members.Data;

namespace Modular.Members.Flags;

internal sealed class FlagPeriodType : EntityType<FlagPeriod, MembersDbContext>
{
    protected override void Define(EntityTypeBuilder<FlagPeriod> flag)
    {
        flag.Name("MembershipFlagPeriod").Requires(MembersPermissions.Read);
        flag.Describe("A period in which a flag was set on a member.");
        flag.Field(f => f.Flag, DataClass.Basic);
        flag.Field(f => f.DecisionNumber, DataClass.Basic);
        flag.Field(f => f.DecidedOn, DataClass.Basic);
        flag.Field(f => f.Reason, DataClass.Sensitive).Requires(MembersPermissions.ReadSensitive);
        flag.Period(f => f.Valid, "validFrom", "validTo", "the flag.", DataClass.Basic).Dated(f => f.Valid);
        flag.Sortable("FIRST_DAY", f => f.FirstDay!).SortedBy("FIRST_DAY", descending: true);
    }
}
