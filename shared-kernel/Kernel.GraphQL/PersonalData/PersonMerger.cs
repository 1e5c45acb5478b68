using System.Data;
using System.Text.Json.Nodes;
using Modular.Kernel.Postgres.Entities;

namespace Modular.Kernel.GraphQL.PersonalData;

/// <summary>
/// Makes two records of one person one, in every table of every module that refers to persons, and puts everything back. Which tables those are follows from the models of the modules, so that no module can
/// forget one; what becomes of the rows of each they declare (<see cref="MergeDeclarations"/>). It runs within a change, and becomes durable with it.
/// </summary>
public sealed class PersonMerger(PersonalDataCatalog catalog)
{
    /// <summary>The tables whose rows are moved or left out.</summary>
    public IReadOnlyList<PersonalDataTable> Tables { get; } =
        [.. catalog.Tables.Where(table => table.PersonColumns.Count > 0 && table.WhenMerged != MergeTreatment.Follows)];

    /// <summary>Moves what refers to the one record to the other. The record itself is left to its module, but as a row that is left out.</summary>
    /// <param name="db">The context of the running change.</param>
    /// <param name="act">The merge.</param>
    /// <param name="kept">The record that stays.</param>
    /// <param name="dropped">The record that goes.</param>
    /// <param name="record">The table of the records, whose row goes last.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>What became of the rows, by table.</returns>
    public async Task<IReadOnlyList<MergedRows>> MergeAsync(
        ModuleDbContext db, Guid act, Guid kept, Guid dropped, string record, CancellationToken cancellationToken)
    {
        var places = new JsonArray([.. Tables.Select(Place)]);
        var own = catalog.Tables.Single(table => table.Table == record);
        places.Add(new JsonObject { ["owner"] = own.Owner, ["entity"] = own.Name, ["table"] = record, ["columns"] = new JsonArray("id"), ["moves"] = false });
        await using (var merge = await PersonalDataCommand.OpenAsync(db, "select kernel.merge_person($1, $2, $3, $4::jsonb, $5)", [act, kept, dropped, places.ToJsonString(), db.Today], cancellationToken))
            await merge.ExecuteScalarAsync(cancellationToken);
        return await ReadAsync(db, act, cancellationToken);
    }

    /// <summary>How many rows are no more as the merge left them.</summary>
    public static async Task<int> CountChangedAsync(ModuleDbContext db, Guid act, CancellationToken cancellationToken)
    {
        await using var count = await PersonalDataCommand.OpenAsync(db, "select kernel.merged_rows_changed($1)", [act], cancellationToken);
        return (int)(await count.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>Puts every row back as it was.</summary>
    public static async Task UndoAsync(ModuleDbContext db, Guid act, CancellationToken cancellationToken)
    {
        await using var undo = await PersonalDataCommand.OpenAsync(db, "select kernel.undo_merge($1)", [act], cancellationToken);
        await undo.ExecuteScalarAsync(cancellationToken);
    }

    /// <summary>Writes into the history of edits what the merge did, or what undoing it did, row by row.</summary>
    /// <param name="db">The context of the running change.</param>
    /// <param name="act">The merge.</param>
    /// <param name="subject">The record of which it is told.</param>
    /// <param name="organization">The organization whose officers may see it.</param>
    /// <param name="isUndone">Whether it was undone.</param>
    /// <param name="reason">Why.</param>
    /// <param name="now">When.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task TellHistoryAsync(
        ModuleDbContext db, Guid act, Guid subject, Guid organization, bool isUndone, string reason, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var entities = catalog.Tables.Where(table => table.RecordsHistory).Select(table => table.Table).ToArray();
        var (before, after) = isUndone ? ("after", "before") : ("before", "after");
        await using var tell = await PersonalDataCommand.OpenAsync(
            db,
            $"""
            insert into kernel.edits (province_id, generation, module, entity, entity_id, subject_id, organization_id, action, changes, made_at, user_id, user_name, reason)
            select merged.province_id, (select generation from kernel.outbox_generation), merged.owner, merged.entity, (merged.before ->> 'id')::uuid, $2, $3,
                case when merged.{after} is null then 'DELETED' when merged.{before} is null then 'CREATED' else 'CHANGED' end, told.changes, $4, $5, $6, $7
            from kernel.merged_rows as merged
            cross join lateral (
                select coalesce(jsonb_object_agg(lower(left(name, 1)) || substr(name, 2), jsonb_strip_nulls(jsonb_build_object('before', old, 'after', new))), jsonb_build_object()) as changes
                from (
                    select replace(initcap(replace(key, '_', ' ')), ' ', '') as name, merged.{before} -> key as old, merged.{after} -> key as new
                    from jsonb_object_keys(merged.before) as key
                    where key not in ('province_id', 'id', 'version', 'first_day', 'name_key')
                ) as field
                where old is distinct from new
            ) as told
            where merged.province_id = $8 and merged.act_id = $1 and merged.table_name = any ($9)
            order by merged.position
            """,
            [act, subject, organization, now.UtcDateTime, (object?)db.Access.UserId ?? DBNull.Value, db.Access.UserName, reason, db.Province.Value, entities],
            cancellationToken);
        await tell.ExecuteNonQueryAsync(cancellationToken);
    }

    private static JsonObject Place(PersonalDataTable table) => new()
    {
        ["owner"] = table.Owner,
        ["entity"] = table.Name,
        ["table"] = table.Table,
        ["columns"] = new JsonArray([.. table.PersonColumns.Select(column => JsonValue.Create(column))]),
        ["moves"] = table.WhenMerged != MergeTreatment.LeftOut,
        ["ending"] = table.MergeEnding,
    };

    private static async Task<IReadOnlyList<MergedRows>> ReadAsync(ModuleDbContext db, Guid act, CancellationToken cancellationToken)
    {
        await using var command = await PersonalDataCommand.OpenAsync(
            db,
            """
            select owner, entity, count(*) filter (where outcome = 'MOVED'), count(*) filter (where outcome = 'ENDED'), count(*) filter (where outcome = 'LEFT_OUT')
            from kernel.merged_rows where province_id = $1 and act_id = $2
            group by owner, entity order by owner, entity
            """,
            [db.Province.Value, act],
            cancellationToken);
        var rows = new List<MergedRows>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            rows.Add(new MergedRows(reader.GetString(0), reader.GetString(1), (int)reader.GetInt64(2), (int)reader.GetInt64(3), (int)reader.GetInt64(4)));
        return rows;
    }
}

/// <summary>What became of the rows of one table when two records became one.</summary>
/// <param name="Owner">The module, or the part of the system, that keeps them.</param>
/// <param name="Name">What a row is.</param>
/// <param name="Moved">How many went to the record that stays.</param>
/// <param name="Ended">How many went to it and ended with the merge, because it has one of its own.</param>
/// <param name="LeftOut">How many were left out, because they are the course of the other record or the record that stays has its own.</param>
public sealed record MergedRows(string Owner, string Name, int Moved, int Ended, int LeftOut);
