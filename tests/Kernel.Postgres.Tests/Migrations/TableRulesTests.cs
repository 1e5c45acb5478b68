using Modular.Kernel.Postgres.Tests.Sample;
using Modular.TestKit.Databases;
using Npgsql;

namespace Modular.Kernel.Postgres.Tests.Migrations;

public sealed class TableRulesTests
{
    [Fact]
    public async Task Every_table_belongs_to_a_province_and_is_held_by_forced_row_security()
    {
        await using var database = await TestDatabase.CreateAsync(new SampleModule());

        Assert.Equal([], await TableRules.ViolationsAsync(database));
    }

    [Fact]
    public async Task A_table_that_breaks_the_rules_is_found()
    {
        await using var database = await TestDatabase.CreateAsync(new SampleModule());
        await using var owner = await database.OpenAsOwnerAsync();
        await using var command = new NpgsqlCommand(
            """
            create table sample.loose (id uuid primary key);
            grant truncate on sample.loose to modular_app;
            alter table sample.note no force row level security;
            create policy wide on sample.degree using (true);
            create table sample.slug (province_id smallint references kernel.provinces (id), primary key (province_id));
            alter table sample.slug enable row level security, force row level security;
            create policy province on sample.slug using (province_id = (select current_setting('app.province')::smallint));
            """,
            owner);
        await command.ExecuteNonQueryAsync();

        Assert.Equal(
            [
                "sample.degree has other policies than the one of the province.",
                "sample.loose has no primary key that begins with province_id.",
                "sample.loose has other policies than the one of the province.",
                "sample.loose is not held by forced row-level security.",
                "sample.loose lets the application do more than read and change rows.",
                "sample.note is not held by forced row-level security.",
                "sample.slug refers to another schema by slug_province_id_fkey.",
            ],
            await TableRules.ViolationsAsync(database));
    }

    [Fact]
    public async Task Model_and_migrations_of_the_sample_agree()
    {
        await using var database = await TestDatabase.CreateAsync(new SampleModule());

        Assert.Equal([], await SchemaComparison.DifferencesAsync(database));
    }

    [Fact]
    public async Task Every_difference_between_model_and_database_is_named()
    {
        await using var database = await TestDatabase.CreateAsync(new SampleModule());
        await using var owner = await database.OpenAsOwnerAsync();
        await using var command = new NpgsqlCommand(
            """
            drop table sample.degree;
            create table sample.extra (id uuid);
            alter table sample.person alter full_name drop not null, alter born_on type text, drop seen_at, add nickname text;
            """,
            owner);
        await command.ExecuteNonQueryAsync();

        Assert.Equal(
            [
                "sample.degree is mapped, but no migration makes it.",
                "sample.extra is made by a migration, but nothing maps it.",
                "sample.person.born_on is mapped as date and is text.",
                "sample.person.full_name is nullable, unlike its property.",
                "sample.person.nickname is in the table, but nothing maps it.",
                "sample.person.seen_at is mapped, but the table does not have it.",
            ],
            (await SchemaComparison.DifferencesAsync(database)).Order(StringComparer.Ordinal));
    }
}
