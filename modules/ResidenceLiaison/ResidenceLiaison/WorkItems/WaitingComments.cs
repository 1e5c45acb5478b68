namespace Modular.ResidenceLiaison.WorkItems;

/// <summary>What the work items of a commune committee about comments share: the cells whose comments wait for it, since the first of them came.</summary>
internal static class WaitingComments
{
    /// <summary>The facts of comments in a state, by cell.</summary>
    /// <param name="state">The state, as the database writes it.</param>
    /// <param name="since">The column of the day on which a comment came to it.</param>
    public static string At(string state, string since) =>
        $"""
        select distinct waiting.cell_id as fact_id, waiting.cell_id as subject_id, waiting.receiver_id as organization_id, waiting.receiver_id as responsible_id, null::uuid as member_id,
            (
                select min(first.{since}) from residence_liaison.comment as first
                where first.province_id = waiting.province_id and first.cell_id = waiting.cell_id and first.receiver_id = waiting.receiver_id and first.state = '{state}'
            ) as base_on
        from residence_liaison.comment as waiting
        where waiting.province_id = @province and waiting.state = '{state}'
        """;
}
