using Modular.Kernel.Access;
using Modular.Kernel.Organizations;
using Modular.Kernel.Results;
using Modular.Kernel.Time;

namespace Modular.Host.Administration.Access;

/// <summary>Gives a user a role at a place.</summary>
internal sealed class RoleGiving(
    AccessChange change, RoleRecipients recipients, RoleReader roles, GivingRights rights, IOrganizationTree tree, ICurrentAccess access, TimeProvider clock)
{
    public Task<Result<RoleGrant>> RunAsync(GiveRoleInput input, CancellationToken cancellationToken) =>
        change.RunAsync(input.Reason, (db, cancellation) => GiveAsync(db, input, cancellation), cancellationToken);

    private async Task<Result<RoleGrant>> GiveAsync(AccessDbContext db, GiveRoleInput input, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var period = new GrantPeriod(input.From ?? today, input.To);
        var role = await roles.FindAsync(input.RoleId, cancellationToken);
        List<Problem> problems = [.. await recipients.AgainstAsync(db, input.UserId, input.Reason, cancellationToken), .. period.Against(today)];
        if (role is null)
            problems.Add(new NotFound("Role") { Field = "input.roleId" });
        problems.AddRange(await PlaceAsync(input, today, cancellationToken));
        if (role is null || problems.Count > 0)
            return problems;

        var lacked = await rights.LackedAsync(role.Permissions.Select(held => held.Name), input.Reach, input.OrganizationId, cancellationToken);
        if (lacked.Count > 0)
            return new RoleHoldsMoreThanYouMayGive(lacked) { Field = "input.roleId" };
        var given = new GrantedRole(input.UserId, role.Id, input.Reach, input.OrganizationId);
        var grant = RoleGrant.Give(given, period, access, clock.GetUtcNow(), input.Reason.Trim());
        db.Grants.Add(grant);
        return grant;
    }

    private async Task<IEnumerable<Problem>> PlaceAsync(GiveRoleInput input, DateOnly today, CancellationToken cancellationToken)
    {
        var needsOrganization = input.Reach is Reach.Organization or Reach.OrganizationAndBelow;
        if (needsOrganization != input.OrganizationId is not null)
            return [new ReachAndOrganizationDoNotFit(needsOrganization) { Field = "input.organizationId" }];
        if (input.OrganizationId is { } organization && await tree.FindAsync(organization, today, cancellationToken) is null)
            return [new NotFound("Organization") { Field = "input.organizationId" }];
        return [];
    }
}
