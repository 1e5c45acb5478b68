using Modular.Kernel.Postgres.Reads;
using Npgsql;
using NpgsqlTypes;

namespace Modular.Kernel.Postgres.Migrations;

/// <summary>A migration that was applied to the database.</summary>
internal sealed record AppliedMigration(int Number, string Name, string Checksum);

/// <summary>A schema's own record of what was applied to it: table <c>migrations</c>.</summary>
internal sealed class MigrationHistory(NpgsqlConnection connection, string schema, string applicationRole)
{
    private readonly string table = $"{Identifier.Quote(schema)}.migrations";

    /// <summary>Makes the schema and its history where they are not there yet, and lets the application enter the schema.</summary>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            $"""
            create schema if not exists {Identifier.Quote(schema)};
            grant usage on schema {Identifier.Quote(schema)} to {Identifier.Quote(applicationRole)};
            create table if not exists {table} (
                number integer primary key,
                name text not null,
                checksum text not null,
                applied_at timestamptz not null
            );
            """,
            connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>What was applied, in order.</summary>
    public async Task<IReadOnlyList<AppliedMigration>> ReadAsync(CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand($"select number, name, checksum from {table} order by number", connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var applied = new List<AppliedMigration>();
        while (await reader.ReadAsync(cancellationToken))
            applied.Add(new AppliedMigration(reader.GetInt32(0), reader.GetString(1), reader.GetString(2)));
        return applied;
    }

    /// <summary>Notes a migration, in the transaction that applies it.</summary>
    public async Task AddAsync(SqlMigration migration, DateTimeOffset appliedAt, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            $"insert into {table} (number, name, checksum, applied_at) values ($1, $2, $3, $4)", connection);
        command.Parameters.Add(new NpgsqlParameter { Value = migration.Number });
        command.Parameters.Add(new NpgsqlParameter { Value = migration.Name });
        command.Parameters.Add(new NpgsqlParameter { Value = migration.Checksum });
        command.Parameters.Add(new NpgsqlParameter { Value = appliedAt, NpgsqlDbType = NpgsqlDbType.TimestampTz });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
