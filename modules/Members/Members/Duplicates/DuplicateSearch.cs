using Microsoft.EntityFrameworkCore;
using Modular.GraphQL.Execution;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Postgres.Entities;
using Modular.Members.Data;

namespace Modular.Members.Duplicates;

/// <summary>Reads pairs of persons who may be one, among all whom the user sees, by one statement.</summary>
internal sealed class DuplicateSearch(MembersDbContext db)
{
    private const int KeyLength = 32;

    public async Task<DuplicateCandidatePage> FindAsync(bool decided, int first, string? after, CancellationToken cancellationToken)
    {
        var (afterFirst, afterSecond) = PlaceOf(after);
        var members = db.Members.Select(member => member.Id);
        var pairs = await (decided ? Decided(afterFirst, afterSecond) : Open(afterFirst, afterSecond))
            .Where(pair => members.Contains(pair.First) && members.Contains(pair.Second))
            .OrderBy(pair => pair.First).ThenBy(pair => pair.Second)
            .Take(first + 1)
            .ToListAsync(cancellationToken);
        var shown = pairs.Take(first).ToList();
        return new DuplicateCandidatePage(
            [.. shown.Select(ToCandidate)], shown.Count == 0 ? null : $"{shown[^1].First:n}{shown[^1].Second:n}", pairs.Count > first);
    }

    private IQueryable<Pair> Open(Guid afterFirst, Guid afterSecond) => db.Database.SqlQuery<Pair>(
        $"""
        select pair.first_member_id as "First", pair.second_member_id as "Second", pair.ground as "Ground",
            null::text as "Reason", null::text as "DecidedBy", null::timestamptz as "DecidedAt"
        from members.look_alike as pair
        where pair.province_id = {db.Province.Value} and (pair.first_member_id, pair.second_member_id) > ({afterFirst}, {afterSecond})
            and not exists (
                select from members.different_persons as told
                where told.province_id = pair.province_id and told.first_member_id = pair.first_member_id and told.second_member_id = pair.second_member_id)
        """);

    private IQueryable<Pair> Decided(Guid afterFirst, Guid afterSecond) => db.Database.SqlQuery<Pair>(
        $"""
        select told.first_member_id as "First", told.second_member_id as "Second",
            members.duplicate_ground(
                first.birth_date, second.birth_date, first.native_place, second.native_place, first.citizen_id, second.citizen_id) as "Ground",
            told.reason as "Reason", told.decided_by as "DecidedBy", told.decided_at as "DecidedAt"
        from members.different_persons as told
        join members.member as first on first.province_id = told.province_id and first.id = told.first_member_id
        join members.member as second on second.province_id = told.province_id and second.id = told.second_member_id
        where told.province_id = {db.Province.Value} and (told.first_member_id, told.second_member_id) > ({afterFirst}, {afterSecond})
        """);

    private static DuplicateCandidate ToCandidate(Pair pair) => new(
        pair.First, pair.Second, pair.Ground is null ? null : EnumText.Read<DuplicateGround>(pair.Ground), pair.Reason, pair.DecidedBy, pair.DecidedAt);

    private static (Guid First, Guid Second) PlaceOf(string? after)
    {
        if (after is null)
            return (Guid.Empty, Guid.Empty);
        return after.Length == 2 * KeyLength && Guid.TryParseExact(after[..KeyLength], "n", out var first) && Guid.TryParseExact(after[KeyLength..], "n", out var second)
            ? (first, second)
            : throw new GraphQLException("`after` must be the `end` of an earlier answer.", KernelErrorCodes.BadInput);
    }

    private sealed record Pair(Guid First, Guid Second, string? Ground, string? Reason, string? DecidedBy, DateTimeOffset? DecidedAt);
}
