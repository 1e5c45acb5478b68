using Microsoft.AspNetCore.Identity;
using Modular.Host.Administration.Access;
using Modular.Host.Identity;
using Modular.Host.Identity.Sessions;
using Modular.Host.Identity.SignIn;
using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Provinces;
using Modular.Kernel.Results;

namespace Modular.Host.Administration.Accounts;

/// <summary>What administrators do to an account in their province; each is kept in the history with its reason.</summary>
internal sealed class AccountChanges(
    IWrite<AccessDbContext> write,
    AccountAuthority authority,
    SessionStore sessions,
    SignInThrottle throttle,
    ILookupNormalizer names,
    AccessDirectory directory,
    ICurrentProvince province,
    TimeProvider clock)
{
    /// <summary>Closes an account; where it works nowhere else, its sessions end too.</summary>
    public async Task<Result<ProvinceUser>> DeactivateAsync(UserInput input, CancellationToken cancellationToken)
    {
        var changed = await ChangeAsync(input, user => user.Deactivate(clock.GetUtcNow()), cancellationToken);
        if (changed.Succeeded && !await authority.WorksElsewhereAsync(input.Id, cancellationToken))
            await sessions.EndAllAsync(input.Id, except: null, SessionEnd.ByAdministrator, cancellationToken);
        return Told(changed);
    }

    /// <summary>Opens an account again.</summary>
    public async Task<Result<ProvinceUser>> ReactivateAsync(UserInput input, CancellationToken cancellationToken) =>
        Told(await ChangeAsync(input, user => user.Reactivate(), cancellationToken));

    /// <summary>Ends all sessions of an account.</summary>
    public async Task<Result<ProvinceUser>> SignOutAsync(UserInput input, CancellationToken cancellationToken)
    {
        var changed = await ChangeAsync(input, user => user.SignOut(clock.GetUtcNow()), cancellationToken);
        if (changed.Succeeded)
            await sessions.EndAllAsync(input.Id, except: null, SessionEnd.ByAdministrator, cancellationToken);
        return Told(changed);
    }

    /// <summary>Forgets wrong tries for an account.</summary>
    public async Task<Result<ProvinceUser>> UnlockAsync(UserInput input, CancellationToken cancellationToken)
    {
        var changed = await ChangeAsync(input, user => user.Unlock(clock.GetUtcNow()), cancellationToken);
        if (changed.Succeeded)
            await throttle.ForgiveAllAsync(input.Id, names.NormalizeName(changed.Value.UserName), cancellationToken);
        return changed;
    }

    private Task<Result<ProvinceUser>> ChangeAsync(UserInput input, Action<ProvinceUser> change, CancellationToken cancellationToken) =>
        write.Because(input.Reason).RunAsync(
            async (db, cancellation) =>
            {
                var (user, problems) = await authority.FindAsync(db, input.Id, cancellation);
                problems.AddRange(AccessInput.Reason(input.Reason));
                if (user is null || problems.Count > 0)
                    return problems;
                change(user);
                return (Result<ProvinceUser>)user;
            },
            cancellationToken);

    // This host holds to it from its next request on; other hosts hear of it a moment later.
    private Result<ProvinceUser> Told(Result<ProvinceUser> changed)
    {
        if (changed.Succeeded)
            directory.Forget(province.Province.Id);
        return changed;
    }
}
