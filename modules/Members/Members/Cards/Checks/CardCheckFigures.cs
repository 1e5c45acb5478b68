using Microsoft.EntityFrameworkCore;
using Modular.GraphQL.CodeFirst;
using Modular.Kernel.Access;
using Modular.Kernel.GraphQL;
using Modular.Members.Contracts;
using Modular.Members.Data;
using Modular.Members.Statistics;

namespace Modular.Members.Cards.Checks;

/// <summary>The figures of a round for an organization with all below it, of the official members on the round's day (MEM-15).</summary>
/// <param name="WithoutCard">Official members without a card (chưa có thẻ).</param>
/// <param name="WithCard">Official members with a card (đã có thẻ).</param>
/// <param name="ToStamp">Cards that are neither damaged nor lost, and are to be stamped (số thẻ phải đóng dấu).</param>
/// <param name="Stamped">Cards that were stamped (đã đóng dấu).</param>
/// <param name="Damaged">Damaged cards (thẻ hỏng).</param>
/// <param name="Lost">Lost cards (thẻ mất).</param>
/// <param name="NotSeen">Cards of which nothing was recorded in this round (chưa kiểm tra).</param>
[Classified(DataClass.Internal)]
internal sealed record CardCheckFigures(int WithoutCard, int WithCard, int ToStamp, int Stamped, int Damaged, int Lost, int NotSeen);

[ExtendObjectType("Organization")]
internal static class OrganizationCardChecks
{
    /// <summary>The figures of a round of card checks, with all organizations below (tổng hợp kiểm tra kỹ thuật thẻ đảng viên); null where there is no such round.</summary>
    /// <param name="organizations">The organizations.</param>
    /// <param name="roundId">The round.</param>
    /// <param name="checks">Counts.</param>
    /// <param name="cancellationToken">Cancels.</param>
    [Requires(MembersPermissions.Count)]
    public static Task<IReadOnlyDictionary<Guid, CardCheckFigures>> CardCheckFiguresAsync(
        [Parents] IReadOnlyList<Guid> organizations, [ID("CardCheckRound")] Guid roundId, CardCheckCounting checks, CancellationToken cancellationToken) =>
        checks.CountAsync(organizations, roundId, cancellationToken);
}

/// <summary>Counts the cards of a round, by the tree and the facts of its day.</summary>
internal sealed class CardCheckCounting(MembersDbContext db)
{
    public async Task<IReadOnlyDictionary<Guid, CardCheckFigures>> CountAsync(
        IReadOnlyList<Guid> organizations, Guid roundId, CancellationToken cancellationToken)
    {
        Guid[] asked = [.. organizations.Distinct()];
        var round = await db.CardCheckRounds.AsNoTracking().SingleOrDefaultAsync(row => row.Id == roundId, cancellationToken);
        if (round is null)
            return new Dictionary<Guid, CardCheckFigures>();
        var places = await StructureSql.PlacesOf(db, asked, round.CheckedOn).ToListAsync(cancellationToken);
        var (keys, cells) = (places.Select(place => place.Key).ToArray(), places.Select(place => place.OrganizationId).ToArray());
        // Of a period that holds a day PostgreSQL takes one in two hundred to be right; of first days it knows how many there are.
        var counted = await db.Database.SqlQuery<Counted>(
            $"""
            select place.key as "Key",
                count(*) filter (where card.id is null)::int as "WithoutCard",
                count(card.id)::int as "WithCard",
                count(*) filter (where card.id is not null and seen.finding = 'STAMPED')::int as "Stamped",
                count(*) filter (where card.id is not null and seen.finding = 'DAMAGED')::int as "Damaged",
                count(*) filter (where card.id is not null and seen.finding = 'LOST')::int as "Lost",
                count(*) filter (where card.id is not null and seen.id is null)::int as "NotSeen"
            from unnest({keys}, {cells}) as place (key, organization_id)
            join members.cell_assignment as assignment
                on assignment.province_id = {db.Province.Value} and assignment.organization_id = place.organization_id and assignment.kind = 'OFFICIAL'
                and assignment.first_day <= {round.CheckedOn} and coalesce(upper(assignment.valid) > {round.CheckedOn}, true)
            join members.membership_status as status
                on status.province_id = {db.Province.Value} and status.member_id = assignment.member_id and status.status = 'OFFICIAL'
                and status.first_day <= {round.CheckedOn} and coalesce(upper(status.valid) > {round.CheckedOn}, true)
            left join members.party_card as card
                on card.province_id = {db.Province.Value} and card.member_id = assignment.member_id
                and card.first_day <= {round.CheckedOn} and coalesce(upper(card.valid) > {round.CheckedOn}, true)
            left join members.card_check as seen
                on seen.province_id = {db.Province.Value} and seen.member_id = assignment.member_id and seen.round_id = {round.Id}
            group by place.key
            """).ToListAsync(cancellationToken);
        var of = counted.ToDictionary(row => row.Key);
        return asked.ToDictionary(id => id, id => Show(of.GetValueOrDefault(id)));
    }

    private static CardCheckFigures Show(Counted? found) => found is null
        ? new CardCheckFigures(0, 0, 0, 0, 0, 0, 0)
        : new CardCheckFigures(
            found.WithoutCard, found.WithCard, found.WithCard - found.Damaged - found.Lost, found.Stamped, found.Damaged, found.Lost, found.NotSeen);

    private sealed record Counted(Guid Key, int WithoutCard, int WithCard, int Stamped, int Damaged, int Lost, int NotSeen);
}
