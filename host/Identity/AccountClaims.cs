using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Modular.Host.Identity.Data;

namespace Modular.Host.Identity;

/// <summary>What a token says of its owner: account, name, security stamp, session, and the province where there is only one.</summary>
internal sealed class AccountClaims(AccountStatements database)
{
    /// <summary>The slug of the one province in which the account works; absent where there are several, or none.</summary>
    public const string OnlyProvince = "province";

    /// <summary>The session to which a token of this host belongs.</summary>
    public const string Session = "session";

    /// <summary>There where whoever made the token vouches for a second factor.</summary>
    public const string SecondFactor = "second_factor";

    /// <summary>The key of a service account.</summary>
    public const string ServiceKey = "service_key";

    private const string Sql =
        """
        select u.user_name, u.security_stamp,
            (select min(p.slug) from identity.user_provinces d join kernel.provinces p on p.id = d.province_id where d.user_id = u.id having count(*) = 1)
        from identity.users u where u.id = $1 and u.disabled_at is null
        """;

    /// <summary>The claims of an open account; nothing for one that was closed.</summary>
    public async Task<ClaimsIdentity?> OfAsync(Guid accountId, Guid? session, CancellationToken cancellationToken)
    {
        var row = await database.FirstAsync<(string Name, string Stamp, string? Slug)?>(
            Sql, reader => (reader.GetString(0), reader.GetString(1), reader.IsDBNull(2) ? null : reader.GetString(2)), cancellationToken, accountId);
        if (row is not { } account)
            return null;
        var names = new ClaimsIdentityOptions();
        var identity = new ClaimsIdentity(IdentityConstants.BearerScheme, names.UserNameClaimType, names.RoleClaimType);
        identity.AddClaim(new Claim(names.UserIdClaimType, accountId.ToString()));
        identity.AddClaim(new Claim(names.UserNameClaimType, account.Name));
        identity.AddClaim(new Claim(names.SecurityStampClaimType, account.Stamp));
        if (session is { } id)
            identity.AddClaim(new Claim(Session, id.ToString()));
        if (account.Slug is { } slug)
            identity.AddClaim(new Claim(OnlyProvince, slug));
        return identity;
    }
}
