using Modular.GraphQL.CodeFirst;
using Modular.GraphQL.Execution;
using Modular.Kernel.Access;
using Modular.Kernel.Postgres.Connections;
using Modular.Kernel.Provinces;
using Npgsql;
using NpgsqlTypes;

namespace Modular.Kernel.GraphQL.AccessLog;

/// <summary>That sensitive data of one person were shown to somebody.</summary>
/// <param name="ReadAt">When.</param>
/// <param name="ReadBy">To whom: the name of the user.</param>
/// <param name="SubjectType">In which kind of objects.</param>
/// <param name="Fields">Which fields.</param>
/// <param name="Purpose">What for (mục đích): what the client said, or the permission that opened the fields.</param>
[GraphQLName("ReadOfPerson")]
internal sealed record ReadOfPerson(
    [property: Classified(DataClass.Internal)] DateTimeOffset ReadAt,
    [property: Classified(DataClass.Basic)] string ReadBy,
    [property: Classified(DataClass.Internal)] string SubjectType,
    [property: Classified(DataClass.Internal)] IReadOnlyList<string> Fields,
    [property: Classified(DataClass.Internal)] string Purpose);

/// <summary>Finds reads by the person whose data were shown.</summary>
internal sealed class ReadsOfSubjects(ProvinceDataSources databases, ICurrentProvince province)
{
    private const string Sql =
        """
        select r.read_at, r.user_name, r.subject_type, r.fields, r.purpose
        from kernel.reads_of_subject($1, $2, $3) as r
        """;

    /// <summary>The latest reads before a moment, the latest first.</summary>
    public async Task<IReadOnlyList<ReadOfPerson>> ReadAsync(Guid subject, DateTimeOffset? before, int first, CancellationToken cancellationToken)
    {
        await using var command = databases.Of(province.Province.Id).CreateCommand(Sql);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = subject });
        command.Parameters.Add(new NpgsqlParameter { Value = (before ?? DateTimeOffset.MaxValue).ToUniversalTime(), NpgsqlDbType = NpgsqlDbType.TimestampTz });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = first });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var reads = new List<ReadOfPerson>();
        while (await reader.ReadAsync(cancellationToken))
        {
            reads.Add(new ReadOfPerson(
                await reader.GetFieldValueAsync<DateTimeOffset>(0, cancellationToken), reader.GetString(1), reader.GetString(2),
                await reader.GetFieldValueAsync<string[]>(3, cancellationToken), reader.GetString(4)));
        }

        return reads;
    }
}

[QueryType]
internal static class ReadsOfSubjectQueries
{
    private const int MostReads = 200;

    /// <summary>Who was shown my sensitive data, the latest first (ai đã xem dữ liệu nhạy cảm của tôi); empty for a user who is no member.</summary>
    /// <param name="reads">Reads the log.</param>
    /// <param name="access">Whoever asks.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <param name="first">How many at most, up to 200.</param>
    /// <param name="before">Only those before this moment: the `readAt` of the last one of the list before.</param>
    [Public("Whose data are processed may know by whom (Law 91/2025/QH15, PD-08).")]
    [Classified(DataClass.Basic)]
    public static async Task<IReadOnlyList<ReadOfPerson>> ReadsOfMeAsync(
        ReadsOfSubjects reads, ICurrentAccess access, CancellationToken cancellationToken, int first = 50, DateTimeOffset? before = null) =>
        access.MemberId is { } member ? await reads.ReadAsync(member, before, Checked(first), cancellationToken) : [];

    /// <summary>Who was shown sensitive data of a person, the latest first.</summary>
    /// <param name="memberId">The person.</param>
    /// <param name="reads">Reads the log.</param>
    /// <param name="access">Whoever asks.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <param name="first">How many at most, up to 200.</param>
    /// <param name="before">Only those before this moment: the `readAt` of the last one of the list before.</param>
    [Requires(AccessLogPermissions.Read)]
    [Classified(DataClass.Basic)]
    public static Task<IReadOnlyList<ReadOfPerson>> SensitiveReadsOfAsync(
        [ID("Member")] Guid memberId, ReadsOfSubjects reads, ICurrentAccess access, CancellationToken cancellationToken, int first = 50, DateTimeOffset? before = null)
    {
        if (!access.ScopeOf(AccessLogPermissions.Read).CoversProvince)
            throw KernelErrors.LacksForWholeProvince(AccessLogPermissions.Read);
        return reads.ReadAsync(memberId, before, Checked(first), cancellationToken);
    }

    private static int Checked(int first) => first is >= 1 and <= MostReads
        ? first
        : throw new GraphQLException($"`first` must be from 1 to {MostReads}.", KernelErrorCodes.BadInput);
}
