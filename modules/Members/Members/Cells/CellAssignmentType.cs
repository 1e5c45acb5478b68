using Modular.Kernel.Access;
using Modular.Kernel.GraphQL;
using Modular.Members.Contracts;
using Modular.Members.Data;

namespace Modular.Members.Cells;

internal sealed class CellAssignmentType : EntityType<CellAssignment, MembersDbContext>
{
    protected override void Define(EntityTypeBuilder<CellAssignment> assignment)
    {
        assignment.Requires(MembersPermissions.Read);
        assignment.Describe("A period in which a member belonged to a cell, or was active there for a time.");
        assignment.Field(a => a.Kind, DataClass.Basic);
        assignment.Field(a => a.DecisionNumber, DataClass.Basic);
        assignment.Field(a => a.DecidedOn, DataClass.Basic);
        assignment.Field(a => a.Reason, DataClass.Basic);
        assignment.Reference("organization", "Organization", a => a.OrganizationId, "The cell (chi bộ).");
        assignment.Reference("member", "Member", a => a.MemberId, "The member.");
        assignment.Filter(a => a.Kind);
        assignment.Period(a => a.Valid, "validFrom", "validTo", "in this cell.", DataClass.Basic).Dated(a => a.Valid);
        assignment.Sortable("FIRST_DAY", a => a.FirstDay!).SortedBy("FIRST_DAY", descending: true);
    }
}
