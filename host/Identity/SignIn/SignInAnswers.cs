using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Modular.Host.Identity.Data;
using Modular.Host.Identity.SecondFactor;
using Modular.Host.Identity.Sessions;
using Modular.Host.Startup;
using Modular.Kernel.Results;

namespace Modular.Host.Identity.SignIn;

/// <summary>What tries to sign in are answered: tokens, the demand for a second factor, or one refusal for all reasons.</summary>
internal sealed class SignInAnswers(SessionTokens tokens, SecondFactors factors, KnownDevices devices, Seals seals, TimeProvider clock)
{
    private const string ChallengePurpose = "challenge";
    private static readonly TimeSpan ChallengeLifetime = TimeSpan.FromMinutes(5);

    private static readonly LocalizedText SignInRefused = new(
        "Không đăng nhập được: sai tên hoặc mật khẩu.", "Not signed in: the name or the password is wrong.");

    private static readonly LocalizedText TooManyAttempts = new(
        "Nhập sai nhiều lần. Hãy chờ rồi thử lại.", "There were too many wrong attempts. Wait and try again.");

    private static readonly LocalizedText SecondFactorRequired = new(
        "Hãy nhập mã của ứng dụng xác thực, hoặc một mã khôi phục.", "Enter the code of your authenticator app, or a recovery code.");

    private static readonly LocalizedText SecondFactorRefused = new(
        "Mã xác thực sai, đã dùng hoặc đến quá muộn.", "The code is wrong, was used before, or came too late.");

    /// <summary>Answers a try by name and password, and by a code of the second factor where one came along.</summary>
    public async Task<IResult> AnswerAsync(SignInOutcome outcome, string? code, HttpContext http)
    {
        if (outcome.Wait is { } wait)
            return Later(wait, http);
        if (outcome.Account is not { } account)
            return Refuse("SIGN_IN_REFUSED", SignInRefused, http);
        if (!account.HasSecondFactor)
            return await WelcomeAsync(account, hasSecondFactor: false, http);
        return code is null ? Challenge(account, http) : await ProveAsync(account, code, http);
    }

    /// <summary>Answers the second step of a sign-in.</summary>
    public async Task<IResult> AnswerAsync(string challenge, string code, HttpContext http) =>
        seals.Open<SignedInAccount>(ChallengePurpose, challenge) is { } account
            ? await ProveAsync(account, code, http)
            : Refuse("SECOND_FACTOR_REFUSED", SecondFactorRefused, http);

    /// <summary>A refusal that tells when to come again.</summary>
    public static IResult Later(TimeSpan wait, HttpContext http)
    {
        http.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return TypedResults.Json(
            new Refusal("TOO_MANY_ATTEMPTS", TooManyAttempts.In(RequestLanguage.Of(http.Request))), statusCode: StatusCodes.Status429TooManyRequests);
    }

    /// <summary>A refusal of whoever is not, or not yet, who they say.</summary>
    public static IResult Refuse(string code, LocalizedText message, HttpContext http) => TypedResults.Json(
        new Refusal(code, message.In(RequestLanguage.Of(http.Request))), statusCode: StatusCodes.Status401Unauthorized);

    private async Task<IResult> ProveAsync(SignedInAccount account, string code, HttpContext http)
    {
        var proof = await factors.ProveAsync(account.Id, code, http.RequestAborted);
        if (proof.Wait is { } wait)
            return Later(wait, http);
        return proof.IsRight ? await WelcomeAsync(account, hasSecondFactor: true, http) : Refuse("SECOND_FACTOR_REFUSED", SecondFactorRefused, http);
    }

    private async Task<IResult> WelcomeAsync(SignedInAccount account, bool hasSecondFactor, HttpContext http)
    {
        var issued = await tokens.BeginAsync(account.Id, hasSecondFactor, Caller.Of(http), http.RequestAborted);
        return TypedResults.Json(issued with { DeviceToken = devices.Remember(account.Id, account.Device) });
    }

    private JsonHttpResult<SecondFactorRefusal> Challenge(SignedInAccount account, HttpContext http)
    {
        var challenge = seals.Seal(ChallengePurpose, account, clock.GetUtcNow() + ChallengeLifetime);
        return TypedResults.Json(
            new SecondFactorRefusal("SECOND_FACTOR_REQUIRED", SecondFactorRequired.In(RequestLanguage.Of(http.Request)), challenge),
            statusCode: StatusCodes.Status401Unauthorized);
    }

    private sealed record SecondFactorRefusal(string Code, string Message, string Challenge);
}
