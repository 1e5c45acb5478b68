namespace Modular.Kernel.Postgres.Provinces.Merging;

/// <summary>
/// The tables of provinces, found by their column: those of every schema, of modules too that are installed later. For the merger row-level security does not hold for the owner, triggers of
/// modules are silent (what they keep goes over as it is), and plain references between tables are taken away until all rows have gone over: made anew, each is checked by one join, where PostgreSQL
/// would look up every row of every reference by itself.
/// </summary>
internal sealed class ProvinceTables(ProvinceMergerWork work)
{
    private const string TablesSql =
        """
        select c.oid::regclass::text from pg_class as c
        join pg_namespace as n on n.oid = c.relnamespace
        join pg_attribute as a on a.attrelid = c.oid and a.attname = 'province_id' and not a.attisdropped
        where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema') and c.relpersistence <> 't'
        order by 1
        """;

    private const string ForcedSql =
        "select c.oid::regclass::text from pg_class as c where c.relforcerowsecurity and c.oid::regclass::text = any ($4) order by 1";

    private const string ReferencesSql =
        """
        select format('%s|%I|%s', c.conrelid::regclass, c.conname, pg_get_constraintdef(c.oid)) from pg_constraint as c
        where c.contype = 'f' and c.conparentid = 0 and c.confdeltype = 'a' and c.confupdtype = 'a' and c.conrelid::regclass::text = any ($4) and c.confrelid::regclass::text = any ($4)
        order by 1
        """;

    // References that do something (delete what hangs on a row) stay, so that they do it; they are checked in the end.
    private const string ActingReferencesSql =
        """
        select format('alter table %s alter constraint %I ', c.conrelid::regclass, c.conname) from pg_constraint as c
        where c.contype = 'f' and c.conparentid = 0 and (c.confdeltype <> 'a' or c.confupdtype <> 'a') and not c.condeferrable
          and c.conrelid::regclass::text = any ($4) and c.confrelid::regclass::text = any ($4)
        order by 1
        """;

    private const string OthersSql =
        """
        select format('update %s set %I = $2 where %I = $1', a.attrelid::regclass, a.attname, a.attname) from pg_attribute as a
        where a.attrelid::regclass::text = any ($4) and a.attname like '%\_province\_id' and not a.attisdropped
        order by 1
        """;

    // How many rows of the one province cannot stand beside those of the other, for each key that the database keeps unique.
    private const string CollisionsSql =
        """
        select format(
            'select count(*) from (select * from %1$s where province_id = $1 %2$s) as one join (select * from %1$s where province_id = $2 %2$s) as other on %3$s',
            i.indrelid::regclass, coalesce('and ' || pg_get_expr(i.indpred, i.indrelid), ''), coalesce(keys.alike, 'true'))
            || '|' || i.indrelid::regclass || '|' || i.indexrelid::regclass || '|' || coalesce(keys.has_identifier, false) || '|' || i.indisprimary
        from pg_index as i
        cross join lateral (
            select string_agg(format('one.%1$I = other.%1$I', a.attname), ' and ') as alike, bool_or(a.atttypid = 'uuid'::regtype) as has_identifier
            from pg_attribute as a where a.attrelid = i.indrelid and a.attnum = any (i.indkey) and a.attname <> 'province_id') as keys
        where i.indisunique and i.indexprs is null and i.indrelid::regclass::text = any ($4)
          and exists (select from pg_attribute as p where p.attrelid = i.indrelid and p.attnum = any (i.indkey) and p.attname = 'province_id')
        order by i.indrelid::regclass::text, i.indexrelid::regclass::text
        """;

    private IReadOnlyList<string> tables = [];
    private IReadOnlyList<string> forced = [];
    private IReadOnlyList<string[]> references = [];
    private IReadOnlyList<string> actingReferences = [];

    /// <summary>All tables, each as <c>schema.table</c>.</summary>
    public IReadOnlyList<string> All => tables;

