using Modular.Host.Identity.Data;
using Modular.Host.Identity.SignIn;

namespace Modular.Host.Identity.Sessions;

/// <summary>
/// Where accounts are signed in. A session begins with a sign-in, goes on as long as it is refreshed, and ends when its owner or an administrator ends it, when
/// the password changes, after a time without a refresh, and after its whole lifetime. What ends is over for every host at once.
/// </summary>
internal sealed class SessionStore(AccountStatements database, IdentitySettings settings, TimeProvider clock, ILogger<SessionStore> log)
{
    /// <summary>How many sessions an account has at most; the oldest end. A program that signs in with each request does not fill the memory of hosts.</summary>
    public const int MostOfAccount = 1000;

    private const string LiveSql = "ended_at is null and idle_at > $2 and expires_at > $2";

    private readonly SessionOptions options = settings.Sessions;

    /// <summary>Begins a session.</summary>
    public async Task<OpenSession> BeginAsync(Guid accountId, bool hasSecondFactor, Caller caller, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var session = new OpenSession(Guid.CreateVersion7(now), accountId, Number: 1, now + options.Lifetime);
        await database.ExecuteAsync(
            """
            with beyond as (
                update identity.sessions set ended_at = $6, ended_because = $9
                where id in (select id from identity.sessions where user_id = $2 and ended_at is null order by started_at desc offset $10))
            insert into identity.sessions (id, user_id, has_second_factor, address, client, started_at, refreshed_at, idle_at, expires_at)
            values ($1, $2, $3, $4, $5, $6, $6, $7, $8)
            """,
            cancellationToken,
            session.Id,
            accountId,
            hasSecondFactor,
            caller.Address,
            caller.Client,
            now,
            now + options.IdleLifetime,
            session.ExpiresAt,
            nameof(SessionEnd.TooMany),
            MostOfAccount - 1);
        return session;
    }

    /// <summary>
    /// Takes a refresh token in exchange for the next one. A token that was exchanged before, longer ago than a lost answer would be repeated, is in two hands: the whole
    /// session ends.
    /// </summary>
    /// <returns>The session with the number of its next token, or nothing where the token is no good.</returns>
    public async Task<OpenSession?> RefreshAsync(Guid sessionId, int number, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var refreshed = await database.FirstAsync(
            $"""
            update identity.sessions s set refresh_number = s.refresh_number + 1, refreshed_at = $2, idle_at = least($2 + $4, s.expires_at)
            from identity.users u
            where s.id = $1 and s.refresh_number = $3 and {LiveSql} and u.id = s.user_id and u.disabled_at is null
            returning s.user_id, s.refresh_number, s.expires_at
            """,
            row => new OpenSession(sessionId, row.GetGuid(0), row.GetInt32(1), row.GetFieldValue<DateTimeOffset>(2)),
            cancellationToken,
            sessionId,
            now,
            number,
            options.IdleLifetime);
        return refreshed ?? await RepeatAsync(sessionId, number, now, cancellationToken);
    }

    /// <summary>Whether a session goes on, and what was proven in it.</summary>
    public Task<LiveSession?> FindAsync(Guid sessionId, CancellationToken cancellationToken) => database.FirstAsync(
        $"""
        select s.user_id, s.has_second_factor, u.user_name, u.security_stamp from identity.sessions s join identity.users u on u.id = s.user_id
        where s.id = $1 and {LiveSql} and u.disabled_at is null
        """,
        row => new LiveSession(sessionId, row.GetGuid(0), row.GetBoolean(1), row.GetString(2), row.GetString(3)),
        cancellationToken,
        sessionId,
        clock.GetUtcNow());

    /// <summary>The sessions of an account that go on, the latest first.</summary>
    public Task<IReadOnlyList<ListedSession>> ListAsync(Guid accountId, CancellationToken cancellationToken) => database.ListAsync(
        $"""
        select id, address, client, started_at, refreshed_at, expires_at, has_second_factor from identity.sessions
        where user_id = $1 and {LiveSql} order by started_at desc, id desc limit 200
        """,
        row => new ListedSession(
            row.GetGuid(0),
            row.IsDBNull(1) ? null : row.GetString(1),
            row.IsDBNull(2) ? null : row.GetString(2),
            row.GetFieldValue<DateTimeOffset>(3),
            row.GetFieldValue<DateTimeOffset>(4),
            row.GetFieldValue<DateTimeOffset>(5),
            row.GetBoolean(6)),
        cancellationToken,
        accountId,
        clock.GetUtcNow());

