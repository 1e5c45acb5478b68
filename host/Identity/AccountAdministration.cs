using Microsoft.AspNetCore.Identity;
using Modular.Host.Identity.Passwords;
using Modular.Host.Identity.SignIn;
using Modular.Kernel.Access;
using Modular.Kernel.Postgres.Connections;
using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Provinces;
using Npgsql;

namespace Modular.Host.Identity;

/// <summary>Opens accounts and gives them rights; what the command line, the sample data and tests use.</summary>
internal sealed class AccountAdministration(
    UserManager<Account> accounts, PasswordPolicy policy, PasswordStore passwords, SignInThrottle throttle, ProvinceDataSources databases)
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

    /// <summary>Lets an account work in a province.</summary>
    /// <param name="userId">The account.</param>
    /// <param name="province">The province.</param>
    /// <param name="memberId">The member record there that is the user's own, where the user is a member.</param>
    /// <param name="by">Who lets it in.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public Task AdmitAsync(Guid userId, ProvinceId province, Guid? memberId, string by, CancellationToken cancellationToken) => ExecuteAsync(
        province,
        """
        with door as (
            insert into identity.user_provinces (user_id, province_id) values ($1, $2) on conflict do nothing)
        insert into identity.province_users (province_id, id, user_name, member_id, admitted_by)
        select $2, id, user_name, $3, $4 from identity.users where id = $1
        on conflict (province_id, id) do update set member_id = coalesce(excluded.member_id, identity.province_users.member_id)
        """,
        [userId, province.Value, memberId, by],
        cancellationToken);

    /// <summary>Gives an account a role in a province, from a day on, without an end.</summary>
    public Task GrantAsync(Guid userId, ProvinceId province, Grant grant, CancellationToken cancellationToken) => ExecuteAsync(
        province,
        """
        insert into identity.grants (province_id, id, user_id, role_id, reach, organization_id, valid, granted_by, reason)
        values ($1, $2, $3, $4, $5, $6, daterange($7, null), $8, $9)
        """,
        [province.Value, Guid.CreateVersion7(), userId, grant.Role, EnumText.Of(grant.Reach), grant.OrganizationId, grant.From, grant.By, grant.Reason],
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

    private async Task ExecuteAsync(ProvinceId province, string sql, object?[] values, CancellationToken cancellationToken)
    {
        await using var command = databases.Of(province).CreateCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(value is null ? new NpgsqlParameter { Value = DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Uuid } : new NpgsqlParameter { Value = value });
        await command.ExecuteNonQueryAsync(cancellationToken);
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
