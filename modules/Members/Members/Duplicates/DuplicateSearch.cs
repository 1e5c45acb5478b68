using Microsoft.EntityFrameworkCore;
using Modular.GraphQL.Execution;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Postgres.Entities;
using Modular.Members.Data;

namespace Modular.Members.Duplicates;

/// <summary>Finds pairs of persons who may be one, among all whom the user sees, by one statement.</summary>
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

    // Persons of one name are compared where they were born in one year, and where half of their numbers of identity is the same: a join by the
    // name alone would compare each Nguyễn Văn Hùng with all others.
    private IQueryable<Pair> Open(Guid afterFirst, Guid afterSecond) => db.Database.SqlQuery<Pair>(
        $"""
        select pair.first_id as "First", pair.second_id as "Second", pair.ground as "Ground",
            null::text as "Reason", null::text as "DecidedBy", null::timestamptz as "DecidedAt"
        from (
            select first.id as first_id, second.id as second_id, members.duplicate_ground(
                first.birth_date, second.birth_date, first.native_place, second.native_place, first.citizen_id, second.citizen_id) as ground
            from members.member as first
            join members.member as second on second.province_id = first.province_id and second.name_key = first.name_key and second.id > first.id
                and extract(year from second.birth_date) = extract(year from first.birth_date)
            where first.province_id = {db.Province.Value} and second.province_id = {db.Province.Value}
                and (first.id, second.id) > ({afterFirst}, {afterSecond})
            union
            select first.id, second.id, 'CITIZEN_ID_NEARLY_THE_SAME'
            from members.member as first
            join members.member as second on second.province_id = first.province_id and second.name_key = first.name_key and second.id > first.id
                and right(second.citizen_id, 6) = right(first.citizen_id, 6)
            where first.province_id = {db.Province.Value} and second.province_id = {db.Province.Value}
                and (first.id, second.id) > ({afterFirst}, {afterSecond})
                and extract(year from second.birth_date) <> extract(year from first.birth_date)
                and members.nearly_the_same_number(first.citizen_id, second.citizen_id)
        ) as pair
        where pair.ground is not null and not exists (
            select from members.different_persons as told
            where told.province_id = {db.Province.Value} and told.first_member_id = pair.first_id and told.second_member_id = pair.second_id)
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
