using System.Data;
using System.Text.Json.Nodes;
using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Postgres.Retention;

namespace Modular.Kernel.GraphQL.PersonalData;

/// <summary>
/// Erases what names a person, in every table that keeps something about persons, and from the history of changes. Periods, days, enumerations and keys stay, so that no figure of any
/// day changes. What is erased in a table follows from the models of the modules.
/// </summary>
public sealed class PersonalDataEraser(PersonalDataCatalog catalog)
{
    /// <summary>Erases data of a person within the running change; it becomes durable with it.</summary>
    /// <param name="db">The context of the running change.</param>
    /// <param name="personId">The person of the register.</param>
    /// <param name="classes">What is erased. With the identity goes the whole history of the person, without it those changes that hold a value of the classes.</param>
    /// <param name="actId">The act that erases; the history names it.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>How many rows were gone through, changes in the history included.</returns>
    public async Task<long> EraseAsync(
        ModuleDbContext db, Guid personId, IReadOnlySet<RetentionClass> classes, Guid actId, CancellationToken cancellationToken)
    {
        var rows = 0L;
        var fields = new JsonObject();
        var objects = new List<Guid>();
        foreach (var (table, erased) in TablesOf(classes))
        {
            var assignments = erased.Select(column => $"{column.Name} = {column.Expression}");
            if (table.VersionColumn is { } version)
                assignments = assignments.Append($"{version} = {version} + 1");
            rows += await ExecuteAsync(
                db, $"update {table.Table} as row set {string.Join(", ", assignments)} where row.province_id = $1 and {table.IsOf}", [db.Province.Value, personId], cancellationToken);
            if (table.HistoryOfItsOwn is not null)
                objects.AddRange((Guid[])(await ScalarAsync(db, $"select array(select row.id from {table.Table} as row where row.province_id = $1 and {table.IsOf})", [db.Province.Value, personId], cancellationToken))!);
            fields[table.HistoryOfItsOwn ?? $"{table.Owner}.{table.Name}"] = new JsonArray([.. erased.SelectMany(column => column.Fields).Distinct().Select(field => JsonValue.Create(field))]);
        }

        object changesOf = classes.Contains(RetentionClass.Identity) ? DBNull.Value : fields.ToJsonString();
        return rows + (long)(await ScalarAsync(db, "select kernel.erase_history($1, $2, $3, $4::jsonb)", [personId, objects.ToArray(), actId, changesOf], cancellationToken))!;
    }

    /// <summary>The digest over all changes of the history that an act has erased so far; the act keeps it, and the chain of seals seals it.</summary>
    public static async Task<string> DigestAsync(ModuleDbContext db, Guid actId, CancellationToken cancellationToken) =>
        (string)(await ScalarAsync(db, "select kernel.erasure_digest($1)", [actId], cancellationToken))!;

    /// <summary>How many rows of each table an erasure of a class of data of these persons would go through, and which columns; tables without such rows are left out.</summary>
    public async Task<IReadOnlyList<(PersonalDataTable Table, IReadOnlyList<string> Columns, long Rows)>> CountAsync(
        ModuleDbContext db, RetentionClass retentionClass, IReadOnlyCollection<Guid> personIds, CancellationToken cancellationToken)
    {
        var counts = new List<(PersonalDataTable, IReadOnlyList<string>, long)>();
        if (personIds.Count == 0)
            return counts;
        foreach (var (table, erased) in TablesOf(new HashSet<RetentionClass> { retentionClass }))
        {
            var sql = $"select count(*) from unnest($2::uuid[]) as person cross join lateral (select from {table.Table} as row where row.province_id = $1 and {table.IsOf.Replace("$2", "person", StringComparison.Ordinal)}) as found";
            if ((long)(await ScalarAsync(db, sql, [db.Province.Value, personIds.ToArray()], cancellationToken))! is > 0 and var rows)
                counts.Add((table, [.. erased.Select(column => column.Name)], rows));
        }

        return counts;
    }

    private IEnumerable<(PersonalDataTable Table, IReadOnlyList<ErasedColumn> Erased)> TablesOf(IReadOnlySet<RetentionClass> classes) =>
        from table in catalog.Tables
        let erased = table.Erased.Where(column => classes.Contains(column.Class)).ToList()
        where erased.Count > 0
        select (table, (IReadOnlyList<ErasedColumn>)erased);

    private static async Task<int> ExecuteAsync(ModuleDbContext db, string sql, object[] values, CancellationToken cancellationToken)
    {
        await using var command = await PersonalDataCommand.OpenAsync(db, sql, values, cancellationToken);
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task<object?> ScalarAsync(ModuleDbContext db, string sql, object[] values, CancellationToken cancellationToken)
    {
        await using var command = await PersonalDataCommand.OpenAsync(db, sql, values, cancellationToken);
        return await command.ExecuteScalarAsync(cancellationToken);
    }
}