    /// <summary>Ends one session of an account.</summary>
    /// <returns>Whether there was one to end.</returns>
    public async Task<bool> EndAsync(Guid accountId, Guid sessionId, SessionEnd because, CancellationToken cancellationToken) =>
        await database.ExecuteAsync(
            "update identity.sessions set ended_at = $3, ended_because = $4 where user_id = $1 and id = $2 and ended_at is null",
            cancellationToken,
            accountId,
            sessionId,
            clock.GetUtcNow(),
            because.ToString()) > 0;

    /// <summary>Ends the sessions of an account, but for one that may stay.</summary>
    /// <returns>How many ended.</returns>
    public Task<int> EndAllAsync(Guid accountId, Guid? except, SessionEnd because, CancellationToken cancellationToken) => database.ExecuteAsync(
        "update identity.sessions set ended_at = $3, ended_because = $4 where user_id = $1 and id is distinct from $2::uuid and ended_at is null",
        cancellationToken,
        accountId,
        except,
        clock.GetUtcNow(),
        because.ToString());

    /// <summary>Remembers that a second factor was proven in a session.</summary>
    public Task ProveAsync(Guid sessionId, CancellationToken cancellationToken) =>
        database.ExecuteAsync("update identity.sessions set has_second_factor = true where id = $1", cancellationToken, sessionId);

    /// <summary>Forgets sessions that were over long ago.</summary>
    public Task<int> ForgetOldAsync(CancellationToken cancellationToken) => database.ExecuteAsync(
        "delete from identity.sessions where expires_at < $1 or ended_at < $1", cancellationToken, clock.GetUtcNow() - options.KeptFor);

    // Two tabs that refresh at once, or a client whose answer was lost, show the latest but one token; a thief shows it later.
    private async Task<OpenSession?> RepeatAsync(Guid sessionId, int number, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var found = await database.FirstAsync(
            $"select s.user_id, s.refresh_number, s.expires_at, s.refreshed_at from identity.sessions s join identity.users u on u.id = s.user_id where s.id = $1 and {LiveSql} and u.disabled_at is null",
            row => (Session: new OpenSession(sessionId, row.GetGuid(0), row.GetInt32(1), row.GetFieldValue<DateTimeOffset>(2)), RefreshedAt: row.GetFieldValue<DateTimeOffset>(3)),
            cancellationToken,
            sessionId,
            now);
        if (found.Session is not { } session)
            return null;
        if (number == session.Number - 1 && now < found.RefreshedAt + options.RepeatWithin)
            return session;
        log.LogWarning("A refresh token of session {Session} was used twice; the session was ended.", sessionId);
        await EndAsync(session.AccountId, sessionId, SessionEnd.TokenReused, cancellationToken);
        return null;
    }
}

/// <summary>Why a session ended before its time.</summary>
internal enum SessionEnd
{
    /// <summary>Its owner signed out, or ended it from elsewhere.</summary>
    ByOwner,

    /// <summary>An administrator ended it.</summary>
    ByAdministrator,

    /// <summary>The account got another password, or lost its second factor.</summary>
    CredentialsChanged,

    /// <summary>A refresh token was used twice.</summary>
    TokenReused,

    /// <summary>The account began more sessions than it may have.</summary>
    TooMany,
}

/// <summary>A session for which tokens are made.</summary>
/// <param name="Id">The session.</param>
/// <param name="AccountId">Whose it is.</param>
/// <param name="Number">Which refresh token of the session is the good one.</param>
/// <param name="ExpiresAt">When it ends in any case.</param>
internal sealed record OpenSession(Guid Id, Guid AccountId, int Number, DateTimeOffset ExpiresAt);

/// <summary>A session that goes on.</summary>
/// <param name="Id">The session.</param>
/// <param name="AccountId">Whose it is.</param>
/// <param name="HasSecondFactor">Whether a second factor was proven in it.</param>
/// <param name="UserName">The account's name.</param>
/// <param name="SecurityStamp">The account's present stamp.</param>
internal sealed record LiveSession(Guid Id, Guid AccountId, bool HasSecondFactor, string UserName, string SecurityStamp);

/// <summary>A session as its owner sees it.</summary>
internal sealed record ListedSession(
    Guid Id, string? Address, string? Client, DateTimeOffset StartedAt, DateTimeOffset RefreshedAt, DateTimeOffset ExpiresAt, bool HasSecondFactor);
