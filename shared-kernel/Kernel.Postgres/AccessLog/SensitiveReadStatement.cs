using Modular.Kernel.Access;
using Modular.Kernel.Postgres.Reads;
using Npgsql;
using NpgsqlTypes;

namespace Modular.Kernel.Postgres.AccessLog;

/// <summary>Writes one read into <c>kernel.sensitive_reads</c>, in the batch of the level that shows the data and committed by itself.</summary>
internal static class SensitiveReadStatement
{
    /// <summary>The result: one text that nobody needs.</summary>
    public static readonly IReadOnlyList<ValueKind> Layout = [ValueKind.Text];

    // The answer waits until the server has taken the row over, not until its disk has: a server that loses its power loses the reads of the last
    // half second, and a page of members takes no longer than without the log (decision 21).
    private const string Sql =
        """
        with logged as (
            insert into kernel.sensitive_reads (
                province_id, id, read_at, user_id, user_name, subject_type, fields, subject_count, purpose, client, operation, request_id)
            values ($1, $2, $3, $4, $5, $6, $7, cardinality($8), $9, $10, $11, $12)
        ), subjects as (
            insert into kernel.sensitive_read_subjects (province_id, subject_id, read_id) select $1, subject, $2 from unnest($8) as subject
        )
        select set_config('synchronous_commit', 'off', true)
        """;

    /// <summary>The statement for a read.</summary>
    public static ReadStatement Of(SensitiveRead read, ICurrentAccess by, ReadCircumstances circumstances, string? operation, DateTimeOffset now) => new(
        Sql,
        [
            ProvinceParameter.Instance,
            Of(Guid.CreateVersion7(now)),
            Of(now.ToUniversalTime()),
            OfNullable(by.UserId, NpgsqlDbType.Uuid),
            Of(by.UserName),
            Of(read.SubjectType),
            Of(read.Fields.ToArray()),
            Of(read.Subjects.Distinct().ToArray()),
            Of(read.Purpose),
            OfNullable(circumstances.Client, NpgsqlDbType.Text),
            OfNullable(operation, NpgsqlDbType.Text),
            OfNullable(circumstances.RequestId, NpgsqlDbType.Text),
        ])
    {
        CommitsAlone = true,
    };

    private static FixedParameter<T> Of<T>(T value) => new(value);

    private static NullableParameter OfNullable(object? value, NpgsqlDbType type) => new(value, type);

    /// <summary>A value of this one read.</summary>
    private sealed record FixedParameter<T>(T Value) : ReadParameter
    {
        public override NpgsqlParameter Bind(ReadValues values) => Typed(Value);
    }

    /// <summary>A value of this one read that may be missing.</summary>
    private sealed record NullableParameter(object? Value, NpgsqlDbType Type) : ReadParameter
    {
        public override NpgsqlParameter Bind(ReadValues values) => new() { Value = Value ?? DBNull.Value, NpgsqlDbType = Type };
    }
}
