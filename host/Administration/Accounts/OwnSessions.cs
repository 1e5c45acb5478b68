using Modular.Host.Identity;
using Modular.Host.Identity.Sessions;
using Modular.Kernel.Access;
using Modular.Kernel.Results;

namespace Modular.Host.Administration.Accounts;

/// <summary>The sessions of the current user.</summary>
internal sealed class OwnSessions(SessionStore sessions, ICurrentAccess access, AccessDirectory directory)
{
    private Guid? Current => (access as RequestAccess)?.User.SessionId;

    /// <summary>Those that go on.</summary>
    public async Task<IReadOnlyList<UserSession>> ListAsync(CancellationToken cancellationToken) => access.UserId is { } userId
        ? [.. (await sessions.ListAsync(userId, cancellationToken)).Select(session => UserSession.Of(session, Current))]
        : [];

    /// <summary>Ends one.</summary>
    public async Task<Result<SessionsLeft>> EndAsync(Guid id, CancellationToken cancellationToken)
    {
        if (access.UserId is not { } userId || !await sessions.EndAsync(userId, id, SessionEnd.ByOwner, cancellationToken))
            return new NotFound("Session") { Field = "input.id" };
        directory.Forget(userId);
        return new SessionsLeft(await ListAsync(cancellationToken));
    }

    /// <summary>Ends all, the one of the request only where that is wanted.</summary>
    public async Task<Result<SessionsLeft>> EndOthersAsync(bool thisOneToo, CancellationToken cancellationToken)
    {
        if (access.UserId is { } userId)
        {
            await sessions.EndAllAsync(userId, except: thisOneToo ? null : Current, SessionEnd.ByOwner, cancellationToken);
            directory.Forget(userId);
        }

        return new SessionsLeft(await ListAsync(cancellationToken));
    }
}
