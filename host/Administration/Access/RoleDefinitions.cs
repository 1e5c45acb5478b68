using Microsoft.EntityFrameworkCore;
using Modular.Host.Administration.Accounts;
using Modular.Host.Identity;
using Modular.Kernel.Access;
using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Provinces;
using Modular.Kernel.Results;
using Modular.Kernel.Time;

namespace Modular.Host.Administration.Access;

/// <summary>
/// Defines, changes and ends roles. Whoever does so could give all that the role holds, before and after, in the whole province, and does not hold the role. It works
/// at once on all hosts.
/// </summary>
internal sealed class RoleDefinitions(
    IWrite<AccessDbContext> write,
    RoleForm form,
    RoleReader roles,
    GivingRights rights,
    AccessDirectory directory,
    ICurrentProvince province,
    ICurrentAccess access,
    TimeProvider clock)
{
    public Task<Result<RoleChange>> DefineAsync(DefineRoleInput input, CancellationToken cancellationToken) =>
        RunAsync(input.Reason, (db, cancellation) => DefineAsync(db, input, cancellation), cancellationToken);

    public Task<Result<RoleChange>> ChangeAsync(ChangeRoleInput input, CancellationToken cancellationToken) =>
        RunAsync(input.Reason, (db, cancellation) => ChangeAsync(db, input, cancellation), cancellationToken);

    public Task<Result<RoleChange>> EndAsync(EndRoleInput input, CancellationToken cancellationToken) =>
        RunAsync(input.Reason, (db, cancellation) => EndAsync(db, input, cancellation), cancellationToken);

    private async Task<Result<RoleChange>> RunAsync(
        string reason, Func<AccessDbContext, CancellationToken, Task<Result<ProvinceRole>>> change, CancellationToken cancellationToken)
    {
        List<Problem> problems = [.. RolesBelongToTheProvince.Against(access), .. AccessInput.Reason(reason)];
        if (problems.Count > 0)
            return problems;
        var changed = await write.Because(reason).When("roles_pkey", () => new RoleIdIsTaken { Field = "input.id" }).RunAsync(change, cancellationToken);
        if (!changed.Succeeded)
            return changed.Problems.ToList();
        directory.Forget(province.Province.Id);
        return new RoleChange((await roles.ReadAsync(cancellationToken)).First(role => role.Id == changed.Value.Id));
    }

    private async Task<Result<ProvinceRole>> DefineAsync(AccessDbContext db, DefineRoleInput input, CancellationToken cancellationToken)
    {
        List<Problem> problems = [.. RoleForm.Against(input.Id, input.Title, input.VietnameseTitle), .. form.Against(input.Permissions, before: [])];
        if (await db.Roles.AnyAsync(row => row.Id == input.Id, cancellationToken))
            problems.Add(new RoleIdIsTaken { Field = "input.id" });
        if (problems.Count == 0)
            problems.AddRange(await LackedAsync(input.Permissions.Select(permission => permission.Name), "input.permissions", cancellationToken));
        if (problems.Count > 0)
            return problems;
        var role = ProvinceRole.Define(input.Id, input.Title.Trim(), input.VietnameseTitle.Trim(), input.RequiresSecondFactor);
        db.Roles.Add(role);
        db.RolePermissions.AddRange(input.Permissions.Select(permission => ProvinceRolePermission.Of(role.Id, permission)));
        return role;
    }

    private async Task<Result<ProvinceRole>> ChangeAsync(AccessDbContext db, ChangeRoleInput input, CancellationToken cancellationToken)
    {
        if (await FindAsync(db, input.Id, cancellationToken) is not { } role)
            return new NotFound("Role") { Field = "input.id" };
        db.Expect(role, input.ExpectedVersion);
        var held = await db.RolePermissions.Where(row => row.RoleId == role.Id).ToListAsync(cancellationToken);
        var before = held.Select(row => row.Permission).ToList();
        List<Problem> problems = [.. RoleForm.Against(role.Id, input.Title, input.VietnameseTitle), .. await OwnAsync(db, role, cancellationToken)];
        if (role.IsDefault && (input.Title ?? input.VietnameseTitle) is not null)
            problems.Add(new DefaultRolesStay { Field = input.Title is null ? "input.vietnameseTitle" : "input.title" });
        if (input.Permissions is { } permissions)
            problems.AddRange(form.Against(permissions, before));
        if (problems.Count == 0)
            problems.AddRange(await LackedAsync(before.Union(input.Permissions?.Select(permission => permission.Name) ?? []), "input.id", cancellationToken));
        if (problems.Count > 0)
            return problems;
        role.Rename(input.Title?.Trim(), input.VietnameseTitle?.Trim());
        db.Touch(role);
        Replace(db, role, held, input.Permissions ?? []);
        return role;
    }

    private async Task<Result<ProvinceRole>> EndAsync(AccessDbContext db, EndRoleInput input, CancellationToken cancellationToken)
    {
        if (await FindAsync(db, input.Id, cancellationToken) is not { } role)
            return new NotFound("Role") { Field = "input.id" };
        db.Expect(role, input.ExpectedVersion);
        var held = await db.RolePermissions.Where(row => row.RoleId == role.Id).Select(row => row.Permission).ToListAsync(cancellationToken);
        List<Problem> problems = [.. await OwnAsync(db, role, cancellationToken), .. await LackedAsync(held, "input.id", cancellationToken)];
        if (role.IsDefault)
            problems.Add(new DefaultRolesStay { Field = "input.id" });
        if (problems.Count > 0)
            return problems;
        var (now, today) = (clock.GetUtcNow(), clock.Today());
        foreach (var grant in await db.GrantsAnywhere.Where(row => row.RoleId == role.Id && row.EndedAt == null).ToListAsync(cancellationToken))
        {
            if (!grant.IsOver(today))
                grant.End(access, now, input.Reason.Trim());
        }

        role.End(access, now);
        return role;
    }

    private static Task<ProvinceRole?> FindAsync(AccessDbContext db, string id, CancellationToken cancellationToken) =>
        db.Roles.SingleOrDefaultAsync(row => row.Id == id && row.EndedAt == null, cancellationToken);

    private async Task<IEnumerable<Problem>> OwnAsync(AccessDbContext db, ProvinceRole role, CancellationToken cancellationToken)
    {
        var own = await db.GrantsAnywhere.Where(row => row.RoleId == role.Id && row.UserId == access.UserId && row.EndedAt == null).ToListAsync(cancellationToken);
        return own.Exists(grant => !grant.IsOver(clock.Today())) ? [new NobodyChangesTheirOwnRole { Field = "input.id" }] : [];
    }

    private async Task<IEnumerable<Problem>> LackedAsync(IEnumerable<string> permissions, string field, CancellationToken cancellationToken)
    {
        var lacked = await rights.LackedAsync(permissions, Reach.Province, organizationId: null, cancellationToken);
        return lacked.Count > 0 ? [new RoleHoldsMoreThanYouMayGive(lacked) { Field = field }] : [];
    }

    private static void Replace(AccessDbContext db, ProvinceRole role, List<ProvinceRolePermission> held, IReadOnlyList<RolePermissionInput> wanted)
    {
        if (wanted.Count == 0)
            return;
        db.RolePermissions.RemoveRange(held.Where(row => wanted.All(permission => permission.Name != row.Permission)));
        foreach (var permission in wanted)
        {
            if (held.Find(row => row.Permission == permission.Name) is { } kept)
                (kept.MayUse, kept.MayGive) = (permission.MayUse, permission.MayGive);
            else
                db.RolePermissions.Add(ProvinceRolePermission.Of(role.Id, permission));
        }
    }
}
