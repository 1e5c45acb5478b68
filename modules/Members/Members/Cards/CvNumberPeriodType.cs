using Modular.Kernel.Access;
using Modular.Kernel.GraphQL;
using Modular.Members.Contracts;
using Modular.Members.Data;

namespace Modular.Members.Cards;

internal sealed class CvNumberPeriodType : EntityType<CvNumberPeriod, MembersDbContext>
{
    protected override void Define(EntityTypeBuilder<CvNumberPeriod> number)
    {
        number.Name("CvNumber").Requires(MembersPermissions.Read);
        number.Describe("A CV number (số lý lịch) and when it was in force.");
        number.Field(n => n.Number, DataClass.Basic);
        number.Period(n => n.Valid, "validFrom", "validTo", "the number in force.", DataClass.Basic).Dated(n => n.Valid);
        number.Sortable("FIRST_DAY", n => n.FirstDay!).SortedBy("FIRST_DAY", descending: true);
    }
}
