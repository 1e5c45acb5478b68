using Modular.Kernel.Access;
using Modular.Kernel.Provinces;
using Modular.Kernel.Time;
using Npgsql;
using NpgsqlTypes;

namespace Modular.Kernel.Postgres.Imports;

/// <summary>An import while its steps run: one transaction, in which <c>staged</c> is visible.</summary>
public sealed class ImportRun
{
    private const int ResolvedAtOnce = 10_000;

    private ImportRun(NpgsqlConnection connection, IServiceProvider services)
    {
        Connection = connection;
        Services = services;
    }

    /// <summary>The connection with the open transaction.</summary>
    public NpgsqlConnection Connection { get; }

    /// <summary>The services of the import's scope: ports of other modules, policies, the tree.</summary>
    public IServiceProvider Services { get; }

    /// <summary>The province.</summary>
    public required ProvinceId Province { get; init; }

    /// <summary>The batch.</summary>
    public required Guid BatchId { get; init; }

    /// <summary>Who imports.</summary>
    public required ICurrentAccess Access { get; init; }

    /// <summary>The time at which the import started.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>The Vietnam day on which the import started.</summary>
    public required DateOnly Today { get; init; }

    internal static ImportRun Begin(
        NpgsqlConnection connection, IServiceProvider services, ProvinceId province, ICurrentAccess access, Guid batchId, TimeProvider clock) =>
        new(connection, services)
        {
            Province = province,
            BatchId = batchId,
            Access = access,
            Now = clock.GetUtcNow(),
            Today = clock.Today(),
        };

    /// <summary>Runs SQL with the parameters that every step has, and answers how many rows it touched.</summary>
    public async Task<int> ExecuteAsync(string sql, CancellationToken cancellationToken)
    {
        await using var command = CreateCommand(sql);
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Reads all rows that SQL gives, with the parameters that every step has.</summary>
    /// <param name="sql">One statement.</param>
    /// <param name="read">Makes of the reader's current row what is kept of it.</param>
    /// <param name="cancellationToken">Ends the statement.</param>
    public async Task<List<T>> ReadAsync<T>(string sql, Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken)
    {
        var rows = new List<T>();
        await using var command = CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            rows.Add(read(reader));
        return rows;
    }

    /// <summary>A command with the parameters that every step has.</summary>
    public NpgsqlCommand CreateCommand(string sql)
    {
        var command = new NpgsqlCommand(sql, Connection) { CommandTimeout = 0 };
        command.Parameters.Add(new NpgsqlParameter<short>("province", NpgsqlDbType.Smallint) { TypedValue = Province.Value });
        command.Parameters.Add(new NpgsqlParameter<Guid>("batch", NpgsqlDbType.Uuid) { TypedValue = BatchId });
        command.Parameters.Add(new NpgsqlParameter<DateOnly>("today", NpgsqlDbType.Date) { TypedValue = Today });
        command.Parameters.Add(new NpgsqlParameter<DateTime>("now", NpgsqlDbType.TimestampTz) { TypedValue = Now.UtcDateTime });
        command.Parameters.Add(new NpgsqlParameter("user_id", NpgsqlDbType.Uuid) { Value = (object?)Access.UserId ?? DBNull.Value });
        command.Parameters.Add(new NpgsqlParameter<string>("user_name", NpgsqlDbType.Text) { TypedValue = Access.UserName });
        return command;
    }

    internal async Task ResolveAsync<TFound>(
        string column,
        string target,
        Func<ImportRun, IReadOnlyList<string>, CancellationToken, Task<IReadOnlyDictionary<string, TFound>>> find,
        CancellationToken cancellationToken)
        where TFound : notnull
    {
        var asked = await ReadAsync(
            $"select distinct {column} from staged where {column} is not null", reader => reader.GetString(0), cancellationToken);
        foreach (var some in asked.Chunk(ResolvedAtOnce))
        {
            var found = await find(this, some, cancellationToken);
            await using var command = new NpgsqlCommand(
                $"UPDATE staged SET {target} = found.answer FROM unnest(@texts, @answers) AS found(text, answer) WHERE staged.{column} = found.text",
                Connection);
            command.Parameters.Add(new NpgsqlParameter<string[]>("texts", [.. found.Keys]));
            command.Parameters.Add(new NpgsqlParameter<TFound[]>("answers", [.. found.Values]));
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
