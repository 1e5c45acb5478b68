using Modular.Kernel.Documents;
using Modular.Kernel.Postgres.Connections;
using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Provinces;
using Modular.Kernel.Results;
using Npgsql;
using NpgsqlTypes;

namespace Modular.Kernel.GraphQL.Exports.Running;

/// <summary>Keeps what becomes of exports while they run, each step at once, so that others see it and another host can go on.</summary>
internal sealed class ExportStore(ProvinceDataSources databases)
{
    /// <summary>Where each step of each export is announced.</summary>
    public const string Channel = "modular_exports";

    private const int MostAttempts = 3;

    // What has not shown life for a minute belonged to a host that is gone.
    private const string ClaimSql =
        """
        update kernel.exports as export set state = 'RUNNING', version = version + 1, alive_at = now(), attempts = attempts + 1, rows_written = 0
        where export.province_id = $1 and export.id = (
            select waiting.id from kernel.exports as waiting
            where waiting.province_id = $1
                and (waiting.state = 'QUEUED' or (waiting.state = 'RUNNING' and waiting.alive_at < now() - interval '1 minute'))
                and waiting.attempts < $2
            order by waiting.requested_at limit 1
            for update skip locked)
        returning id, attempts, user_id, user_name, credential, requested_at, title, purpose, format, language, document, variables, columns, headings, is_sensitive, decided_by_name
        """;

    private const string AliveSql =
        """
        update kernel.exports set alive_at = now(), rows_written = $4
        where province_id = $1 and id = $2 and attempts = $3 and state = 'RUNNING'
        """;

    private const string FinishSql =
        """
        update kernel.exports set state = 'READY', version = version + 1, finished_at = $4, expires_at = $5, rows_written = $6, bytes = $7, content_hash = $8, scopes = $9::jsonb
        where province_id = $1 and id = $2 and attempts = $3 and state = 'RUNNING'
        """;

    private const string FailSql =
        """
        update kernel.exports set state = 'FAILED', version = version + 1, finished_at = $4, problem_code = $5, problem_vietnamese = $6, problem_english = $7
        where province_id = $1 and id = $2 and attempts = $3 and state = 'RUNNING'
        """;

    private const string GiveUpSql =
        """
        update kernel.exports set state = 'FAILED', version = version + 1, finished_at = now(), problem_code = $3, problem_vietnamese = $4, problem_english = $5
        where province_id = $1 and state = 'RUNNING' and alive_at < now() - interval '1 minute' and attempts >= $2
        """;

