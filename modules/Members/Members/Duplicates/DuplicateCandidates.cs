using Modular.GraphQL.CodeFirst;
using Modular.Kernel.Access;
using Modular.Kernel.GraphQL;
using Modular.Members.Contracts;

namespace Modular.Members.Duplicates;

/// <summary>A stretch of the pairs of persons who may be one.</summary>
/// <param name="Candidates">The pairs, in the order in which they came into the register.</param>
/// <param name="End">Where this stretch ends: the `after` of the next question; null where it is empty.</param>
/// <param name="HasMore">Whether there are more.</param>
[Classified(DataClass.Basic)]
internal sealed record DuplicateCandidatePage(IReadOnlyList<DuplicateCandidate> Candidates, string? End, bool HasMore);

/// <summary>Two persons of the same name who may be one (nghi trùng).</summary>
/// <param name="FirstId">The one.</param>
/// <param name="SecondId">The other, who came into the register later.</param>
/// <param name="Ground">Why they may be one; null where they no longer look alike.</param>
/// <param name="DifferentBecause">How it was found out that they are not one, where it was.</param>
/// <param name="DecidedBy">Who said that they are not one.</param>
/// <param name="DecidedAt">When that was.</param>
[Classified(DataClass.Basic)]
internal sealed record DuplicateCandidate(
    [property: References("Member")] Guid FirstId,
    [property: References("Member")] Guid SecondId,
    DuplicateGround? Ground,
    string? DifferentBecause,
    string? DecidedBy,
    DateTimeOffset? DecidedAt);

[QueryType]
internal static class DuplicateQueries
{
    private const int Most = 200;

    /// <summary>
    /// Pairs of persons who have the same name, written with or without diacritics, and may be one: born on the same day, with day and month exchanged, in the same year and from the same
    /// place, or with almost the same citizen identity number. A pair is shown to whoever sees both.
    /// </summary>
    /// <param name="search">Finds them.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <param name="decided">The pairs of whom somebody said that they are not one, instead of those who are open.</param>
    /// <param name="first">How many, at most 200.</param>
    /// <param name="after">The `end` of the last answer; from the beginning where it is left out.</param>
    [Requires(MembersPermissions.ResolveDuplicates)]
    public static Task<DuplicateCandidatePage> DuplicateCandidatesAsync(
        DuplicateSearch search, CancellationToken cancellationToken, bool decided = false, int first = 50, string? after = null) =>
        search.FindAsync(decided, Math.Clamp(first, 1, Most), after, cancellationToken);
}
