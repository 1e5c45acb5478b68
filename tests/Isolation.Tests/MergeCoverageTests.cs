using Microsoft.Extensions.DependencyInjection;
using Modular.Isolation.Tests.World;
using Modular.Kernel.GraphQL.PersonalData;
using Npgsql;
using Xunit;

namespace Modular.Isolation.Tests;

/// <summary>Two records of one person become one in all tables that name persons, whatever module they are of: a column that nobody thought of fails here.</summary>
public sealed class MergeCoverageTests(AttackedWorld world)
{
    /// <summary>Columns that hold persons and are not moved, and why.</summary>
    private static readonly Dictionary<string, string> Exceptions = new()
    {
        ["kernel.edits.subject_id"] = "The history says of which record something was changed; it is sealed.",
        ["kernel.merged_rows.subject_id"] = "What a merge changed stands under the record that stayed then.",
        ["kernel.sensitive_read_subjects.subject_id"] = "The log says which record was shown; it is sealed.",
        ["kernel.work_items.member_id"] = "Work items are told anew from the facts.",
        ["kernel.work_items.subject_id"] = "Work items are told anew from the facts.",
        ["members.look_alike.first_member_id"] = "Pairs are told anew from names, birth dates and numbers.",
        ["members.look_alike.second_member_id"] = "Pairs are told anew from names, birth dates and numbers.",
        ["members.name_word.member_id"] = "Words are told anew from names and numbers.",
        ["members.member_merge.kept_member_id"] = "It says which records were merged.",
        ["members.member_merge.dropped_member_id"] = "It says which records were merged.",
        ["residence_liaison.letter_past.member_id"] = "It is told anew from the introductions.",
    };

    private const string Sql =
        """
        select format('%I.%I.%I', n.nspname, c.relname, a.attname)
        from pg_attribute as a join pg_class as c on c.oid = a.attrelid join pg_namespace as n on n.oid = c.relnamespace
        where c.relkind in ('r', 'p') and not c.relispartition and a.attnum > 0 and not a.attisdropped and a.atttypid = 'uuid'::regtype
            and n.nspname not in ('pg_catalog', 'information_schema') and (a.attname ~ '(^|_)member_id$' or a.attname ~ '(^|_)(subject|person)_id$')
        order by 1
        """;

    [Fact]
    public async Task Every_column_that_holds_a_person_is_moved_with_a_merge_or_says_why_not()
    {
        var moved = world.Host.Services.GetRequiredService<PersonMerger>().Tables.SelectMany(table => table.PersonColumns.Select(column => $"{table.Table}.{column}")).ToHashSet();
        var columns = new List<string>();
        await using (var owner = await world.Host.Database.OpenAsOwnerAsync())
        await using (var command = new NpgsqlCommand(Sql, owner))
        await using (var reader = await command.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
                columns.Add(reader.GetString(0));
        }

        Assert.Equal([], columns.Where(column => !moved.Contains(column) && !Exceptions.ContainsKey(column)));
        Assert.True(moved.Count > 20, $"Only {moved.Count} columns are moved.");
    }
}
