using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Modular.Host.Startup;
using Modular.Kernel.Results;

namespace Modular.Host.Identity;

/// <summary><c>POST /auth/login</c> and <c>POST /auth/refresh</c>: tokens for names and passwords.</summary>
internal static class AuthEndpoints
{
    private const int LargestBody = 8 * 1024;

    private static readonly LocalizedText SignInRefused = new(
        "Không đăng nhập được: sai tên hoặc mật khẩu, hoặc tài khoản tạm khóa do nhập sai nhiều lần.",
        "Not signed in: the name or the password is wrong, or the account is closed for a while after too many attempts.");

    private static readonly LocalizedText RefreshRefused = new(
        "Phiên đăng nhập đã hết hạn hoặc bị thu hồi. Hãy đăng nhập lại.",
        "The session has ended or was revoked. Sign in again.");

    public static void MapAuth(this IEndpointRouteBuilder endpoints)
    {
        var auth = endpoints.MapGroup("/auth").AllowAnonymous();
        auth.MapPost("/login", LogInAsync).WithMetadata(new RequestSizeLimitMetadata(LargestBody));
        auth.MapPost("/refresh", RefreshAsync).WithMetadata(new RequestSizeLimitMetadata(LargestBody));
    }

    private static async Task<Results<SignInHttpResult, JsonHttpResult<Refusal>>> LogInAsync(
        LoginRequest login, PasswordSignIn signIn, HttpContext http, CancellationToken cancellationToken)
    {
        var principal = await signIn.SignInAsync(login.UserName, login.Password, cancellationToken);
        return principal is null ? Refuse("SIGN_IN_REFUSED", SignInRefused, http) : GiveTokens(principal);
    }

    private static async Task<Results<SignInHttpResult, JsonHttpResult<Refusal>>> RefreshAsync(
        RefreshRequest refresh,
        IOptionsMonitor<BearerTokenOptions> tokens,
        UserManager<Account> accounts,
        IUserClaimsPrincipalFactory<Account> principals,
        TimeProvider clock,
        HttpContext http)
    {
        var ticket = tokens.Get(IdentityConstants.BearerScheme).RefreshTokenProtector.Unprotect(refresh.RefreshToken);
        if (ticket?.Properties.ExpiresUtc is not { } expires || clock.GetUtcNow() >= expires)
            return Refuse("REFRESH_REFUSED", RefreshRefused, http);

        var account = await accounts.GetUserAsync(ticket.Principal);
        var stamp = ticket.Principal.FindFirstValue(accounts.Options.ClaimsIdentity.SecurityStampClaimType);
        if (account is null || account.DisabledAt is not null || account.SecurityStamp != stamp)
            return Refuse("REFRESH_REFUSED", RefreshRefused, http);
        return GiveTokens(await principals.CreateAsync(account));
    }

    private static SignInHttpResult GiveTokens(ClaimsPrincipal principal) =>
        TypedResults.SignIn(principal, authenticationScheme: IdentityConstants.BearerScheme);

    private static JsonHttpResult<Refusal> Refuse(string code, LocalizedText message, HttpContext http) => TypedResults.Json(
        new Refusal(code, message.In(RequestLanguage.Of(http.Request))), statusCode: StatusCodes.Status401Unauthorized);

    private sealed record LoginRequest(string UserName, string Password);

    private sealed record RefreshRequest(string RefreshToken);

    private sealed record RequestSizeLimitMetadata(long? MaxRequestBodySize) : Microsoft.AspNetCore.Http.Metadata.IRequestSizeLimitMetadata;
}
