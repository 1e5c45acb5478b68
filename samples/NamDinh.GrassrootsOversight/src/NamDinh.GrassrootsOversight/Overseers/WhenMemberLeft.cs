using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Events;
using Modular.Members.Contracts;
using NamDinh.GrassrootsOversight.Data;

namespace NamDinh.GrassrootsOversight.Overseers;

/// <summary>Whoever leaves the Party, or dies, is in charge of nothing any more.</summary>
internal sealed class WhenMemberLeft(OversightDbContext db) : IEventHandler<MemberStatusChanged>
{
    /// <inheritdoc />
    public async Task HandleAsync(MemberStatusChanged happened, EventContext context, CancellationToken cancellationToken)
    {
        if (!happened.Status.IsFinal())
            return;
        foreach (var assignment in await db.Assignments.Where(row => row.OverseerId == happened.MemberId && row.ToOn == null).ToListAsync(cancellationToken))
            assignment.End(happened.EffectiveOn);
        foreach (var household in await db.Cases.Where(row => row.InChargeId == happened.MemberId).ToListAsync(cancellationToken))
            household.PutInCharge(null);
        foreach (var household in await db.Households.Where(row => row.InChargeId == happened.MemberId).ToListAsync(cancellationToken))
            household.PutInCharge(null);
    }
}
