using Modular.Isolation.Tests.World;
using Modular.TestKit.Databases;
using Npgsql;
using Xunit;

namespace Modular.Isolation.Tests;

/// <summary>Table by table, as PostgreSQL lists them: a connection of one province neither reads nor changes nor writes a row of another.</summary>
public sealed class TableTests(AttackedWorld world)
{
    /// <summary>The host's tables that are read before a province is known, and why none of them tells one province of another.</summary>
    private static readonly string[] OfAccounts =
    [
        "identity.data_protection_keys", "identity.one_time_codes", "identity.recovery_codes", "identity.second_factors", "identity.sessions", "identity.sign_in_attempts",
        "identity.user_claims",
        "identity.user_logins", "identity.user_provinces", "identity.user_tokens", "identity.users",
    ];

    private const string TablesSql =
        """
        select n.nspname || '.' || c.relname, (
            select string_agg(quote_ident(a.attname), ', ' order by a.attnum) from pg_attribute a
            where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and a.attidentity <> 'a')
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'p') and not c.relispartition and c.relrowsecurity
        order by 1
        """;

    [Fact]
    public async Task Every_table_is_held_by_its_province_or_is_on_the_short_list()
    {
        var violations = await TableRules.ViolationsAsync(world.Host.Database);

        var tables = violations.Select(violation => violation.Split(' ', ':')[0]).Distinct().Order(StringComparer.Ordinal);
        Assert.Equal([], tables.Except(OfAccounts));
    }

    [Fact]
    public async Task No_row_is_read_changed_or_written_over_a_connection_of_another_province()
    {
        var (there, here) = (TestProvinces.NamDinh, TestProvinces.NinhThuan);
        var failures = new List<string>();
        var tried = 0;
        foreach (var (table, columns) in await TablesAsync())
        {
            var rows = await CountAsync(there.Id.Value, $"select count(*) from {table}");
            var own = await CountAsync(here.Id.Value, $"select count(*) from {table} where province_id <> {here.Id}");
            if (own != 0)
                failures.Add($"{table}: {own} rows of other provinces are read");
            failures.AddRange(await RefusedAsync(table, $"update {table} set province_id = {here.Id} where province_id = {there.Id}"));
            failures.AddRange(await RefusedAsync(table, $"delete from {table} where province_id = {there.Id}"));
            if (rows == 0)
                continue;
            tried++;
            var row = await world.Host.Database.ScalarAsync<string>(there, $"select to_jsonb(row)::text from {table} as row limit 1");
            failures.AddRange(await RefusedAsync(
                table, $"insert into {table} ({columns}) select {columns} from jsonb_populate_record(null::{table}, $1::jsonb)", row));
        }

        Assert.Equal([], failures);
        Assert.True(tried > 20, $"Only {tried} tables have rows.");
    }

    /// <summary>What a statement did that it should not; nothing where it met no row or was refused.</summary>
    private async Task<IEnumerable<string>> RefusedAsync(string table, string sql, params object[] values)
    {
        try
        {
            var rows = await world.Host.Database.ExecuteAsync(TestProvinces.NinhThuan, sql, values);
            return rows == 0 ? [] : [$"{table}: {rows} rows by {sql}"];
        }
        catch (PostgresException refused)
        {
            return refused.SqlState == PostgresErrorCodes.InsufficientPrivilege ? [] : [$"{table}: {refused.SqlState} {refused.MessageText} by {sql}"];
        }
    }

    private async Task<long> CountAsync(short province, string sql) => await world.Host.Database.ScalarAsync<long>(
        TestProvinces.All.Single(known => known.Id.Value == province), sql);

    private async Task<IReadOnlyList<(string Table, string Columns)>> TablesAsync()
    {
        await using var owner = await world.Host.Database.OpenAsOwnerAsync();
        await using var command = new NpgsqlCommand(TablesSql, owner);
        await using var reader = await command.ExecuteReaderAsync();
        var tables = new List<(string, string)>();
        while (await reader.ReadAsync())
            tables.Add((reader.GetString(0), reader.GetString(1)));
        return tables;
    }
}
