using Microsoft.EntityFrameworkCore;
using Modular.GraphQL.CodeFirst;
using Modular.Kernel.Access;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Time;
using Modular.Members.Contracts;
using Modular.Members.Data;
using Modular.Organizations.Contracts;

namespace Modular.Members.Votes;

/// <summary>
/// How many count at a vote of a members' meeting (số đảng viên làm căn cứ biểu quyết, ORG-16): the official members without those active elsewhere for a time and those exempt from work and
/// activities, unless they attend and vote, and without those whose activities are suspended.
/// </summary>
/// <param name="Official">The official members (đảng viên chính thức).</param>
/// <param name="Elsewhere">Those active elsewhere for a time who don't attend and vote.</param>
/// <param name="Exempt">Those exempt from work and activities who don't attend and vote.</param>
/// <param name="Suspended">Those whose Party activities are suspended.</param>
/// <param name="Count">The base: how many count.</param>
/// <param name="CanVote">Whether the meeting can vote: with fewer than three official members it cannot (ORG-02).</param>
/// <param name="MoreThanHalf">How many votes are more than half of the base.</param>
/// <param name="TwoThirds">How many votes are at least two thirds of the base (ADM-12).</param>
[GraphQLName("VoteBase")]
[Classified(DataClass.Internal)]
internal sealed record VoteBaseOfMeeting(
    int Official, int Elsewhere, int Exempt, int Suspended, int Count, bool CanVote, int MoreThanHalf, int TwoThirds)
{
    public static VoteBaseOfMeeting Of(VoteBase found) => new(
        found.Official, found.Elsewhere, found.Exempt, found.Suspended, found.Count, found.CanVote, found.MoreThanHalf, found.TwoThirds);
}

[ExtendObjectType("Organization")]
internal static class OrganizationVoteBase
{
    /// <summary>
    /// How many count at a vote of its members' meeting (ORG-16), with all organizations below; null where the user's right to count members does not reach.
    /// </summary>
    /// <param name="organizations">The organizations.</param>
    /// <param name="asOf">The day of the meeting; today where it is left out.</param>
    /// <param name="attending">Those who attend and vote, as far as known; only members of the meeting matter.</param>
    /// <param name="votes">The rule.</param>
    /// <param name="db">The register.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="cancellationToken">Cancels.</param>
    [Requires(MembersPermissions.Count)]
    [Classified(DataClass.Internal)]
    public static async Task<IReadOnlyDictionary<Guid, VoteBaseOfMeeting?>> VoteBaseAsync(
        [Parents] IReadOnlyList<Guid> organizations,
        DateOnly? asOf,
        [ID("Member")] IReadOnlyList<Guid>? attending,
        IVoteBase votes,
        MembersDbContext db,
        TimeProvider clock,
        CancellationToken cancellationToken)
    {
        var day = clock.Today();
        var scope = db.Access.ScopeOf(MembersPermissions.Count);
        var places = await db.Set<OrganizationTreeRow>()
            .Where(row => organizations.Contains(row.OrganizationId) && row.Standing.Contains(day))
            .Select(row => new { row.OrganizationId, row.Path })
            .ToListAsync(cancellationToken);
        Guid[] reached = [.. places.Where(place => scope.Covers(place.OrganizationId, place.Path)).Select(place => place.OrganizationId)];
        var found = await votes.FindAsync(reached, asOf ?? day, attending ?? [], cancellationToken);
        return found.ToDictionary(pair => pair.Key, pair => (VoteBaseOfMeeting?)VoteBaseOfMeeting.Of(pair.Value));
    }
}