    /// <summary>Opens the tables for the merger. Nobody else reads or writes them until the transaction ends.</summary>
    public async Task OpenAsync(CancellationToken cancellationToken)
    {
        tables = await work.TextsAsync(TablesSql, cancellationToken);
        forced = await TextsAsync(ForcedSql, cancellationToken);
        references = [.. (await TextsAsync(ReferencesSql, cancellationToken)).Select(reference => reference.Split('|', 3))];
        foreach (var table in forced)
            await work.ExecuteAsync($"alter table {table} no force row level security", cancellationToken);
        foreach (var table in tables)
            await work.ExecuteAsync($"alter table {table} disable trigger user", cancellationToken);
        actingReferences = await TextsAsync(ActingReferencesSql, cancellationToken);
        foreach (var reference in references)
            await work.ExecuteAsync($"alter table {reference[0]} drop constraint {reference[1]}", cancellationToken);
        foreach (var reference in actingReferences)
            await work.ExecuteAsync(reference + "deferrable initially deferred", cancellationToken);
        await work.ExecuteAsync("set constraints all deferred", cancellationToken);
    }

    /// <summary>Checks all references and closes the tables again.</summary>
    public async Task CloseAsync(CancellationToken cancellationToken)
    {
        await work.ExecuteAsync("set constraints all immediate", cancellationToken);
        foreach (var reference in actingReferences)
            await work.ExecuteAsync(reference + "not deferrable", cancellationToken);
        foreach (var reference in references)
            await work.ExecuteAsync($"alter table {reference[0]} add constraint {reference[1]} {reference[2]}", cancellationToken);
        foreach (var table in tables)
            await work.ExecuteAsync($"alter table {table} enable trigger user", cancellationToken);
        foreach (var table in forced)
            await work.ExecuteAsync($"alter table {table} force row level security", cancellationToken);
    }

    /// <summary>
    /// Looks for rows that cannot stand beside those of the receiving province. Where the key is made of names only, the rows are settings of a province, and those of the receiving one rule;
    /// everything else is an obstacle.
    /// </summary>
    public async Task CompareAsync(IReadOnlyCollection<string> except, CancellationToken cancellationToken)
    {
        foreach (var line in await TextsAsync(CollisionsSql, cancellationToken))
        {
            var parts = line.Split('|');
            if (except.Contains(parts[1]) || await work.ScalarAsync<long>(parts[0], cancellationToken) is not (var rows and > 0))
                continue;
            if (parts[3] == "true" || parts[4] != "true")
                work.Object($"{parts[1]}: {rows} rows of both provinces have the same key ({parts[2]}).");
            else
                await RuleAsync(parts[0], parts[1], rows, cancellationToken);
        }
    }

    /// <summary>Gives the rows of every table to the receiving province, and lets those of third provinces that name the one that goes name the other.</summary>
    /// <returns>How many rows of each table.</returns>
    public async Task<IReadOnlyDictionary<string, long>> MoveAsync(IReadOnlyCollection<string> except, CancellationToken cancellationToken)
    {
        var moved = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var table in tables.Where(table => !except.Contains(table)))
        {
            if (await work.ExecuteAsync($"update {table} set province_id = $2 where province_id = $1", cancellationToken) is > 0 and var rows)
                moved.Add(table, rows);
        }

        foreach (var update in await TextsAsync(OthersSql, cancellationToken))
            await work.ExecuteAsync(update, cancellationToken);
        return moved;
    }

    private async Task RuleAsync(string comparison, string table, long rows, CancellationToken cancellationToken)
    {
        var join = comparison[(comparison.LastIndexOf(" on ", StringComparison.Ordinal) + 4)..];
        await work.ExecuteAsync($"delete from {table} as one using {table} as other where one.province_id = $1 and other.province_id = $2 and {join}", cancellationToken);
        work.Note($"{table}: {rows} settings of the receiving province rule.");
    }

    private Task<IReadOnlyList<string>> TextsAsync(string sql, CancellationToken cancellationToken) =>
        work.TextsAsync(sql, cancellationToken, (object)tables.ToArray());
}
