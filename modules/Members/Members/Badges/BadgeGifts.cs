using Modular.Kernel.Access;
using Modular.Kernel.GraphQL;

namespace Modular.Members.Badges;

/// <summary>The badges of one step in a round.</summary>
/// <param name="Years">The step.</param>
/// <param name="Count">How many members are proposed and not declined.</param>
/// <param name="Multiple">The gift as a multiple of base pay; null before the decision, and where no text fixes it.</param>
/// <param name="Amount">The gifts of all of them in đồng; null as <paramref name="Multiple"/>.</param>
[Classified(DataClass.Internal)]
internal sealed record BadgeGifts(int Years, int Count, decimal? Multiple, long? Amount)
{
    /// <summary>The statement: a line a step, the lowest first.</summary>
    public static void Define(StatementBuilder gifts) => gifts.Sql(sql =>
    {
        var proposal = sql.Table<BadgeProposal>("proposal");
        return $"""
            select {proposal[p => p.RoundId]} as key, {proposal[p => p.Years]} as years, count(*)::int as count,
                max({proposal[p => p.GiftMultiple]}) as multiple, sum({proposal[p => p.GiftAmount]})::bigint as amount
            from {proposal}
            where {proposal[p => p.RoundId]} = any ({sql.Keys}) and {proposal[p => p.State]} <> {proposal.Value(p => p.State, BadgeProposalState.Declined)}
            group by {proposal[p => p.RoundId]}, {proposal[p => p.Years]}
            order by {proposal[p => p.RoundId]}, {proposal[p => p.Years]}
            """;
    });
}
