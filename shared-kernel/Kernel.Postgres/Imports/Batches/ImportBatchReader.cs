using Modular.Kernel.Postgres.Connections;
using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Provinces;
using Modular.Kernel.Results;
using Npgsql;
using NpgsqlTypes;

namespace Modular.Kernel.Postgres.Imports;

/// <summary>Reads what was imported in the province of the current scope.</summary>
public sealed class ImportBatchReader(ProvinceDataSources dataSources, ICurrentProvince province)
{
    private const string Columns =
        """
        id, format, mode,
        case when state = 'RUNNING' and alive_at < now() - interval '1 minute' then 'INTERRUPTED' else state end,
        file_name, user_id, user_name, started_at, finished_at, stage, progress,
        rows_read, rows_with_errors, rows_with_warnings, rows_applied, rows_applied_before, verdicts, unknown_headers,
        problem_code, problem_vietnamese, problem_english, undone_at, undone_by_name, undone_because
        """;

    /// <summary>The batch, or null where there is none of this identifier.</summary>
    public async Task<ImportBatch?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        var found = await ReadAsync("province_id = $1 and id = $2", [Small(), Typed(id, NpgsqlDbType.Uuid)], 1, cancellationToken);
        return found.Count == 0 ? null : found[0];
    }

    /// <summary>The latest batches, the latest first.</summary>
    /// <param name="range">Which formats to look at, and whose imports.</param>
    /// <param name="before">Only those that come after this one in the order, or null to begin with the latest.</param>
    /// <param name="most">The most batches to read.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public Task<List<ImportBatch>> LatestAsync(
        BatchRange range, (DateTimeOffset StartedAt, Guid Id)? before, int most, CancellationToken cancellationToken) =>
        ReadAsync(
            """
            province_id = $1 and (format = any ($2) or (format = any ($3) and user_id = $6))
            and ($4::timestamptz is null or (started_at, id) < ($4, $5::uuid)) order by started_at desc, id desc
            """,
            [
                Small(),
                Typed(range.OfAll.ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Text),
                Typed(range.OfOneUser.ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Text),
                Typed(before?.StartedAt.UtcDateTime, NpgsqlDbType.TimestampTz),
                Typed(before?.Id, NpgsqlDbType.Uuid),
                Typed(range.UserId, NpgsqlDbType.Uuid),
            ],
            most,
            cancellationToken);

    /// <summary>The verdicts of a batch in the order of rows.</summary>
    /// <param name="batchId">The batch.</param>
    /// <param name="severity">Only those of this severity, or null for all.</param>
    /// <param name="after">Only those behind this position.</param>
    /// <param name="most">The most verdicts to read.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public async Task<List<ImportVerdict>> VerdictsAsync(
        Guid batchId, ImportSeverity? severity, int after, int most, CancellationToken cancellationToken)
    {
        await using var command = dataSources.Of(province.Province.Id).CreateCommand(
            """
            select position, row_number, column_name, severity, code, vietnamese, english, rule_id, rule_instrument
            from kernel.import_verdicts
            where province_id = $1 and batch_id = $2 and position > $3 and ($4::text is null or severity = $4)
            order by position limit $5
            """);
        command.Parameters.Add(Small());
        command.Parameters.Add(Typed(batchId, NpgsqlDbType.Uuid));
        command.Parameters.Add(Typed(after, NpgsqlDbType.Integer));
        command.Parameters.Add(Typed(severity is null ? null : EnumText.Of(severity.Value), NpgsqlDbType.Text));
        command.Parameters.Add(Typed(most, NpgsqlDbType.Integer));
        var verdicts = new List<ImportVerdict>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            verdicts.Add(new ImportVerdict(
                reader.GetInt32(0),
                reader.GetInt32(1),
                reader.IsDBNull(2) ? null : reader.GetString(2),
                Parsed<ImportSeverity>(reader.GetString(3)),
                reader.GetString(4),
                new LocalizedText(reader.GetString(5), reader.GetString(6)),
                reader.IsDBNull(7) ? null : new RuleReference(reader.GetString(7), reader.GetString(8))));
        }

        return verdicts;
    }

    private async Task<List<ImportBatch>> ReadAsync(
        string condition, IEnumerable<NpgsqlParameter> parameters, int most, CancellationToken cancellationToken)
    {
        await using var command = dataSources.Of(province.Province.Id).CreateCommand(
            $"select {Columns} from kernel.import_batches where {condition} limit {most}");
        foreach (var parameter in parameters)
            command.Parameters.Add(parameter);
        var batches = new List<ImportBatch>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            batches.Add(Batch(reader));
        return batches;
    }

    private static ImportBatch Batch(NpgsqlDataReader reader) => new()
    {
        Id = reader.GetGuid(0),
        Format = reader.GetString(1),
        Mode = Parsed<ImportMode>(reader.GetString(2)),
        State = Parsed<ImportState>(reader.GetString(3)),
        FileName = reader.GetString(4),
        UserId = reader.IsDBNull(5) ? null : reader.GetGuid(5),
        UserName = reader.GetString(6),
        StartedAt = reader.GetFieldValue<DateTimeOffset>(7),
        FinishedAt = Moment(reader, 8),
        Stage = Parsed<ImportStage>(reader.GetString(9)),
        Progress = reader.GetFloat(10),
        RowsRead = reader.GetInt32(11),
        RowsWithErrors = reader.GetInt32(12),
        RowsWithWarnings = reader.GetInt32(13),
        RowsApplied = reader.GetInt32(14),
        RowsAppliedBefore = reader.GetInt32(15),
        Verdicts = reader.GetInt32(16),
        UnknownHeaders = reader.GetFieldValue<string[]>(17),
        ProblemCode = Text(reader, 18),
        Problem = reader.IsDBNull(19) ? null : new LocalizedText(reader.GetString(19), reader.GetString(20)),
        UndoneAt = Moment(reader, 21),
        UndoneByName = Text(reader, 22),
        UndoneBecause = Text(reader, 23),
    };

    private static TEnum Parsed<TEnum>(string stored)
        where TEnum : struct, Enum => Enum.Parse<TEnum>(stored.Replace("_", string.Empty, StringComparison.Ordinal), ignoreCase: true);

    private static string? Text(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    private static DateTimeOffset? Moment(NpgsqlDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : reader.GetFieldValue<DateTimeOffset>(column);

    private NpgsqlParameter Small() => Typed(province.Province.Id.Value, NpgsqlDbType.Smallint);

    private static NpgsqlParameter Typed(object? value, NpgsqlDbType type) => new() { Value = value ?? DBNull.Value, NpgsqlDbType = type };
}

/// <summary>Which batches to look at.</summary>
/// <param name="OfAll">Formats of which the imports of all users are seen.</param>
/// <param name="OfOneUser">Formats of which only those of one user are.</param>
/// <param name="UserId">That user.</param>
public sealed record BatchRange(IReadOnlyList<string> OfAll, IReadOnlyList<string> OfOneUser, Guid? UserId);
