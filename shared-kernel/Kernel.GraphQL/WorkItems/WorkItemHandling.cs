using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Access;
using Modular.Kernel.Organizations;
using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Postgres.Provinces;
using Modular.Kernel.Postgres.WorkItems;
using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Results;
using Modular.Kernel.WorkItems;

namespace Modular.Kernel.GraphQL.WorkItems;

/// <summary>What people change of work items: who is to do them, and what is noted on them.</summary>
internal sealed class WorkItemHandling(
    IWrite<WorkItemsDbContext> write,
    WorkItemCatalog catalog,
    ProvinceModules modules,
    IOrganizationTree tree,
    IWorkItemAssignees assignees,
    ICurrentAccess access)
{
    private const int NoteLength = 1000;

    public Task<Result<WorkItem>> AssignAsync(AssignWorkItemInput input, CancellationToken cancellationToken) => write.RunAsync(
        async (db, cancellation) =>
        {
            var opened = await OpenAsync(db, input.Id, input.ExpectedVersion, cancellation);
            if (!opened.Succeeded)
                return opened.Problems.ToList();
            var (item, kind, path) = opened.Value;
            var assignee = input.UserName is null ? null : await assignees.FindAsync(input.UserName, cancellation);
            if (input.UserName is not null && assignee?.Access.ScopeOf(kind.Permission).Covers(item.OrganizationId, path) is not true)
                return new AssigneeMayNotSeeTheItem(input.UserName) { Field = "input.userName" };
            item.Assign(assignee);
            return (Result<WorkItem>)item;
        },
        cancellationToken);

    public Task<Result<WorkItem>> NoteAsync(NoteWorkItemInput input, CancellationToken cancellationToken)
    {
        var note = input.Note?.Trim() is { Length: > 0 } text ? text : null;
        if (note?.Length > NoteLength)
        {
            var tooLong = new LocalizedText($"Ghi chú dài quá {NoteLength} ký tự.", $"The note is longer than {NoteLength} characters.");
            return Task.FromResult<Result<WorkItem>>(new InvalidInput(tooLong) { Field = "input.note" });
        }

        return write.RunAsync(
            async (db, cancellation) =>
            {
                var opened = await OpenAsync(db, input.Id, input.ExpectedVersion, cancellation);
                if (!opened.Succeeded)
                    return opened.Problems.ToList();
                opened.Value.Item.Note = note;
                return (Result<WorkItem>)opened.Value.Item;
            },
            cancellationToken);
    }

    /// <summary>The item, if the user sees it, may handle it, and it is open.</summary>
    private async Task<Result<OpenedItem>> OpenAsync(WorkItemsDbContext db, Guid id, int expectedVersion, CancellationToken cancellationToken)
    {
        var item = await db.Items.IgnoreQueryFilters([ModuleDbContext.ScopeFilter]).SingleOrDefaultAsync(row => row.Id == id, cancellationToken);
        if (item is null || catalog.Find(item.KindId) is not { } kind || !await IsEnabledAsync(db, item, cancellationToken))
            return new NotFound("WorkItem") { Field = "input.id" };
        var path = (await tree.FindAsync(item.OrganizationId, db.Today, cancellationToken))?.Path ?? "";
        if (!access.ScopeOf(kind.Permission).Covers(item.OrganizationId, path))
            return new NotFound("WorkItem") { Field = "input.id" };
        if (!access.ScopeOf(kind.HandlingPermission).Covers(item.OrganizationId, path))
            return new WorkItemIsNotYoursToHandle { Field = "input.id" };
        if (item.State != WorkItemState.Open)
            return new WorkItemIsClosed { Field = "input.id" };
        db.Expect(item, expectedVersion);
        return new OpenedItem(item, kind, path);
    }

    private async Task<bool> IsEnabledAsync(WorkItemsDbContext db, WorkItem item, CancellationToken cancellationToken) =>
        (await modules.ReadAsync(cancellationToken)).TryGetValue(db.Province, out var enabled) && catalog.IsEnabled(item.Module, enabled);

    private sealed record OpenedItem(WorkItem Item, WorkItemKind Kind, string Path);
}
