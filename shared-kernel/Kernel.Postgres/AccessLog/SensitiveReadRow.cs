using Modular.Kernel.Access;
using Modular.Kernel.Provinces;
using Npgsql;
using NpgsqlTypes;

namespace Modular.Kernel.Postgres.AccessLog;

/// <summary>Writes one read into the log where what is read is no level of a request: it becomes durable with the transaction of the connection.</summary>
internal static class SensitiveReadRow
{
    private const string Sql =
        """
        with logged as (
            insert into kernel.sensitive_reads (
                province_id, id, read_at, user_id, user_name, subject_type, fields, subject_count, purpose, client, request_id)
            values ($1, $2, $3, $4, $5, $6, $7, cardinality($8), $9, $10, $11)
        )
        insert into kernel.sensitive_read_subjects (province_id, subject_id, read_id) select $1, subject, $2 from unnest($8) as subject
        """;

    public static async Task WriteAsync(
        NpgsqlConnection connection,
        ProvinceId province,
        SensitiveRead read,
        ICurrentAccess by,
        ReadCircumstances circumstances,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Sql, connection);
        command.Parameters.Add(new NpgsqlParameter<short> { TypedValue = province.Value });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = Guid.CreateVersion7(now) });
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = now.ToUniversalTime() });
        command.Parameters.Add(new NpgsqlParameter { Value = (object?)by.UserId ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Uuid });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = by.UserName });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = read.SubjectType });
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. read.Fields] });
        command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = [.. read.Subjects.Distinct()] });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = read.Purpose });
        command.Parameters.Add(new NpgsqlParameter { Value = (object?)circumstances.Client ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
        command.Parameters.Add(new NpgsqlParameter { Value = (object?)circumstances.RequestId ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
