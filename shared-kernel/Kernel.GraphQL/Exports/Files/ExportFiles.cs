using Modular.Kernel.Access;
using Modular.Kernel.Documents;
using Modular.Kernel.GraphQL.Exports.Running;
using Modular.Kernel.Postgres.AccessLog;
using Modular.Kernel.Postgres.Connections;
using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Provinces;
using Npgsql;
using NpgsqlTypes;

namespace Modular.Kernel.GraphQL.Exports.Files;

/// <summary>Gives out the files of exports: to whoever asked for them, as long as their rights have not shrunk, and each time with a row in the log.</summary>
public sealed class ExportFiles(ProvinceDataSources databases, TimeProvider clock)
{
    private const string FindSql =
        """
        select format, bytes, scopes::text from kernel.exports
        where province_id = $1 and id = $2 and user_id = $3 and state = 'READY' and expires_at > $4
        """;

    private const string LogSql =
        """
        insert into kernel.export_downloads (province_id, id, export_id, downloaded_at, user_id, user_name, client, request_id)
        values ($1, $2, $3, $4, $5, $6, $7, $8)
        """;

    private const string PieceSql =
        """
        select piece.content from kernel.export_pieces as piece
        join kernel.exports as export on export.province_id = piece.province_id and export.id = piece.export_id
        where piece.province_id = $1 and piece.export_id = $2 and piece.number = $3 and export.state = 'READY'
        """;

    /// <summary>Finds a file that the user may have now; that it is given out is logged before.</summary>
    public async Task<ExportFileAnswer> OpenAsync(
        ProvinceId province, ICurrentAccess access, Guid id, ReadCircumstances circumstances, CancellationToken cancellationToken)
    {
        if (access.UserId is not { } user || await FindAsync(province, id, user, cancellationToken) is not { } found)
            return new ExportFileAnswer(null, RightsHaveEnded: false);
        if (!access.Holds(ExportPermissions.Request) || !ExportRights.AreHeldBy(access, found.Scopes))
            return new ExportFileAnswer(null, RightsHaveEnded: true);
        await LogAsync(province, access, id, circumstances, cancellationToken);
        return new ExportFileAnswer(found.File, RightsHaveEnded: false);
    }

    /// <summary>Writes the content, piece by piece, so that no connection waits for a slow client.</summary>
    /// <exception cref="EndOfStreamException">The content was deleted meanwhile.</exception>
    public async Task CopyAsync(ProvinceId province, ExportFile file, Stream output, CancellationToken cancellationToken)
    {
        var sent = 0L;
        for (var number = 0; sent < file.Bytes; number++)
        {
            var piece = await ReadPieceAsync(province, file.Id, number, cancellationToken) ?? throw new EndOfStreamException("The content of the export was deleted.");
            await output.WriteAsync(piece, cancellationToken);
            sent += piece.Length;
        }
    }

    private async Task<(ExportFile File, string Scopes)?> FindAsync(ProvinceId province, Guid id, Guid user, CancellationToken cancellationToken)
    {
        await using var command = Command(province, FindSql, Of(id), Of(user), Moment());
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken))
            return null;
        return (new ExportFile(id, EnumText.Read<DocumentFormat>(reader.GetString(0)), reader.GetInt64(1)), reader.GetString(2));
    }

    private async Task LogAsync(ProvinceId province, ICurrentAccess access, Guid id, ReadCircumstances circumstances, CancellationToken cancellationToken)
    {
        await using var command = Command(
            province, LogSql, Of(Guid.CreateVersion7(clock.GetUtcNow())), Of(id), Moment(), Of(access.UserId!.Value), Of(access.UserName),
            Text(circumstances.Client), Text(circumstances.RequestId));
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task<byte[]?> ReadPieceAsync(ProvinceId province, Guid id, int number, CancellationToken cancellationToken)
    {
        await using var command = Command(province, PieceSql, Of(id), Of(number));
        return await command.ExecuteScalarAsync(cancellationToken) as byte[];
    }

    private NpgsqlCommand Command(ProvinceId province, string sql, params ReadOnlySpan<NpgsqlParameter> values)
    {
        var command = databases.Of(province).CreateCommand(sql);
        command.Parameters.Add(Of(province.Value));
        foreach (var value in values)
            command.Parameters.Add(value);
        return command;
    }

    private NpgsqlParameter Moment() => new() { Value = clock.GetUtcNow(), NpgsqlDbType = NpgsqlDbType.TimestampTz };

    private static NpgsqlParameter Text(string? text) => new() { Value = (object?)text ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text };

    private static NpgsqlParameter<T> Of<T>(T value) => new() { TypedValue = value };
}

/// <summary>A file, or why there is none.</summary>
/// <param name="File">The file; null where there is none that the user may have.</param>
/// <param name="RightsHaveEnded">Whether there is one, and the user's rights have shrunk since it was written.</param>
public sealed record ExportFileAnswer(ExportFile? File, bool RightsHaveEnded);

/// <summary>A file of an export.</summary>
/// <param name="Id">The export.</param>
/// <param name="Format">The kind of file.</param>
/// <param name="Bytes">Its size.</param>
public sealed record ExportFile(Guid Id, DocumentFormat Format, long Bytes)
{
    /// <summary>A name that tells nothing of what is in the file.</summary>
    public string Name => $"export-{Id:N}.{Format.Extension()}";
}
