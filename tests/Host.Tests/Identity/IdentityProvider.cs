using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Modular.Host.Tests.Identity;

/// <summary>A small OpenID Connect provider: it publishes its key and signs tokens.</summary>
internal sealed class IdentityProvider : IAsyncDisposable
{
    private readonly RsaSecurityKey key = new(RSA.Create(2048)) { KeyId = "test" };
    private readonly WebApplication application;

    private IdentityProvider(WebApplication application) => this.application = application;

    public string Issuer => application.Urls.First();

    public static async Task<IdentityProvider> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var application = builder.Build();
        application.Urls.Add("http://127.0.0.1:0");
        var provider = new IdentityProvider(application);
        application.MapGet("/.well-known/openid-configuration", () => Results.Json(new { issuer = provider.Issuer, jwks_uri = provider.Issuer + "/keys" }));
        application.MapGet("/keys", () => Results.Json(new { keys = new[] { provider.PublicKey() } }));
        await application.StartAsync();
        return provider;
    }

    public string TokenFor(string subject, string audience = "modular", string? issuer = null, TimeSpan? expires = null) =>
        Sign(subject, new SigningCredentials(key, SecurityAlgorithms.RsaSha256), audience, issuer, expires);

    /// <summary>A token whose HMAC is made with the public key, which everybody has.</summary>
    public string TokenOfPublicKey(string subject)
    {
        var known = new SymmetricSecurityKey(key.Rsa.ExportSubjectPublicKeyInfo()) { KeyId = key.KeyId };
        return Sign(subject, new SigningCredentials(known, SecurityAlgorithms.HmacSha256), "modular");
    }

    private string Sign(string subject, SigningCredentials credentials, string audience, string? issuer = null, TimeSpan? expires = null)
    {
        var end = TimeProvider.System.GetUtcNow().UtcDateTime + (expires ?? TimeSpan.FromMinutes(5));
        return new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer ?? Issuer,
            Audience = audience,
            IssuedAt = end - TimeSpan.FromHours(1),
            NotBefore = end - TimeSpan.FromHours(1),
            Expires = end,
            Claims = new Dictionary<string, object> { ["sub"] = subject },
            SigningCredentials = credentials,
        });
    }

    public ValueTask DisposeAsync() => application.DisposeAsync();

    private object PublicKey()
    {
        var parameters = key.Rsa.ExportParameters(includePrivateParameters: false);
        return new { kty = "RSA", use = "sig", kid = key.KeyId, n = Base64UrlEncoder.Encode(parameters.Modulus), e = Base64UrlEncoder.Encode(parameters.Exponent) };
    }
}
