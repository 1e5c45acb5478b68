using Microsoft.Extensions.DependencyInjection;
using Modular.DataProtection.Copies;
using Modular.Kernel.GraphQL.PersonalData;
using Modular.Kernel.Results;
using Modular.TestKit.Databases;
using Npgsql;
using Xunit;

namespace Modular.DataProtection.Tests.Copies;

/// <summary>No table that names a person of the register is left out of the copy, whoever made it.</summary>
public sealed class PersonalDataCatalogTests(ProtectedRegister register) : IClassFixture<ProtectedRegister>
{
    /// <summary>Columns that name a person and need no table of their own in the copy, and why.</summary>
    private static readonly Dictionary<string, string> Elsewhere = new()
    {
        ["kernel.work_items.subject_id"] = "By what a module finds a fact again; the person stands in member_id.",
    };

    private const string ColumnsSql =
        """
        select n.nspname || '.' || c.relname || '.' || a.attname
        from pg_attribute as a join pg_class as c on c.oid = a.attrelid join pg_namespace as n on n.oid = c.relnamespace
        where c.relkind in ('r', 'p') and not c.relispartition and not a.attisdropped and a.atttypid = 'uuid'::regtype
            and (a.attname like '%member\_id' or a.attname = 'subject_id')
        order by 1
        """;

    [Fact]
    public async Task Every_column_that_names_a_person_is_looked_at()
    {
        var catalog = register.Host.Services.GetRequiredService<PersonalDataCatalog>();
        await using var owner = await register.Host.Database.OpenAsOwnerAsync();
        await using var command = new NpgsqlCommand(ColumnsSql, owner);
        await using var reader = await command.ExecuteReaderAsync();
        var columns = new List<string>();
        while (await reader.ReadAsync())
            columns.Add(reader.GetString(0));

        Assert.Contains("members.residence.member_id", columns);
        Assert.Equal([], columns.Where(column => !Elsewhere.ContainsKey(column) && !catalog.Tables.Any(table => Looks(table, column))));
    }

    [Fact]
    public async Task The_condition_of_every_table_is_one_that_postgresql_understands()
    {
        var catalog = register.Host.Services.GetRequiredService<PersonalDataCatalog>();

        foreach (var table in catalog.Tables)
        {
            Assert.Equal(0L, await register.Host.Database.ScalarAsync<long>(
                TestProvinces.NamDinh, $"select count(*) from {table.Table} as row where row.province_id = $1 and {table.IsAbout}", TestProvinces.NamDinh.Id.Value, Guid.NewGuid()));
        }
    }

    [Fact]
    public async Task What_columns_become_when_they_are_erased_is_something_that_postgresql_takes()
    {
        var catalog = register.Host.Services.GetRequiredService<PersonalDataCatalog>();

        foreach (var table in catalog.Tables.Where(table => table.Erased.Count > 0))
        {
            var assignments = string.Join(", ", table.Erased.Select(column => $"{column.Name} = {column.Expression}"));
            await register.Host.Database.ExecuteAsync(
                TestProvinces.NamDinh, $"update {table.Table} as row set {assignments} where row.province_id = $1 and {table.IsOf}", TestProvinces.NamDinh.Id.Value, Guid.NewGuid());
        }
    }

    /// <summary>Those of the kernel, of accounts and of this module all are; of other modules one in ten may have no name yet, and is shown by that of the database.</summary>
    [Fact]
    public async Task Tables_and_columns_of_a_copy_have_vietnamese_names()
    {
        var catalog = register.Host.Services.GetRequiredService<PersonalDataCatalog>();
        var columns = new List<(string Owner, string Name, bool IsNamed)>();
        foreach (var table in catalog.Tables)
        {
            columns.Add((table.Owner, table.Name, CopyWording.TitleOf(table, Language.Vietnamese) != table.Name));
            var names = await register.Host.Database.ScalarAsync<string[]>(
                TestProvinces.NamDinh, $"select array_agg(attname::text order by attnum) from pg_attribute where attrelid = '{table.Table}'::regclass and attnum > 0 and not attisdropped");
            columns.AddRange(names.Except(["province_id", .. table.LeftOut])
                .Select(column => (table.Owner, $"{table.Name}.{column}", CopyWording.HeadingOf(table, column, Language.Vietnamese) != column)));
        }

        var unnamed = columns.Where(column => !column.IsNamed).ToList();
        Assert.Equal([], unnamed.Where(column => column.Owner is "kernel" or "identity" or "data-protection").Select(column => column.Name));
        Assert.True(unnamed.Count * 10 <= columns.Count, string.Join(", ", unnamed.Select(column => column.Name)));
    }

    private static bool Looks(PersonalDataTable table, string column) =>
        column.StartsWith(table.Table + ".", StringComparison.Ordinal) && table.IsAbout.Contains($"row.{column[(table.Table.Length + 1)..]} = $2", StringComparison.Ordinal);
}
