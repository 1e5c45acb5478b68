using Microsoft.EntityFrameworkCore;
using Modular.Host.Identity;
using Modular.Kernel.Access;
using Modular.Kernel.Results;
using Modular.Kernel.Time;

namespace Modular.Host.Administration.Access;

/// <summary>Lets somebody stand in for the user for some days.</summary>
internal sealed class RoleDelegation(AccessChange change, RoleRecipients recipients, RoleReader roles, ICurrentAccess access, TimeProvider clock)
{
    public Task<Result<RoleGrant>> RunAsync(DelegateRoleInput input, CancellationToken cancellationToken) =>
        change.RunAsync(input.Reason, (db, cancellation) => DelegateAsync(db, input, cancellation), cancellationToken);

    private async Task<Result<RoleGrant>> DelegateAsync(AccessDbContext db, DelegateRoleInput input, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var period = new GrantPeriod(input.From ?? today, input.To);
        // Whose grants there are is not told to whoever does not hold them.
        if (await db.GrantsAnywhere.SingleOrDefaultAsync(row => row.Id == input.GrantId && row.UserId == access.UserId, cancellationToken) is not { } own)
            return new GrantIsNotYours { Field = "input.grantId" };
        List<Problem> problems =
        [
            .. await recipients.AgainstAsync(db, input.UserId, input.Reason, cancellationToken), .. period.Against(today), .. Against(own, input.To, today),
        ];
        if (await roles.FindAsync(own.RoleId, cancellationToken) is { RequiresSecondFactor: true } && access is not RequestAccess { User.HasSecondFactor: true })
            problems.Add(new SecondFactorIsNotProven { Field = "input.grantId" });
        if (problems.Count > 0)
            return problems;
        var given = new GrantedRole(input.UserId, own.RoleId, own.Reach, own.OrganizationId, own.Id);
        var grant = RoleGrant.Give(given, period, access, clock.GetUtcNow(), input.Reason.Trim());
        db.Grants.Add(grant);
        return grant;
    }

    private static IEnumerable<Problem> Against(RoleGrant own, DateOnly last, DateOnly today)
    {
        if (own.IsOver(today))
            yield return new GrantIsOver { Field = "input.grantId" };
        if (own.DelegatedFrom is not null || own.Reach == Reach.Self)
            yield return new GrantCannotBeDelegated { Field = "input.grantId" };
        if (!own.IsOver(today) && !own.Valid.UpperBoundInfinite && last >= own.Valid.UpperBound)
            yield return new DelegationOutlastsTheGrant(own.Valid.UpperBound.AddDays(-1)) { Field = "input.to" };
    }
}
