using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace Modular.Host.Archives;

/// <summary>Rows of tables as files: CSV with a header as PostgreSQL's <c>COPY</c> writes it, in UTF-8.</summary>
internal static class TableFiles
{
    private const int PieceSize = 64 * 1024;
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes a table's rows and tells what was written.</summary>
    public static async Task<ArchivedTable> WriteAsync(NpgsqlConnection connection, ModuleTable table, Stream destination, CancellationToken cancellationToken)
    {
        await using var count = new NpgsqlCommand(table.CountSql, connection);
        var rows = (long)(await count.ExecuteScalarAsync(cancellationToken))!;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var source = await connection.BeginTextExportAsync(table.CopyOutSql, cancellationToken);
        var characters = new char[PieceSize];
        var bytes = new byte[Utf8.GetMaxByteCount(PieceSize)];
        var encoder = Utf8.GetEncoder();
        int read;
        while ((read = await source.ReadAsync(characters, cancellationToken)) > 0)
        {
            var written = encoder.GetBytes(characters.AsSpan(0, read), bytes, flush: false);
            hash.AppendData(bytes, 0, written);
            await destination.WriteAsync(bytes.AsMemory(0, written), cancellationToken);
        }

        return new ArchivedTable(table.FullName, table.Kept, table.Columns, rows, Convert.ToHexStringLower(hash.GetCurrentHash()));
    }

    /// <summary>Makes sure that a file is what the manifest says.</summary>
    /// <exception cref="ArchiveException">It is missing, or was changed.</exception>
    public static async Task CheckAsync(string folder, ArchivedTable table, CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder, table.FileName);
        if (!File.Exists(path))
            throw new ArchiveException($"The export is not complete: {table.FileName} is missing.");
        await using var file = File.OpenRead(path);
        if (Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellationToken)) != table.Sha256)
            throw new ArchiveException($"The file {table.FileName} is not the one that was exported.");
    }

    /// <summary>Puts the rows of a file into a table. Row-level security takes no <c>COPY</c>, so they go by a temporary table.</summary>
    public static async Task ReadAsync(NpgsqlConnection connection, ModuleTable table, string folder, CancellationToken cancellationToken)
    {
        await ExecuteAsync(connection, $"create temporary table archived_rows on commit drop as select {table.ColumnSql} from {table.Sql} with no data", cancellationToken);
        await using (var rows = await connection.BeginTextImportAsync($"copy archived_rows ({table.ColumnSql}) from stdin (format csv, header match)", cancellationToken))
        {
            using var file = new StreamReader(Path.Combine(folder, $"{table.FullName}.csv"), Utf8);
            var characters = new char[PieceSize];
            int read;
            while ((read = await file.ReadAsync(characters, cancellationToken)) > 0)
                await rows.WriteAsync(characters.AsMemory(0, read), cancellationToken);
        }

        await ExecuteAsync(
            connection,
            $"insert into {table.Sql} ({table.ColumnSql}) overriding system value select {table.ColumnSql} from archived_rows; drop table archived_rows",
            cancellationToken);
        foreach (var column in table.Identities)
            await ExecuteAsync(connection, AdvanceSql(table, column), cancellationToken);
    }

    public static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    // Rows that are made later are numbered behind those that came back.
    private static string AdvanceSql(ModuleTable table, string column)
    {
        var sequence = $"pg_get_serial_sequence('{table.Sql.Replace("'", "''", StringComparison.Ordinal)}', '{column}')";
        return $"select setval({sequence}, greatest(nextval({sequence}), (select max({ModuleTable.Quote(column)}) from {table.Sql})))";
    }
}
