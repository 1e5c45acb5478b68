using Modular.GraphQL.CodeFirst;
using Modular.Host.Identity.Sessions;
using Modular.Kernel.Access;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Results;

namespace Modular.Host.Administration.Accounts;

/// <summary>Where somebody is signed in (phiên đăng nhập).</summary>
/// <param name="Id">The session, as <c>endSession</c> takes it.</param>
/// <param name="Address">The network address from which it began.</param>
/// <param name="Client">The program, as it named itself.</param>
/// <param name="StartedAt">When somebody signed in.</param>
/// <param name="RefreshedAt">When it last got new tokens.</param>
/// <param name="ExpiresAt">When it ends in any case.</param>
/// <param name="HasSecondFactor">Whether a second factor was proven in it.</param>
/// <param name="IsCurrent">Whether the request itself belongs to it.</param>
[GraphQLName("Session")]
[Classified(DataClass.Basic)]
internal sealed record UserSession(
    [property: ID("Session")] Guid Id,
    string? Address,
    string? Client,
    DateTimeOffset StartedAt,
    DateTimeOffset RefreshedAt,
    DateTimeOffset ExpiresAt,
    bool HasSecondFactor,
    bool IsCurrent)
{
    public static UserSession Of(ListedSession session, Guid? current) => new(
        session.Id, session.Address, session.Client, session.StartedAt, session.RefreshedAt, session.ExpiresAt, session.HasSecondFactor, session.Id == current);
}

/// <summary>A session that ends.</summary>
internal sealed record EndSessionInput
{
    /// <summary>One of one's own sessions.</summary>
    [ID("Session")]
    public required Guid Id { get; init; }
}

/// <summary>Which of one's own sessions end.</summary>
internal sealed record EndMyOtherSessionsInput
{
    /// <summary>Whether the session of the request ends too.</summary>
    public bool ThisOneToo { get; init; }
}

/// <summary>What a payload shows of sessions that were ended.</summary>
/// <param name="Sessions">The sessions that go on.</param>
internal sealed record SessionsLeft(IReadOnlyList<UserSession> Sessions);

[QueryType]
internal static class SessionQueries
{
    /// <summary>Where the user is signed in (phiên đăng nhập của tôi), the latest first.</summary>
    [Public("Everybody may know where they are signed in.")]
    public static Task<IReadOnlyList<UserSession>> MySessionsAsync(OwnSessions own, CancellationToken cancellationToken) => own.ListAsync(cancellationToken);
}

[MutationType]
internal static class SessionMutations
{
    /// <summary>Ends one of one's own sessions at once, on all hosts (đăng xuất khỏi một nơi).</summary>
    [Public("Everybody may sign out.")]
    public static Task<Result<SessionsLeft>> EndSessionAsync(EndSessionInput input, OwnSessions own, CancellationToken cancellationToken) =>
        own.EndAsync(input.Id, cancellationToken);

    /// <summary>Ends all of one's own sessions but the one of the request (đăng xuất khỏi mọi nơi khác).</summary>
    [Public("Everybody may sign out.")]
    public static Task<Result<SessionsLeft>> EndMyOtherSessionsAsync(
        EndMyOtherSessionsInput input, OwnSessions own, CancellationToken cancellationToken) => own.EndOthersAsync(input.ThisOneToo, cancellationToken);
}
