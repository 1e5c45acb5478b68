using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Modular.Host.Identity.Data;
using Modular.Host.Identity.SecondFactor;
using Modular.Host.Identity.Sessions;
using Modular.Host.Identity.SignIn;
using Modular.Host.Startup;
using Modular.Kernel.Results;

namespace Modular.Host.Identity.Passwords;

/// <summary>
/// What users do with their own credentials: <c>POST /auth/password</c> changes the password, <c>/auth/password/code</c> sets one by a code from an administrator,
/// <c>/auth/second-factor/enrolment</c> and <c>/auth/second-factor/confirmation</c> set an authenticator app up.
/// </summary>
internal static class CredentialEndpoints
{
    private static readonly LocalizedText PasswordIsWrong = new("Mật khẩu hiện tại không đúng.", "The present password is wrong.");

    private static readonly LocalizedText CodeIsWrong = new(
        "Tên hoặc mã không đúng, hoặc mã đã hết hạn.", "The name or the code is wrong, or the code is no longer good.");

    private static readonly LocalizedText EnrolmentIsWrong = new(
        "Mã xác thực sai hoặc đến quá muộn. Hãy bắt đầu lại.", "The code is wrong or came too late. Begin anew.");

    private static readonly LocalizedText SignInFirst = new("Hãy đăng nhập.", "Sign in first.");

    public static void MapCredentials(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapAuthGroup().AllowAnonymous().MapPost("/password/code", SetByCodeAsync);
        var own = endpoints.MapAuthGroup();
        own.MapPost("/password", ChangeAsync);
        own.MapPost("/second-factor/enrolment", EnrolAsync);
        own.MapPost("/second-factor/confirmation", ConfirmAsync);
    }

    private static async Task<IResult> ChangeAsync(ChangeRequest change, OwnCredentials own, HttpContext http)
    {
        if (await own.SessionAsync(http) is not { } session)
            return SignInAnswers.Refuse("UNAUTHENTICATED", SignInFirst, http);
        var proof = await own.ProveAsync(session, change.Password, http);
        if (!proof.IsRight)
            return proof.Wait is { } wait ? SignInAnswers.Later(wait, http) : SignInAnswers.Refuse("SIGN_IN_REFUSED", PasswordIsWrong, http);
        if (await own.FaultOfAsync(change.NewPassword, session.UserName, http) is { } fault)
            return Unfit(fault, http);
        return TypedResults.Json(await own.ChangeAsync(session, change.NewPassword, http));
    }

    private static async Task<IResult> SetByCodeAsync(CodeRequest request, OwnCredentials own, SignInAnswers answers, HttpContext http)
    {
        var found = await own.FindByCodeAsync(request.UserName, request.Code, http);
        if (found.Wait is { } wait)
            return SignInAnswers.Later(wait, http);
        if (found.Account is not { } account)
            return SignInAnswers.Refuse("CODE_REFUSED", CodeIsWrong, http);
        if (await own.FaultOfAsync(request.NewPassword, request.UserName, http) is { } fault)
            return Unfit(fault, http);
        await own.SetAsync(account.Id, request.NewPassword, http);
        return await answers.AnswerAsync(SignInOutcome.Right(account), code: null, http);
    }

    private static async Task<IResult> EnrolAsync(EnrolRequest request, OwnCredentials own, SecondFactors factors, HttpContext http)
    {
        if (await own.SessionAsync(http) is not { } session)
            return SignInAnswers.Refuse("UNAUTHENTICATED", SignInFirst, http);
        var proof = await own.ProveAsync(session, request.Password, http);
        if (proof.Wait is { } wait)
            return SignInAnswers.Later(wait, http);
        // Who has a second factor and did not prove it here began this session before they had it, or is somebody else.
        if (!proof.IsRight || (!session.HasSecondFactor && await factors.HasAsync(session.AccountId, http.RequestAborted)))
            return SignInAnswers.Refuse("SIGN_IN_REFUSED", PasswordIsWrong, http);
        return TypedResults.Json(factors.Begin(session.AccountId, session.UserName));
    }

    private static async Task<IResult> ConfirmAsync(ConfirmRequest request, OwnCredentials own, SecondFactors factors, HttpContext http)
    {
        if (await own.SessionAsync(http) is not { } session)
            return SignInAnswers.Refuse("UNAUTHENTICATED", SignInFirst, http);
        var codes = await factors.ConfirmAsync(session.AccountId, request.Ticket, request.Code, http.RequestAborted);
        if (codes is null)
            return SignInAnswers.Refuse("SECOND_FACTOR_REFUSED", EnrolmentIsWrong, http);
        await own.RaiseAsync(session, http);
        return TypedResults.Json(new Confirmed(codes));
    }

    private static JsonHttpResult<Refusal> Unfit(LocalizedText fault, HttpContext http) => TypedResults.Json(
        new Refusal("PASSWORD_UNFIT", fault.In(RequestLanguage.Of(http.Request))), statusCode: StatusCodes.Status400BadRequest);

