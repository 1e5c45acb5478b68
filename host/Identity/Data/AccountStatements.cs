using Modular.Kernel.Postgres.Connections;
using Npgsql;

namespace Modular.Host.Identity.Data;

/// <summary>Runs statements over what belongs to accounts and to no province: sessions, wrong tries, second factors, codes.</summary>
internal sealed class AccountStatements(ProvinceDataSources databases)
{
    /// <summary>Runs a statement.</summary>
    /// <returns>How many rows it touched.</returns>
    public async Task<int> ExecuteAsync(string sql, CancellationToken cancellationToken, params object?[] values)
    {
        await using var command = CommandOf(sql, values);
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>The first row of an answer, or nothing where it has none.</summary>
    public async Task<T?> FirstAsync<T>(string sql, Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken, params object?[] values)
    {
        await using var command = CommandOf(sql, values);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? read(reader) : default;
    }

    /// <summary>All rows of an answer.</summary>
    public async Task<IReadOnlyList<T>> ListAsync<T>(string sql, Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken, params object?[] values)
    {
        await using var command = CommandOf(sql, values);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        List<T> rows = [];
        while (await reader.ReadAsync(cancellationToken))
            rows.Add(read(reader));
        return rows;
    }

    private NpgsqlCommand CommandOf(string sql, object?[] values)
    {
        var command = databases.Neutral.CreateCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value });
        return command;
    }
}