    /// <summary>Takes up the export that waits longest in a province; null where none waits.</summary>
    public async Task<ClaimedExport?> ClaimAsync(ProvinceId province, CancellationToken cancellationToken)
    {
        var failed = new ExportFailed();
        await ExecuteAsync(
            province, GiveUpSql, [Of(MostAttempts), Of(failed.Code), Of(failed.Message(Language.Vietnamese)), Of(failed.Message(Language.English))], cancellationToken);
        await using var command = Command(province, ClaimSql, [Of(MostAttempts)]);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken))
            return null;
        return new ClaimedExport
        {
            Province = province,
            Id = reader.GetGuid(0),
            Attempt = reader.GetInt32(1),
            UserId = reader.GetGuid(2),
            UserName = reader.GetString(3),
            Credential = reader.GetString(4),
            RequestedAt = reader.GetFieldValue<DateTimeOffset>(5),
            Title = reader.GetString(6),
            Purpose = reader.GetString(7),
            Format = EnumText.Read<DocumentFormat>(reader.GetString(8)),
            Language = EnumText.Read<Language>(reader.GetString(9)),
            Query = reader.GetString(10),
            Variables = reader.IsDBNull(11) ? null : reader.GetString(11),
            Columns = reader.GetFieldValue<string[]>(12),
            Headings = reader.GetFieldValue<string[]>(13),
            IsSensitive = reader.GetBoolean(14),
            DecidedByName = reader.IsDBNull(15) ? null : reader.GetString(15),
        };
    }

    /// <summary>Says that it lives, and how far it is.</summary>
    /// <returns>Whether it is still wanted, and of this host.</returns>
    public async Task<bool> KeepAliveAsync(ClaimedExport export, int rows, CancellationToken cancellationToken) =>
        await ExecuteAsync(export.Province, AliveSql, [Of(export.Id), Of(export.Attempt), Of(rows)], cancellationToken) == 1;

    /// <summary>Says that the file can be fetched.</summary>
    /// <returns>Whether it was still wanted.</returns>
    public async Task<bool> FinishAsync(ClaimedExport export, FinishedExport finished, CancellationToken cancellationToken) =>
        await ExecuteAsync(
            export.Province,
            FinishSql,
            [
                Of(export.Id), Of(export.Attempt), Of(finished.FinishedAt.ToUniversalTime()), Of(finished.ExpiresAt.ToUniversalTime()), Of(finished.Rows), Of(finished.Bytes),
                Of(finished.ContentHash), Of(finished.Scopes),
            ],
            cancellationToken) == 1;

    /// <summary>Says why there is no file.</summary>
    public Task<int> FailAsync(ClaimedExport export, Problem problem, DateTimeOffset now, CancellationToken cancellationToken) => ExecuteAsync(
        export.Province,
        FailSql,
        [
            Of(export.Id), Of(export.Attempt), Of(now.ToUniversalTime()), Of(problem.Code), Of(problem.Message(Language.Vietnamese)), Of(problem.Message(Language.English)),
        ],
        cancellationToken);

    /// <summary>Adds a piece to the file, or begins it anew.</summary>
    public Task<int> AddPieceAsync(ClaimedExport export, int number, ReadOnlyMemory<byte> content, CancellationToken cancellationToken) => ExecuteAsync(
        export.Province,
        """
        insert into kernel.export_pieces (province_id, export_id, number, content)
        select $1, $2, $4, $5 where exists (select from kernel.exports where province_id = $1 and id = $2 and attempts = $3 and state = 'RUNNING')
        """,
        [Of(export.Id), Of(export.Attempt), Of(number), new NpgsqlParameter { Value = content, NpgsqlDbType = NpgsqlDbType.Bytea }],
        cancellationToken);

    /// <summary>Deletes what an earlier attempt has left.</summary>
    public Task<int> ClearAsync(ClaimedExport export, CancellationToken cancellationToken) => ExecuteAsync(
        export.Province, "delete from kernel.export_pieces where province_id = $1 and export_id = $2", [Of(export.Id)], cancellationToken);

    /// <summary>An export as it stands; null where there is none.</summary>
    public async Task<ExportStep?> FindStepAsync(ProvinceId province, Guid id, CancellationToken cancellationToken)
    {
        await using var command = Command(province, "select user_id, state, rows_written from kernel.exports where province_id = $1 and id = $2", [Of(id)]);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken)
            ? new ExportStep(reader.GetGuid(0), EnumText.Read<ExportState>(reader.GetString(1)), reader.GetInt32(2))
            : null;
    }

    private async Task<int> ExecuteAsync(ProvinceId province, string sql, NpgsqlParameter[] values, CancellationToken cancellationToken)
    {
        await using var command = Command(province, sql, values);
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private NpgsqlCommand Command(ProvinceId province, string sql, NpgsqlParameter[] values)
    {
        var command = databases.Of(province).CreateCommand(sql);
        command.Parameters.Add(Of(province.Value));
        command.Parameters.AddRange(values);
        return command;
    }

    private static NpgsqlParameter<T> Of<T>(T value) => new() { TypedValue = value };
}

/// <summary>A file that can be fetched.</summary>
/// <param name="FinishedAt">When its last row was written.</param>
/// <param name="ExpiresAt">When it is deleted.</param>
/// <param name="Rows">How many rows it has.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="ContentHash">Its SHA-256.</param>
/// <param name="Scopes">The rights that it stands on, as JSON.</param>
internal sealed record FinishedExport(DateTimeOffset FinishedAt, DateTimeOffset ExpiresAt, int Rows, long Bytes, string ContentHash, string Scopes);
