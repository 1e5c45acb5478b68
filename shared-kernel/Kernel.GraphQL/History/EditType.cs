using Modular.Kernel.Access;

namespace Modular.Kernel.GraphQL.History;

internal sealed class EditType : EntityType<StoredEdit, HistoryDbContext>
{
    protected override void Define(EntityTypeBuilder<StoredEdit> edit)
    {
        edit.Name("Edit").Requires(HistoryPermissions.Read);
        edit.Describe("A change that somebody made (lịch sử thay đổi). It is never altered, and sealed in a chain (see `historySeal`).");
        edit.Field(e => e.Action, DataClass.Internal);
        edit.Field(e => e.MadeAt, DataClass.Internal);
        edit.Field(e => e.UserName, DataClass.Basic).Named("madeBy");
        edit.Field(e => e.Reason, DataClass.Basic);
        edit.Field(e => e.Document, DataClass.Internal);
        edit.Sortable("MADE_AT", e => e.MadeAt).SortedBy("MADE_AT", descending: true);
    }
}

/// <summary>What the history adds to members.</summary>
internal sealed class MemberHistory() : EntityTypeExtension("Member")
{
    protected override void Define(EntityExtensionBuilder member) => member.Connection<StoredEdit>(
        "history", e => e.SubjectId, "Who changed the record, when and why, the latest first (lịch sử thay đổi hồ sơ). A member sees their own; an officer what was changed where they may see the history.");
}

/// <summary>What the history adds to organizations.</summary>
internal sealed class OrganizationHistory() : EntityTypeExtension("Organization")
{
    protected override void Define(EntityExtensionBuilder organization) => organization.Connection<StoredEdit>(
        "history", e => e.OrganizationId, "Who changed something of the organization or of those on its list, when and why, the latest first (lịch sử thay đổi).");
}
