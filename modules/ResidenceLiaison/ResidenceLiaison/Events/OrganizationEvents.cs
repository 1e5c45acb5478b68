using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Events;
using Modular.Organizations.Contracts;
using Modular.ResidenceLiaison.Data;

namespace Modular.ResidenceLiaison.Events;

/// <summary>Cells that move belong to another workplace; their members are introduced already.</summary>
internal sealed class WhenOrganizationMoved(WorkplacesFollow workplaces) : IEventHandler<OrganizationMoved>
{
    /// <inheritdoc />
    public Task HandleAsync(OrganizationMoved happened, EventContext context, CancellationToken cancellationToken) =>
        workplaces.RunAsync(happened.OrganizationId, happened.EffectiveOn, cancellationToken);
}

/// <summary>A cell that becomes a committee, or a committee that becomes a cell, is another workplace for those below it.</summary>
internal sealed class WhenOrganizationKindChanged(WorkplacesFollow workplaces) : IEventHandler<OrganizationKindChanged>
{
    /// <inheritdoc />
    public Task HandleAsync(OrganizationKindChanged happened, EventContext context, CancellationToken cancellationToken) =>
        workplaces.RunAsync(happened.OrganizationId, happened.EffectiveOn, cancellationToken);
}

/// <summary>Lets introductions follow their cells through reorganizations, so that counts of grassroots organizations stay those of the tree.</summary>
internal sealed class WorkplacesFollow(LiaisonDbContext db, Workplaces workplaces)
{
    /// <summary>Finds anew the grassroots organizations of all open introductions of cells that are below an organization, or were.</summary>
    public async Task RunAsync(Guid organizationId, DateOnly effectiveOn, CancellationToken cancellationToken)
    {
        var day = effectiveOn > db.Today ? effectiveOn : db.Today;
        var below = await Workplaces.CellsBelowAsync(db, organizationId, day, cancellationToken);
        var rows = await db.Introductions
            .Where(row => row.ClosedOn == null && (below.Contains(row.CellId) || row.WorkplaceId == organizationId)).ToListAsync(cancellationToken);
        var workplaceOf = await workplaces.FindAsync([.. rows.Select(row => row.CellId)], day, cancellationToken);
        foreach (var row in rows)
            row.WorkAt(row.CellId, workplaceOf[row.CellId]);
    }
}
