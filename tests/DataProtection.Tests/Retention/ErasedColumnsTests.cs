using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Modular.Kernel.GraphQL.PersonalData;
using Modular.Kernel.Modules;
using Modular.Kernel.Postgres;
using Modular.Kernel.Postgres.Entities;
using Modular.Members;
using Modular.Organizations;
using Modular.ResidenceLiaison;
using Modular.TestKit.Databases;
using Npgsql;
using Xunit;

namespace Modular.DataProtection.Tests.Retention;

/// <summary>No module forgets a column: whatever can hold words about a person is erased with the person's data, or stays for a reason that was given.</summary>
public sealed class ErasedColumnsTests : IAsyncLifetime
{
    /// <summary>Columns of the kernel's tables, of which no model tells, and why they stay.</summary>
    private static readonly Dictionary<string, string> StayBecause = new()
    {
        ["kernel.merged_rows.entity"] = "The name of a type.",
        ["kernel.merged_rows.outcome"] = "An enumeration.",
        ["kernel.merged_rows.owner"] = "The name of a module.",
        ["kernel.merged_rows.table_name"] = "The name of a table.",
        ["kernel.work_items.assignee_name"] = "Whose work it is: an account of an officer.",
        ["kernel.work_items.kind"] = "The name of a kind of work.",
        ["kernel.work_items.module"] = "The name of a module.",
        ["kernel.work_items.state"] = "An enumeration.",
    };

    private const string ColumnsSql =
        """
        select a.attname
        from pg_attribute as a
        where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
            and a.atttypid in ('text'::regtype, 'varchar'::regtype, 'json'::regtype, 'jsonb'::regtype, 'bytea'::regtype, 'text[]'::regtype)
        order by a.attname
        """;

    private TestDatabase database = null!;

    public async ValueTask InitializeAsync() =>
        database = await TestDatabase.CreateAsync(new OrganizationsModule(), new MembersModule(), new ResidenceLiaisonModule(), new DataProtectionModule());

    public ValueTask DisposeAsync() => database.DisposeAsync();

    [Fact]
    public async Task Every_column_that_can_hold_words_about_a_person_is_erased_or_stays_for_a_reason()
    {
        var catalog = new PersonalDataCatalog(new InstalledModules(database.Modules), []);
        var staying = database.Modules.Select(module => module.Registration.Features.Get<ModuleDatabase>()).OfType<ModuleDatabase>()
            .SelectMany(module => StayingOf(module)).ToHashSet();

        var forgotten = new List<string>();
        var looked = 0;
        await using var owner = await database.OpenAsOwnerAsync();
        foreach (var table in catalog.Tables.Where(table => table.IsOf != "false"))
        {
            foreach (var column in await ColumnsAsync(owner, table.Table))
            {
                looked++;
                var name = $"{table.Table}.{column}";
                if (!table.Erased.Any(erased => erased.Name == column) && !staying.Contains(name) && !StayBecause.ContainsKey(name))
                    forgotten.Add(name);
            }
        }

        Assert.Equal("", string.Join(", ", forgotten));
        Assert.True(looked > 100, $"Only {looked} columns were looked at.");
    }

    [Fact]
    public async Task What_columns_become_is_something_that_postgresql_takes()
    {
        foreach (var table in new PersonalDataCatalog(new InstalledModules(database.Modules), []).Tables.Where(table => table.Erased.Count > 0))
        {
            var assignments = string.Join(", ", table.Erased.Select(column => $"{column.Name} = {column.Expression}"));
            await database.ExecuteAsync(
                TestProvinces.NamDinh, $"update {table.Table} as row set {assignments} where row.province_id = $1 and {table.IsOf}", TestProvinces.NamDinh.Id.Value, Guid.NewGuid());
        }
    }

    /// <summary>Enumerations, keys, and what was declared to stay.</summary>
    private static IEnumerable<string> StayingOf(ModuleDatabase module) =>
        from entity in module.Model.GetEntityTypes()
        where entity.GetTableName() is not null
        from property in entity.GetFlattenedProperties()
        where property.IsPrimaryKey() || IsEnumeration(property) || property.IsKeptWhenErased()
        select $"{module.Schema}.{entity.GetTableName()}.{property.GetColumnName()}";

    private static bool IsEnumeration(IProperty property)
    {
        var type = property.ClrType.IsGenericType && property.ClrType.GetGenericTypeDefinition() != typeof(Nullable<>)
            ? property.ClrType.GetGenericArguments()[0]
            : property.ClrType.GetElementType() ?? property.ClrType;
        return (Nullable.GetUnderlyingType(type) ?? type).IsEnum;
    }

    private static async Task<List<string>> ColumnsAsync(NpgsqlConnection owner, string table)
    {
        await using var command = new NpgsqlCommand(ColumnsSql, owner);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = table });
        await using var reader = await command.ExecuteReaderAsync();
        var columns = new List<string>();
        while (await reader.ReadAsync())
            columns.Add(reader.GetString(0));
        return columns;
    }
}
