using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Modular.Host.Administration.Access;
using Modular.Host.Administration.Accounts;
using Modular.Host.Identity.Passwords;
using Modular.Host.Identity.SignIn;
using Modular.Host.Provinces;
using Modular.Kernel.Access;
using Modular.Kernel.Postgres.Scopes;
using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Provinces;
using Modular.Kernel.Results;

namespace Modular.Host.Identity;

/// <summary>Opens accounts and gives them rights; what the command line, the sample data and tests use.</summary>
internal sealed class AccountAdministration(
    UserManager<Account> accounts, PasswordPolicy policy, PasswordStore passwords, SignInThrottle throttle, ProvinceDirectory provinces,
    IServiceScopeFactory scopes, IdentitySettings settings, TimeProvider clock)
{
    /// <summary>Opens an account with a password.</summary>
    /// <exception cref="AccountRefusedException">The name is taken or malformed, or the password is too weak.</exception>
    public async Task<Guid> OpenAsync(string userName, string password, CancellationToken cancellationToken)
    {
        await RequireGoodAsync(password, userName, cancellationToken);
        var id = await OpenWithoutPasswordAsync(userName);
        await passwords.SetAsync(id, password, cancellationToken);
        return id;
    }

    /// <summary>Opens an account in which nobody can sign in until it gets a password.</summary>
    /// <exception cref="AccountRefusedException">The name is taken or malformed.</exception>
    public async Task<Guid> OpenWithoutPasswordAsync(string userName)
    {
        var account = new Account { Id = Guid.CreateVersion7(), UserName = userName };
        Require(await accounts.CreateAsync(account));
        return account.Id;
    }

    /// <summary>The account of a name, opened without a password where there is none.</summary>
    /// <exception cref="AccountRefusedException">The name is malformed.</exception>
    public async Task<Guid> FindOrOpenAsync(string userName) =>
        await accounts.FindByNameAsync(userName) is { } account ? account.Id : await OpenWithoutPasswordAsync(userName);

    /// <summary>Gives the code by which an account gets its first password, or another one.</summary>
    public Task<string> InviteAsync(Guid accountId, CancellationToken cancellationToken) =>
        passwords.MakeCodeAsync(accountId, clock.GetUtcNow() + settings.OneTimeCodeLifetime, cancellationToken);

    /// <summary>Sets another password, forgets wrong tries, and ends all sessions of the account.</summary>
    /// <exception cref="AccountRefusedException">There is no such account, or the password is too weak.</exception>
    public async Task SetPasswordAsync(string userName, string password, CancellationToken cancellationToken)
    {
        var account = await FindAsync(userName);
        await RequireGoodAsync(password, account.UserName!, cancellationToken);
        await passwords.SetAsync(account.Id, password, cancellationToken);
        await throttle.ForgiveAllAsync(account.Id, account.NormalizedUserName!, cancellationToken);
    }

    /// <summary>Lets whoever an OpenID Connect provider knows under a subject sign in as this account.</summary>
    /// <param name="userName">The account.</param>
    /// <param name="issuer">The provider, as it names itself in its tokens.</param>
    /// <param name="subject">The user's identifier there.</param>
    /// <exception cref="AccountRefusedException">There is no such account, or the identity is linked already.</exception>
    public async Task LinkAsync(string userName, string issuer, string subject) =>
        Require(await accounts.AddLoginAsync(await FindAsync(userName), new UserLoginInfo(issuer, subject, issuer)));

    /// <summary>Lets an account work in a province; one that an administrator closed there is opened again.</summary>
    /// <param name="userId">The account.</param>
    /// <param name="province">The province.</param>
    /// <param name="memberId">The member record there that is the user's own, where the user is a member.</param>
    /// <param name="by">Who lets it in.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="AccountRefusedException">The member has another account there.</exception>
    public Task AdmitAsync(Guid userId, ProvinceId province, Guid? memberId, string by, CancellationToken cancellationToken) => ChangeAsync(
        province,
        by,
        async (db, cancellation) =>
        {
            await AccountRows.AdmitAsync(db, userId, cancellation);
            if (await db.Users.SingleOrDefaultAsync(row => row.Id == userId, cancellation) is not { } user)
            {
                var account = await accounts.Users.SingleAsync(row => row.Id == userId, cancellation);
                user = ProvinceUser.Admit(userId, new NewAccount(account.UserName!, memberId, IsService: false), by, clock.GetUtcNow());
                db.Users.Add(user);
            }

            user.Reactivate();
            if (memberId is { } member)
                user.BelongTo(member);
            return (Result<ProvinceUser>)user;
        },
        "Let in.",
        cancellationToken);

    /// <summary>Gives an account a role in a province, from a day on, without an end.</summary>
    /// <exception cref="AccountRefusedException">There is no such role.</exception>
    public Task GrantAsync(Guid userId, ProvinceId province, Grant grant, CancellationToken cancellationToken) => ChangeAsync(
        province,
        grant.By,
        async (db, cancellation) =>
        {
            if (!await db.Roles.AnyAsync(row => row.Id == grant.Role && row.EndedAt == null, cancellation))
                return new NotFound("Role");
            var role = new GrantedRole(userId, grant.Role, grant.Reach, grant.OrganizationId);
            var given = RoleGrant.Give(role, new GrantPeriod(grant.From, To: null), new SystemAccess(grant.By), clock.GetUtcNow(), grant.Reason);
            db.Grants.Add(given);
            return (Result<RoleGrant>)given;
        },
        grant.Reason,
        cancellationToken);

    /// <summary>The account of a name.</summary>
    /// <exception cref="AccountRefusedException">There is none.</exception>
    public async Task<Account> FindAsync(string userName) => await accounts.FindByNameAsync(userName)
        ?? throw new AccountRefusedException($"There is no account '{userName}'.");

    private async Task RequireGoodAsync(string password, string userName, CancellationToken cancellationToken)
    {
        if (await policy.FaultOfAsync(password, userName, cancellationToken) is { } fault)
            throw new AccountRefusedException(fault.English);
    }

    private static void Require(IdentityResult result)
    {
        if (!result.Succeeded)
            throw new AccountRefusedException(string.Join(" ", result.Errors.Select(error => error.Description)));
    }

    // As a change over the API: in one transaction with its history, in which the operator stands as the doer.
    private async Task ChangeAsync<T>(
        ProvinceId province, string by, Func<AccessDbContext, CancellationToken, Task<Result<T>>> change, string reason, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentScope>().Enter(provinces.State.Find(province)!.Province, new SystemAccess(by));
        var changed = await scope.ServiceProvider.GetRequiredService<IWrite<AccessDbContext>>()
            .Because(reason)
            .When(MemberHasAnAccount.Constraint, () => new MemberHasAnAccount())
            .RunAsync(change, cancellationToken);
        if (!changed.Succeeded)
            throw new AccountRefusedException(changed.Problems[0].Message(Language.English));
    }
}

/// <summary>A role given to somebody at a place.</summary>
/// <param name="Role">The role's identifier.</param>
/// <param name="Reach">How far it reaches.</param>
/// <param name="OrganizationId">The organization, where the reach names one.</param>
/// <param name="From">The first day.</param>
/// <param name="By">Who gave it.</param>
/// <param name="Reason">Why.</param>
internal sealed record Grant(string Role, Reach Reach, Guid? OrganizationId, DateOnly From, string By, string Reason);

/// <summary>An account cannot be opened or changed so; the message says why.</summary>
internal sealed class AccountRefusedException(string message) : Exception(message);
