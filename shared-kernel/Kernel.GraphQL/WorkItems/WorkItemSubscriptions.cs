using System.Runtime.CompilerServices;
using Modular.GraphQL.CodeFirst;
using Modular.GraphQL.Execution;
using Modular.Kernel.Access;
using Modular.Kernel.Postgres.Notifications;
using Modular.Kernel.Provinces;

namespace Modular.Kernel.GraphQL.WorkItems;

[SubscriptionType]
internal static class WorkItemSubscriptions
{
    private const string Channel = "modular_work_items";

    // The calendar makes items overdue without a word; whoever shows a list reads it again from time to time.
    private static readonly TimeSpan LookAfter = TimeSpan.FromMinutes(30);

    /// <summary>
    /// Follows work items: each that opens, changes, is called to mind or closes, as it stands then. Null says that more has changed than is told one by one (an import, a new
    /// day, a lost connection): ask `workItems` and `workItemCounts` again.
    /// </summary>
    /// <param name="id">The item that changed; null for many.</param>
    /// <param name="focus">Looks whether the item is among those that are followed.</param>
    /// <param name="request">Passes over what is not followed.</param>
    /// <param name="organizationId">Only items of this organization and all below it.</param>
    /// <param name="kindIds">Only items of these kinds.</param>
    /// <param name="mine">Only items that are given to you.</param>
    /// <param name="cancellationToken">Cancels.</param>
    [Public(WorkItemType.ShownTo)]
    [Classified(DataClass.Basic)]
    [References("WorkItem")]
    [Subscribe(With = nameof(ChangesAsync))]
    public static async Task<Guid?> WorkItemChangedAsync(
        [EventMessage] Guid? id,
        WorkItemFocus focus,
        RequestContext request,
        CancellationToken cancellationToken,
        [ID("Organization")] Guid? organizationId = null,
        IReadOnlyList<string>? kindIds = null,
        bool mine = false)
    {
        if (id is not { } changed || await focus.HoldsAsync(changed, organizationId, kindIds, mine, cancellationToken))
            return id;
        request.SkipsEvent = true;
        return null;
    }

    private static async IAsyncEnumerable<Guid?> ChangesAsync(
        DatabaseFeeds feeds, ICurrentProvince province, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var feed = feeds.Open(Channel, $"{province.Province.Id}", LookAfter);
        while (true)
            yield return Guid.TryParse(await feed.NextAsync(cancellationToken), out var id) ? id : null;
    }
}
