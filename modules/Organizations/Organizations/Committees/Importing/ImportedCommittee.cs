using System.Text.Json;
using Modular.Kernel.Postgres.Imports;
using Modular.Organizations.Contracts;
using Modular.Organizations.Register;
using Npgsql;

namespace Modular.Organizations.Committees.Importing;

/// <summary>A committee of a file, with the rows that nothing stands against yet.</summary>
internal sealed record ImportedCommittee
{
    private const string Sql =
        """
        select row_number, organization_id, kind, founded_on, term_id, term_number, opens_on, planned_to, ends_before, size, standing,
            official_members, member_id, post, starts_on
        from staged where not faulty
        order by organization_id, row_number
        """;

    public required Guid OrganizationId { get; init; }

    public required string Kind { get; init; }

    public required DateOnly FoundedOn { get; init; }

    /// <summary>The term, where the register has it.</summary>
    public required Guid? TermId { get; init; }

    public required string TermNumber { get; init; }

    public required DateOnly OpensOn { get; init; }

    public required DateOnly? PlannedTo { get; init; }

    /// <summary>The first day after the term.</summary>
    public required DateOnly EndsBefore { get; init; }

    public required int Size { get; init; }

    public required int Standing { get; init; }

    /// <summary>How many official members a cell had on the first day of the term; null where it is not known.</summary>
    public required int? OfficialMembers { get; init; }

    public List<ImportedPost> Posts { get; } = [];

    public static async Task<List<ImportedCommittee>> ReadAsync(ImportRun run, CancellationToken cancellationToken)
    {
        var committees = new List<ImportedCommittee>();
        var rows = await run.ReadAsync(Sql, reader => (Committee: Read(reader), Post: ReadPost(reader)), cancellationToken);
        foreach (var (committee, post) in rows)
        {
            if (committees.Count == 0 || committees[^1].OrganizationId != committee.OrganizationId)
                committees.Add(committee);
            committees[^1].Posts.Add(post);
        }

        return committees;
    }

    /// <summary>The term as the register holds it, or would.</summary>
    public CommitteeTerm Term() => new()
    {
        Id = TermId ?? Guid.Empty,
        OrganizationId = OrganizationId,
        Number = TermNumber,
        // A wrong order of days is a fault of its own.
        Valid = Period.Between(OpensOn, EndsBefore > OpensOn ? EndsBefore : OpensOn.AddDays(1)),
        CommitteeSize = Size,
        StandingSize = Standing,
    };

    private static ImportedCommittee Read(NpgsqlDataReader reader) => new()
    {
        OrganizationId = reader.GetGuid(1),
        Kind = reader.GetString(2),
        FoundedOn = reader.GetFieldValue<DateOnly>(3),
        TermId = reader.GetFieldValue<Guid?>(4),
        TermNumber = reader.GetString(5),
        OpensOn = reader.GetFieldValue<DateOnly>(6),
        PlannedTo = reader.GetFieldValue<DateOnly?>(7),
        EndsBefore = reader.GetFieldValue<DateOnly>(8),
        Size = reader.GetInt32(9),
        Standing = reader.GetInt32(10),
        OfficialMembers = reader.GetFieldValue<int?>(11),
    };

    private static ImportedPost ReadPost(NpgsqlDataReader reader) =>
        new(reader.GetInt32(0), reader.GetGuid(12), PostOf(reader.GetString(13)), reader.GetFieldValue<DateOnly>(14));

    private static CommitteePostKind PostOf(string word) =>
        Enum.GetValues<CommitteePostKind>().Single(post => JsonNamingPolicy.SnakeCaseUpper.ConvertName(post.ToString()) == word);
}

/// <summary>A post of a committee of a file.</summary>
/// <param name="Row">The number of its row.</param>
/// <param name="MemberId">Who holds it.</param>
/// <param name="Post">The post.</param>
/// <param name="StartsOn">The first day in it.</param>
internal sealed record ImportedPost(int Row, Guid MemberId, CommitteePostKind Post, DateOnly StartsOn);
