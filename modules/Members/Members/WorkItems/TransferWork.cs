namespace Modular.Members.WorkItems;

/// <summary>What the kinds about transfers have in common.</summary>
internal static class TransferWork
{
    /// <summary>The transfer ended in one of these states, or the person died or left, so that what was due was not done but is due no more.</summary>
    /// <param name="states">States, as SQL writes them between the first and the last quotation mark.</param>
    public static string Ended(string states) =>
        $"""
        exists (
            select from members.transfer as closed
            where closed.province_id = @province and closed.id = present.fact_id and closed.state in ('{states}', 'LAPSED'))
        """;
}
