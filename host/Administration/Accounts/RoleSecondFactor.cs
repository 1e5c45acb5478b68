using Microsoft.EntityFrameworkCore;
using Modular.Host.Administration.Access;
using Modular.Host.Identity;
using Modular.Kernel.Access;
using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Provinces;
using Modular.Kernel.Results;

namespace Modular.Host.Administration.Accounts;

/// <summary>Says whether a role demands a second factor. Whoever could not give the role in the whole province does not loosen it either.</summary>
internal sealed class RoleSecondFactor(
    IWrite<AccessDbContext> write, RoleReader roles, GivingRights rights, AccessDirectory directory, ICurrentProvince province, ICurrentAccess access)
{
    public async Task<Result<RoleChange>> RunAsync(SetRoleSecondFactorInput input, CancellationToken cancellationToken)
    {
        List<Problem> beyond = [.. AccountsBelongToTheProvince.Against(access)];
        if (beyond.Count > 0)
            return beyond;
        if (await roles.FindAsync(input.RoleId, cancellationToken) is not { } role)
            return new NotFound("Role") { Field = "input.roleId" };
        var lacked = await rights.LackedAsync(role.Permissions.Select(held => held.Name), Reach.Province, organizationId: null, cancellationToken);
        if (lacked.Count > 0)
            return new RoleHoldsMoreThanYouMayGive(lacked) { Field = "input.roleId" };
        var changed = await write.Because(input.Reason).RunAsync((db, cancellation) => ChangeAsync(db, input, cancellation), cancellationToken);
        if (!changed.Succeeded)
            return changed.Problems.ToList();
        directory.Forget(province.Province.Id);
        return new RoleChange(role with { RequiresSecondFactor = input.RequiresSecondFactor });
    }

    private static async Task<Result<ProvinceRole>> ChangeAsync(AccessDbContext db, SetRoleSecondFactorInput input, CancellationToken cancellationToken)
    {
        List<Problem> problems = [.. AccessInput.Reason(input.Reason)];
        if (problems.Count > 0)
            return problems;
        var role = await db.Roles.SingleAsync(row => row.Id == input.RoleId, cancellationToken);
        role.RequiresSecondFactor = input.RequiresSecondFactor;
        return role;
    }
}
