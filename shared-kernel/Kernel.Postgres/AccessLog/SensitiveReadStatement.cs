using Npgsql;
using NpgsqlTypes;

namespace Modular.Kernel.Postgres.AccessLog;

/// <summary>Writes reads into <c>kernel.sensitive_reads</c>, however many, in one statement that commits itself.</summary>
internal static class SensitiveReadStatement
{
    // The answer waits until the server has taken the rows over, not until its disk has: a server that loses its power loses the reads of the last
    // half second, and a page of members takes hardly longer than without the log (decision 21).
    private const string Sql =
        """
        with logged as (
            insert into kernel.sensitive_reads (
                province_id, id, read_at, user_id, user_name, subject_type, fields, subject_count, subjects, purpose, client, operation, request_id, generation)
            select $1, r.id, r.read_at, r.user_id, r.user_name, r.subject_type, string_to_array(r.fields, ','), r.subject_count,
                ($12::uuid[])[r.last_subject - r.subject_count + 1 : r.last_subject], r.purpose, r.client, r.operation, r.request_id,
                (select generation from kernel.outbox_generation)
            from unnest($2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $13, $14)
                as r(id, read_at, user_id, user_name, subject_type, fields, subject_count, last_subject, purpose, client, operation, request_id)
        )
        select set_config('synchronous_commit', 'off', true)
        """;

    /// <summary>The statement for some reads of one province.</summary>
    public static NpgsqlCommand Of(NpgsqlDataSource database, short province, IReadOnlyList<LoggedRead> reads)
    {
        var counts = reads.Select(read => read.Read.Subjects.Count).ToArray();
        var command = database.CreateCommand(Sql);
        command.Parameters.Add(new NpgsqlParameter<short> { TypedValue = province });
        Add(reads.Select(read => Guid.CreateVersion7(read.At)).ToArray(), NpgsqlDbType.Uuid);
        Add(reads.Select(read => read.At.UtcDateTime).ToArray(), NpgsqlDbType.TimestampTz);
        Add(reads.Select(read => read.UserId).ToArray(), NpgsqlDbType.Uuid);
        AddText(read => read.UserName);
        AddText(read => read.Read.SubjectType);
        AddText(read => string.Join(',', read.Read.Fields));
        Add(counts, NpgsqlDbType.Integer);
        Add(Running(counts), NpgsqlDbType.Integer);
        AddText(read => read.Read.Purpose);
        AddText(read => read.Circumstances.Client);
        Add(reads.SelectMany(read => read.Read.Subjects).ToArray(), NpgsqlDbType.Uuid);
        AddText(read => read.Operation);
        AddText(read => read.Circumstances.RequestId);
        return command;

        void Add<T>(T[] values, NpgsqlDbType type) =>
            command.Parameters.Add(new NpgsqlParameter<T[]> { TypedValue = values, NpgsqlDbType = NpgsqlDbType.Array | type });

        // A letter that PostgreSQL does not take, in the purpose that one client gives, must not keep the others' reads from being written.
        void AddText(Func<LoggedRead, string?> text) => Add(reads.Select(read => text(read)?.Replace("\0", "", StringComparison.Ordinal)).ToArray(), NpgsqlDbType.Text);
    }

    private static int[] Running(int[] counts)
    {
        var sums = new int[counts.Length];
        for (var (index, sum) = (0, 0); index < counts.Length; index++)
            sums[index] = sum += counts[index];
        return sums;
    }
}
