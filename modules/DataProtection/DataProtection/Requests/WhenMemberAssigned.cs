using Microsoft.EntityFrameworkCore;
using Modular.DataProtection.Data;
using Modular.Kernel.Events;
using Modular.Members.Contracts;

namespace Modular.DataProtection.Requests;

/// <summary>An open request goes with its person to another cell, so that those who may handle it there see it.</summary>
internal sealed class WhenMemberAssigned(DataProtectionDbContext db) : IEventHandler<MemberAssigned>
{
    /// <inheritdoc />
    public async Task HandleAsync(MemberAssigned happened, EventContext context, CancellationToken cancellationToken)
    {
        if (happened.Kind != AssignmentKind.Official)
            return;
        var open = await db.Requests.Where(request => request.MemberId == happened.MemberId && request.ClosedAt == null).ToListAsync(cancellationToken);
        foreach (var request in open)
            request.OrganizationId = happened.OrganizationId;
    }
}
