using System.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Modular.Kernel.Postgres.Entities;
using Npgsql;

namespace Modular.Kernel.GraphQL.PersonalData;

/// <summary>
/// Erases what names a person, in every table that keeps something about persons, and from the history of changes. Periods, days, enumerations and keys stay, so that no figure of any
/// day changes. What is erased in a table follows from the models of the modules.
/// </summary>
public sealed class PersonalDataEraser(PersonalDataCatalog catalog)
{
    /// <summary>Erases the data of a person within the running change; it becomes durable with it.</summary>
    /// <param name="db">The context of the running change.</param>
    /// <param name="personId">The person of the register.</param>
    /// <param name="actId">The act that erases; the history names it.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>How many rows were gone through, changes in the history included.</returns>
    public async Task<long> EraseAsync(ModuleDbContext db, Guid personId, Guid actId, CancellationToken cancellationToken)
    {
        var rows = 0L;
        foreach (var table in catalog.Tables.Where(table => table.Erased.Count > 0))
        {
            var assignments = string.Join(", ", table.Erased.Select(column => $"{column.Key} = {column.Value}"));
            rows += await ExecuteAsync(
                db, $"update {table.Table} as row set {assignments} where row.province_id = $1 and {table.IsOf}", [db.Province.Value, personId], cancellationToken);
        }

        return rows + (long)(await ScalarAsync(db, "select kernel.erase_history($1, $2)", [personId, actId], cancellationToken))!;
    }

    /// <summary>The digest over all changes of the history that an act has erased so far; the act keeps it, and the chain of seals seals it.</summary>
    public static async Task<string> DigestAsync(ModuleDbContext db, Guid actId, CancellationToken cancellationToken) =>
        (string)(await ScalarAsync(db, "select kernel.erasure_digest($1)", [actId], cancellationToken))!;

    /// <summary>How many rows of each table an erasure of these persons would go through.</summary>
    public async Task<IReadOnlyList<(PersonalDataTable Table, long Rows)>> CountAsync(
        ModuleDbContext db, IReadOnlyCollection<Guid> personIds, CancellationToken cancellationToken)
    {
        var counts = new List<(PersonalDataTable, long)>();
        foreach (var table in catalog.Tables.Where(table => table.Erased.Count > 0))
        {
            var sql = $"select count(*) from unnest($2::uuid[]) as person cross join lateral (select from {table.Table} as row where row.province_id = $1 and {table.IsOf.Replace("$2", "person", StringComparison.Ordinal)}) as found";
            counts.Add((table, (long)(await ScalarAsync(db, sql, [db.Province.Value, personIds.ToArray()], cancellationToken))!));
        }

        return counts;
    }

    private static async Task<int> ExecuteAsync(ModuleDbContext db, string sql, object[] values, CancellationToken cancellationToken)
    {
        await using var command = await CommandAsync(db, sql, values, cancellationToken);
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task<object?> ScalarAsync(ModuleDbContext db, string sql, object[] values, CancellationToken cancellationToken)
    {
        await using var command = await CommandAsync(db, sql, values, cancellationToken);
        return await command.ExecuteScalarAsync(cancellationToken);
    }

    private static async Task<NpgsqlCommand> CommandAsync(ModuleDbContext db, string sql, object[] values, CancellationToken cancellationToken)
    {
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        if (connection.State != ConnectionState.Open)
            await connection.OpenAsync(cancellationToken);
        var command = new NpgsqlCommand(sql, connection, (NpgsqlTransaction?)db.Database.CurrentTransaction?.GetDbTransaction());
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        return command;
    }
}
