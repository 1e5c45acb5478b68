using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Modular.Kernel.Postgres.Connections;

namespace Modular.Host.Identity;

/// <summary>What a token says of its owner: account, name, security stamp, and the province where there is only one.</summary>
internal sealed class AccountClaims(UserManager<Account> accounts, IOptions<IdentityOptions> options, ProvinceDataSources databases)
    : UserClaimsPrincipalFactory<Account>(accounts, options)
{
    /// <summary>The slug of the one province in which the account works; absent where there are several, or none.</summary>
    public const string OnlyProvince = "province";

    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Account user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        await using var command = databases.Neutral.CreateCommand(
            """
            select min(p.slug) from identity.user_provinces u join kernel.provinces p on p.id = u.province_id
            where u.user_id = $1 having count(*) = 1
            """);
        command.Parameters.Add(new() { Value = user.Id });
        if (await command.ExecuteScalarAsync() is string slug)
            identity.AddClaim(new Claim(OnlyProvince, slug));
        return identity;
    }
}
