using Microsoft.EntityFrameworkCore;
using Modular.Host.Identity;
using Modular.Kernel.Access;
using Modular.Kernel.Results;
using Modular.Kernel.Time;

namespace Modular.Host.Administration.Access;

/// <summary>Ends a grant at once.</summary>
internal sealed class GrantEnding(AccessChange change, RoleReader roles, GivingRights rights, ICurrentAccess access, TimeProvider clock)
{
    public Task<Result<RoleGrant>> RunAsync(EndGrantInput input, CancellationToken cancellationToken) =>
        change.RunAsync(input.Reason, (db, cancellation) => EndAsync(db, input, cancellation), cancellationToken);

    private async Task<Result<RoleGrant>> EndAsync(AccessDbContext db, EndGrantInput input, CancellationToken cancellationToken)
    {
        var grant = await db.GrantsAnywhere.SingleOrDefaultAsync(row => row.Id == input.Id, cancellationToken);
        if (grant is null || !await MayEndAsync(grant, cancellationToken))
            return new GrantIsNotYoursToEnd { Field = "input.id" };
        db.Expect(grant, input.ExpectedVersion);
        List<Problem> problems = [.. AccessInput.Reason(input.Reason)];
        if (grant.IsOver(clock.Today()))
            problems.Add(new GrantIsOver { Field = "input.id" });
        if (problems.Count > 0)
            return problems;
        grant.End(access, clock.GetUtcNow(), input.Reason.Trim());
        return grant;
    }

    private async Task<bool> MayEndAsync(RoleGrant grant, CancellationToken cancellationToken)
    {
        if (grant.UserId == access.UserId || (grant.DelegatedFrom is not null && grant.GrantedById == access.UserId))
            return true;
        if (!access.Holds(HostPermissions.Grant) || await roles.FindAsync(grant.RoleId, cancellationToken) is not { } role)
            return false;
        return (await rights.LackedAsync(role.Permissions.Select(held => held.Name), grant.Reach, grant.OrganizationId, cancellationToken)).Count == 0;
    }
}
