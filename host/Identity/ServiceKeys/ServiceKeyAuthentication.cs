using System.Security.Claims;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Modular.Host.Provinces;
using Modular.Kernel.Postgres.Connections;
using Npgsql;

namespace Modular.Host.Identity;

/// <summary>
/// Takes keys of service accounts. Whose a key is, is remembered like that of every token; whether it is still good, and what it may do, is asked of
/// <see cref="AccessDirectory"/> with every request.
/// </summary>
internal sealed class ServiceKeyAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder, ProvinceDirectory provinces, ProvinceDataSources databases,
    TimeProvider clock)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    public const string SchemeName = "ServiceKey";
    private const string BearerStart = "Bearer ";

    // Remembered to the minute, so that a busy program does not write with each request.
    private const string FindSql =
        """
        with used as (
            update identity.service_keys set last_used_at = $3
            where province_id = $1 and id = $2 and ended_at is null and expires_at > $3 and (last_used_at is null or last_used_at < $3 - interval '1 minute'))
        select k.hash, k.user_id, k.expires_at, u.user_name from identity.service_keys k join identity.users u on u.id = k.user_id
        where k.province_id = $1 and k.id = $2 and k.ended_at is null and k.expires_at > $3 and u.disabled_at is null
        """;

    public static bool IsKey(string? authorization) =>
        authorization?.StartsWith(BearerStart + ServiceKeyText.Start, StringComparison.OrdinalIgnoreCase) == true;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var authorization = Request.Headers.Authorization.ToString();
        if (!IsKey(authorization))
            return AuthenticateResult.NoResult();
        if (ServiceKeyText.Read(authorization[BearerStart.Length..].Trim()) is not { } key || provinces.State.Find(key.Province) is not { } served)
            return AuthenticateResult.Fail("This is no service key.");

        await using var command = databases.Of(key.Province).CreateCommand(FindSql);
        command.Parameters.Add(new NpgsqlParameter<short> { TypedValue = key.Province.Value });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = key.Id });
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = clock.GetUtcNow() });
        await using var row = await command.ExecuteReaderAsync(Context.RequestAborted);
        if (!await row.ReadAsync(Context.RequestAborted) || !CryptographicOperations.FixedTimeEquals(row.GetFieldValue<byte[]>(0), key.Hash()))
            return AuthenticateResult.Fail("The key is not good, or no longer.");

        var names = new ClaimsIdentityOptions();
        var identity = new ClaimsIdentity(
            [
                new Claim(names.UserIdClaimType, row.GetGuid(1).ToString()),
                new Claim(names.UserNameClaimType, row.GetString(3)),
                new Claim(AccountClaims.ServiceKey, key.Id.ToString()),
                new Claim(AccountClaims.OnlyProvince, served.Province.Slug),
            ],
            Scheme.Name);
        var properties = new AuthenticationProperties { ExpiresUtc = row.GetFieldValue<DateTimeOffset>(2) };
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), properties, Scheme.Name));
    }
}
