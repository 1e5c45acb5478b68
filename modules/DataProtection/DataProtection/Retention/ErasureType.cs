using Modular.DataProtection.Contracts;
using Modular.DataProtection.Data;
using Modular.Kernel.Access;
using Modular.Kernel.GraphQL;

namespace Modular.DataProtection.Retention;

internal sealed class ErasureType : EntityType<Erasure, DataProtectionDbContext>
{
    protected override void Define(EntityTypeBuilder<Erasure> erasure)
    {
        erasure.Name("Erasure").Requires(DataProtectionPermissions.PlanRetention);
        erasure.Describe("An act that erases what names persons whose data are no more to be kept (xóa dữ liệu hết thời hạn lưu giữ). Its texts name nobody.");
        erasure.Field(e => e.Id, DataClass.Internal).Named("key");
        erasure.Field(e => e.Version, "Rises with every change; a change sends the version that was read.", DataClass.Internal);
        erasure.Field(e => e.State, DataClass.Internal);
        erasure.Field(e => e.Classes, DataClass.Internal);
        erasure.Field(e => e.PersonCount, DataClass.Internal);
        erasure.Field(e => e.Reason, DataClass.Internal);
        erasure.Field(e => e.DecisionNumber, DataClass.Internal);
        erasure.Field(e => e.ProposedAt, DataClass.Internal);
        erasure.Field(e => e.ProposedBy, DataClass.Internal);
        erasure.Field(e => e.ClosedAt, DataClass.Internal);
        erasure.Field(e => e.ClosedBy, DataClass.Internal);
        erasure.Field(e => e.RejectionReason, DataClass.Internal);
        erasure.Field(e => e.RowCount, DataClass.Internal);
        erasure.Filter(e => e.State);
        erasure.Sortable("PROPOSED", e => e.ProposedAt).SortedBy("PROPOSED", descending: true);
    }
}

internal sealed class ErasureQueries : QueryFields
{
    protected override void Define(QueryBuilder query) =>
        query.Connection<Erasure>("erasures", "The acts that erased, or are proposed to erase, what names persons whose data are no more to be kept.");
}
