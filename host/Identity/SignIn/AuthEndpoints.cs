using Microsoft.AspNetCore.Http.Metadata;
using Modular.Host.Identity.Sessions;
using Modular.Kernel.Results;

namespace Modular.Host.Identity.SignIn;

/// <summary>
/// Signing in and out: <c>POST /auth/login</c>, <c>/auth/second-factor</c>, <c>/auth/refresh</c> and <c>/auth/logout</c>.
/// </summary>
internal static class AuthEndpoints
{
    private const int LargestBody = 8 * 1024;

    private static readonly LocalizedText RefreshRefused = new(
        "Phiên đăng nhập đã hết hạn hoặc bị thu hồi. Hãy đăng nhập lại.",
        "The session has ended or was revoked. Sign in again.");

    public static void MapAuth(this IEndpointRouteBuilder endpoints)
    {
        var auth = endpoints.MapAuthGroup().AllowAnonymous();
        auth.MapPost("/login", LogInAsync);
        auth.MapPost("/second-factor", ProveAsync);
        auth.MapPost("/refresh", RefreshAsync);
        endpoints.MapAuthGroup().MapPost("/logout", LogOutAsync);
    }

    /// <summary>The addresses about signing in, which take small bodies and are kept by nobody on the way.</summary>
    public static RouteGroupBuilder MapAuthGroup(this IEndpointRouteBuilder endpoints)
    {
        var auth = endpoints.MapGroup("/auth").WithMetadata(new RequestSizeLimitMetadata(LargestBody));
        auth.AddEndpointFilter(async (context, next) =>
        {
            context.HttpContext.Response.Headers.CacheControl = "no-store";
            return await next(context);
        });
        return auth;
    }

    private static async Task<IResult> LogInAsync(LoginRequest login, PasswordSignIn signIn, SignInAnswers answers, HttpContext http)
    {
        var credentials = new Credentials(login.UserName, login.Password, login.DeviceToken);
        return await answers.AnswerAsync(await signIn.SignInAsync(credentials, Caller.Of(http), http.RequestAborted), login.Code, http);
    }

    private static Task<IResult> ProveAsync(SecondFactorRequest request, SignInAnswers answers, HttpContext http) =>
        answers.AnswerAsync(request.Challenge, request.Code, http);

    private static async Task<IResult> RefreshAsync(RefreshRequest refresh, SessionTokens tokens, HttpContext http) =>
        await tokens.RefreshAsync(refresh.RefreshToken, http.RequestAborted) is { } issued
            ? TypedResults.Json(issued)
            : SignInAnswers.Refuse("REFRESH_REFUSED", RefreshRefused, http);

    private static async Task<IResult> LogOutAsync(SessionStore sessions, AccessDirectory directory, HttpContext http)
    {
        var owner = new TokenOwner(http.User, expiresAt: null);
        if (owner is not { UserId: { } userId, SessionId: { } sessionId })
            return TypedResults.NoContent();
        await sessions.EndAsync(userId, sessionId, SessionEnd.ByOwner, http.RequestAborted);
        directory.Forget(userId);
        return TypedResults.NoContent();
    }

    private sealed record LoginRequest(string UserName, string Password, string? Code = null, string? DeviceToken = null);

    private sealed record SecondFactorRequest(string Challenge, string Code);

    private sealed record RefreshRequest(string RefreshToken);

    private sealed record RequestSizeLimitMetadata(long? MaxRequestBodySize) : IRequestSizeLimitMetadata;
}
