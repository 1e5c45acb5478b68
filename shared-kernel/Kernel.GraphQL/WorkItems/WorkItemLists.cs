namespace Modular.Kernel.GraphQL.WorkItems;

internal sealed class OrganizationWorkItems() : EntityTypeExtension("Organization")
{
    protected override void Define(EntityExtensionBuilder organization) => organization
        .Connection<WorkItem>("workItems", i => i.OrganizationId, "What is due about the organization and its members, overdue first (việc phải làm).")
        .IncludesSubtree()
        .Only<WorkItem>(WorkItemQueries.IsOpen);
}

internal sealed class MemberWorkItems() : EntityTypeExtension("Member")
{
    protected override void Define(EntityExtensionBuilder member) => member
        .Connection<WorkItem>("workItems", i => i.MemberId, "What is due about the member, overdue first (việc phải làm).")
        .Only<WorkItem>(WorkItemQueries.IsOpen);
}
