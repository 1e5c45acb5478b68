namespace Modular.Kernel.Postgres.Provinces.Merging;

/// <summary>What must hold before two provinces become one, whatever modules there are.</summary>
internal static class MergerConditions
{
    private const string UndeliveredSql =
        """
        select count(*) from kernel.outbox as o
        where o.province_id = $1 and exists (
            select from jsonb_array_elements_text($4::jsonb -> o.event_name) as listener (module)
            join kernel.province_modules as enabled on enabled.province_id in ($1, $2) and enabled.module = listener.module and enabled.enabled
            left join kernel.outbox_positions as had on had.province_id = $1 and had.module = listener.module
            where had.module is null or (had.generation, had.transaction_id, had.sequence) < (o.generation, o.transaction_id, o.sequence))
        """;

    private const string HiddenSql =
        """
        select one.module from kernel.province_modules as one
        where one.province_id = $1 and one.enabled
          and not exists (select from kernel.province_modules as other where other.province_id = $2 and other.module = one.module and other.enabled)
        order by 1
        """;

    private static readonly (string Sql, string Sentence)[] Counts =
    [
        ("select count(*) from kernel.provinces where id in ($1, $2) and settings ? 'mergedInto'", "One of the provinces has become part of another already."),
        ("select count(*) from kernel.parked_events where province_id = $1", "There are {0} events that a module could not handle; have them tried again first."),
        ("select count(*) from kernel.letters where province_id in ($1, $2) and from_province_id in ($1, $2) and state = 'OPEN'",
            "{0} papers are on their way between the two provinces; accept, return or withdraw them first."),
        ("select count(*) from kernel.import_batches where province_id = $1 and state = 'RUNNING'", "{0} imports are running."),
        ("select count(*) from kernel.exports where province_id = $1 and state in ('QUEUED', 'RUNNING')", "{0} exports are running."),
    ];

    /// <summary>Objects for each condition that does not hold.</summary>
    /// <param name="work">The merger.</param>
    /// <param name="listeners">Which modules listen to which events, as JSON.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task CheckAsync(ProvinceMergerWork work, string listeners, CancellationToken cancellationToken)
    {
        if (work.Order.From.Id == work.Order.Into.Id)
            work.Object("A province does not become part of itself.");
        foreach (var (sql, sentence) in Counts)
        {
            if (await work.ScalarAsync<long>(sql, cancellationToken) is > 0 and var count)
                work.Object(string.Format(System.Globalization.CultureInfo.InvariantCulture, sentence, count));
        }

        foreach (var module in await work.TextsAsync(HiddenSql, cancellationToken))
            work.Object($"The module {module} is enabled in {work.Order.From.Slug} and not in {work.Order.Into.Slug}, where its data would be hidden; enable it there first.");
        if (await work.ScalarAsync<long>(UndeliveredSql, cancellationToken, listeners) is > 0 and var waiting)
            work.Object($"{waiting} events wait for modules that are disabled, or were published meanwhile; enable the modules, let nobody work in the province, and try again.");
    }
}
