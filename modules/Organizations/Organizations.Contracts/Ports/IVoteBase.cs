namespace Modular.Organizations.Contracts;

/// <summary>
/// Implemented by the module that keeps members: the base of votes (ORG-16), the one function that every module asks which counts votes of a members' meeting. It is not bounded by the user's
/// grants: it tells numbers, and the caller checks what the user may do there.
/// </summary>
public interface IVoteBase
{
    /// <summary>
    /// The base of a vote in each organization on a day: of all official members who belong to it and those below it by the tree of that day. An organization without official members has a
    /// base of nobody.
    /// </summary>
    /// <param name="organizationIds">The organizations.</param>
    /// <param name="day">The day of the meeting.</param>
    /// <param name="attendingAndVoting">Those who attend and vote, as far as known.</param>
    /// <param name="cancellationToken">Cancels.</param>
    Task<IReadOnlyDictionary<Guid, VoteBase>> FindAsync(
        IReadOnlyCollection<Guid> organizationIds, DateOnly day, IReadOnlyCollection<Guid> attendingAndVoting, CancellationToken cancellationToken);
}
