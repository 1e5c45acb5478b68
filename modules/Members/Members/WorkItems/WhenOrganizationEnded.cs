using Modular.Kernel.Events;
using Modular.Kernel.WorkItems;
using Modular.Organizations.Contracts;

namespace Modular.Members.WorkItems;

/// <summary>Nothing is due any more about a cell that is no more.</summary>
internal sealed class WhenOrganizationEnded(IWorkItems workItems) : IEventHandler<OrganizationEnded>
{
    /// <inheritdoc />
    public Task HandleAsync(OrganizationEnded happened, EventContext context, CancellationToken cancellationToken)
    {
        workItems.Reconsider(CellBelowMinimum.KindId, [happened.OrganizationId]);
        return Task.CompletedTask;
    }
}
