using Modular.Kernel.Access;

namespace Modular.Kernel.GraphQL.WorkItems;

internal sealed class WorkItemType : EntityType<WorkItem, WorkItemsDbContext>
{
    public const string ShownTo = "Each item is shown to those who hold the permission of its kind at its organization; of others nothing is heard.";

    protected override void Define(EntityTypeBuilder<WorkItem> item)
    {
        item.Name("WorkItem").Describe("Something that is due (việc đến hạn): for whom, by when, under which rule.").Public(ShownTo).IsNode();

        item.Field(i => i.Version, DataClass.Internal);
        item.Field(i => i.Module, DataClass.Internal);
        item.Reference("organization", "Organization", i => i.OrganizationId, "The organization that it is about, or whose member it is about.", DataClass.Internal);
        item.Reference("responsible", "Organization", i => i.ResponsibleId, "The organization that has to do it (tổ chức chịu trách nhiệm).", DataClass.Internal);
        item.Reference("member", "Member", i => i.MemberId, "The member whom it is about; null where it is about none, or out of your reach.", DataClass.Basic);
        item.Field(i => i.BaseOn, DataClass.Basic);
        item.Field(i => i.DueOn, DataClass.Basic);
        item.Computed<bool>(
            "isOverdue", "Whether it is open and its last day is past (quá hạn).", DataClass.Basic, row => $"({row[i => i.State]} = 'OPEN' and {row[i => i.DueOn]} < {row.Today})");
        item.Field(i => i.State, DataClass.Basic);
        item.Field(i => i.OpenedAt, DataClass.Internal);
        item.Field(i => i.ClosedAt, DataClass.Internal);
        item.Field(i => i.AssigneeName, DataClass.Basic);
        item.Computed<bool>(
            "isMine", "Whether it was given to you.", DataClass.Internal, row => $"coalesce({row[i => i.AssigneeId]} = {row.Viewer}, false)");
        item.Field(i => i.Note, DataClass.Basic);
        item.Field(i => i.RemindedOn, DataClass.Internal);

        item.Filter(i => i.KindId);
        item.Filter(i => i.Module);
        item.Filter(i => i.DueOn);
        item.Filter<bool>("overdue", "Those whose last day is past, or the others.", (row, value) => $"({row[i => i.DueOn]} < {row.Today}) = {value}");
        item.Filter<bool>("mine", "Those that were given to you, or the others.", (row, value) => $"coalesce({row[i => i.AssigneeId]} = {row.Viewer}, false) = {value}");
        item.Filter<bool>("assigned", "Those that were given to somebody, or the others.", (row, value) => $"({row[i => i.AssigneeId]} is not null) = {value}");
        item.FilterByOrganization("organization", "Those of an organization, with all below it unless you say otherwise.", i => i.OrganizationId);
        item.FilterByOrganization("responsible", "Those that an organization has to do, with all below it unless you say otherwise.", i => i.ResponsibleId);
        item.Sortable("DUE", i => i.DueOn).Sortable("OPENED", i => i.OpenedAt).Sortable("CLOSED", i => i.ClosedAt).SortedBy("DUE");
    }
}