    private sealed record ChangeRequest(string Password, string NewPassword);

    private sealed record CodeRequest(string UserName, string Code, string NewPassword);

    private sealed record EnrolRequest(string Password);

    private sealed record ConfirmRequest(string Ticket, string Code);

    private sealed record Confirmed(IReadOnlyList<string> RecoveryCodes);
}

/// <summary>Whoever works on their own credentials: in a live session, and with the present password or a code at hand.</summary>
internal sealed class OwnCredentials(
    AccountStatements database, SessionStore sessions, SessionTokens tokens, SignInThrottle throttle, PasswordComparison comparison, PasswordPolicy policy,
    PasswordStore passwords, ILookupNormalizer names, AccessDirectory directory)
{
    /// <summary>The session of the request; null where its token is of none that goes on.</summary>
    public async Task<LiveSession?> SessionAsync(HttpContext http)
    {
        var owner = new TokenOwner(http.User, expiresAt: null);
        if (owner.SessionId is not { } id || await sessions.FindAsync(id, http.RequestAborted) is not { } session)
            return null;
        return session.SecurityStamp == owner.SecurityStamp ? session : null;
    }

    /// <summary>Compares the present password. Wrong ones are counted for the session.</summary>
    public async Task<ProofOutcome> ProveAsync(LiveSession session, string password, HttpContext http)
    {
        var guesser = Guesser.OnDevice(names.NormalizeName(session.UserName), session.Id);
        if (await throttle.ChargeAsync(guesser, http.RequestAborted) is { } wait)
            return new ProofOutcome(IsRight: false, wait);
        var hash = await database.FirstAsync(
            "select password_hash from identity.users where id = $1", row => row.IsDBNull(0) ? null : row.GetString(0), http.RequestAborted, session.AccountId);
        var compared = await comparison.CompareAsync(hash, password, new Asker($"session {session.Id}", IsKnown: true), http.RequestAborted);
        if (compared is null)
            return new ProofOutcome(IsRight: false, TimeSpan.FromSeconds(1));
        if (compared == PasswordVerificationResult.Failed)
            return new ProofOutcome(IsRight: false, Wait: null);
        await throttle.ForgiveAsync(guesser, http.RequestAborted);
        return new ProofOutcome(IsRight: true, Wait: null);
    }

    /// <summary>The account of a name that was given this code.</summary>
    public async Task<SignInOutcome> FindByCodeAsync(string userName, string code, HttpContext http)
    {
        var name = names.NormalizeName(userName);
        var guesser = Guesser.Stranger(name, Caller.Of(http));
        if (await throttle.ChargeAsync(guesser, http.RequestAborted) is { } wait)
            return SignInOutcome.Later(wait);
        var found = name.Contains('\0', StringComparison.Ordinal)
            ? default
            : await database.FirstAsync(
                "select u.id, exists (select from identity.second_factors f where f.user_id = u.id and f.confirmed_at is not null) from identity.users u where u.normalized_user_name = $1 and u.disabled_at is null",
                row => (Id: row.GetGuid(0), HasSecondFactor: row.GetBoolean(1)),
                http.RequestAborted,
                name);
        if (!await passwords.IsCodeAsync(found.Id, code, http.RequestAborted))
            return SignInOutcome.Refused;
        await throttle.ForgiveAsync(guesser, http.RequestAborted);
        return SignInOutcome.Right(new SignedInAccount(found.Id, Device: null, found.HasSecondFactor));
    }

    /// <summary>What is wrong with a new password; null where nothing is.</summary>
    public Task<LocalizedText?> FaultOfAsync(string password, string userName, HttpContext http) =>
        policy.FaultOfAsync(password, userName, http.RequestAborted);

    /// <summary>Sets a password; all sessions end.</summary>
    public async Task SetAsync(Guid accountId, string password, HttpContext http)
    {
        await passwords.SetAsync(accountId, password, http.RequestAborted);
        directory.Forget(accountId);
    }

    /// <summary>Sets another password. All sessions end, and the one in which it was changed goes on as a new one.</summary>
    public async Task<IssuedTokens> ChangeAsync(LiveSession session, string password, HttpContext http)
    {
        await SetAsync(session.AccountId, password, http);
        return await tokens.BeginAsync(session.AccountId, session.HasSecondFactor, Caller.Of(http), http.RequestAborted);
    }

    /// <summary>Goes on in a session in which a second factor was set up; others end, because it was not proven there.</summary>
    public async Task RaiseAsync(LiveSession session, HttpContext http)
    {
        await sessions.ProveAsync(session.Id, http.RequestAborted);
        await sessions.EndAllAsync(session.AccountId, session.Id, SessionEnd.CredentialsChanged, http.RequestAborted);
        directory.Forget(session.AccountId);
    }
}
