using Microsoft.AspNetCore.Identity;
using Modular.Host.Administration.Access;
using Modular.Host.Identity;
using Modular.Host.Identity.Passwords;
using Modular.Host.Identity.SecondFactor;
using Modular.Host.Identity.SignIn;
using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Results;

namespace Modular.Host.Administration.Accounts;

/// <summary>Lets a user begin anew who forgot the password, lost the second factor, or whose password somebody else knows.</summary>
internal sealed class AccountReset(
    IWrite<AccessDbContext> write,
    AccountAuthority authority,
    PasswordStore passwords,
    SecondFactors factors,
    SignInThrottle throttle,
    ILookupNormalizer names,
    AccessDirectory directory,
    IdentitySettings settings,
    TimeProvider clock)
{
    public async Task<Result<AccountCode>> RunAsync(ResetUserInput input, CancellationToken cancellationToken)
    {
        var reset = await write.Because(input.Reason).RunAsync((db, cancellation) => ResetAsync(db, input, cancellation), cancellationToken);
        if (!reset.Succeeded)
            return reset.Problems.ToList();
        var user = reset.Value;
        await passwords.ClearAsync(user.Id, cancellationToken);
        if (input.RemoveSecondFactor)
            await factors.RemoveAsync(user.Id, cancellationToken);
        await throttle.ForgiveAllAsync(user.Id, names.NormalizeName(user.UserName), cancellationToken);
        directory.Forget(user.Id);
        var until = clock.GetUtcNow() + settings.OneTimeCodeLifetime;
        return new AccountCode(user, await passwords.MakeCodeAsync(user.Id, until, cancellationToken), until);
    }

    private async Task<Result<ProvinceUser>> ResetAsync(AccessDbContext db, ResetUserInput input, CancellationToken cancellationToken)
    {
        var (user, problems) = await authority.FindAsync(db, input.Id, cancellationToken);
        problems.AddRange(AccessInput.Reason(input.Reason));
        if (user is { IsService: true })
            problems.Add(new ServiceAccountsWorkByKeys { Field = "input.id" });
        if (user is not null && await authority.WorksElsewhereAsync(input.Id, cancellationToken))
            problems.Add(new AccountWorksInOtherProvinces { Field = "input.id" });
        if (user is null || problems.Count > 0)
            return problems;
        user.Reset(clock.GetUtcNow());
        return user;
    }
}
