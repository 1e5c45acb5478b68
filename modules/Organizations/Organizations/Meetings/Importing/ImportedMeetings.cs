using Microsoft.Extensions.DependencyInjection;
using Modular.Kernel.Policies;
using Modular.Kernel.Postgres.Imports;
using Modular.Organizations.Contracts;
using Modular.Organizations.Data;
using Npgsql;

namespace Modular.Organizations.Meetings.Importing;

/// <summary>Asks the rules of <c>recordMeetings</c> about the rows of a file, one after the other.</summary>
internal static class ImportedMeetings
{
    private const string Rows =
        """
        select row_number, organization_id, body, kind, held_on, expected, present, coalesce(by_party_groups, false) from staged
        where organization_id is not null and held_on is not null and expected is not null and present is not null and held_on <= @today
        order by row_number
        """;

    private const string NumberGroupMeetings =
        """
        update staged set group_meeting = numbered.number
        from unnest(@rows, @numbers) as numbered (row_number, number)
        where staged.row_number = numbered.row_number
        """;

    public static async Task<IReadOnlyList<RowFault>> CheckAsync(ImportRun run, CancellationToken cancellationToken)
    {
        var rows = await run.ReadAsync(Rows, reader => (Row: reader.GetInt32(0), Asked: Read(reader)), cancellationToken);
        if (rows.Count == 0)
            return [];
        var asked = rows.ConvertAll(row => row.Asked);
        var ground = await MeetingGround.LoadAsync(
            run.Services.GetRequiredService<OrganizationsDbContext>(),
            asked,
            run.Services.GetRequiredService<IPolicies>(),
            run.Services.GetServices<IOrganizationMembership>(),
            cancellationToken);
        var rules = new MeetingRules(ground, run.Today);
        var faults = new List<RowFault>();
        var numbers = new Dictionary<int, short>();
        foreach (var (row, meeting) in rows)
        {
            var problems = rules.Against(meeting);
            faults.AddRange(problems.Select(problem => new RowFault(row, ColumnOf(problem.Field), problem)));
            if (problems.Count == 0 && rules.GroupMeetingOf(meeting) is { } number)
                numbers.Add(row, number);
        }

        await NumberAsync(run, numbers, cancellationToken);
        return faults;
    }

    private static AskedMeeting Read(NpgsqlDataReader reader) => new(
        reader.GetGuid(1),
        reader.GetString(2) == "MEMBERS" ? MeetingBody.Members : MeetingBody.Committee,
        new MeetingFacts(
            Enum.Parse<PartyMeetingKind>(reader.GetString(3), ignoreCase: true),
            reader.GetFieldValue<DateOnly>(4),
            reader.GetInt32(5),
            reader.GetInt32(6),
            reader.GetBoolean(7),
            Topic: null,
            Reference: null),
        Path: "row");

    private static string? ColumnOf(string? field) => field switch
    {
        "row.heldOn" => "held_on",
        "row.body" => "body",
        "row.isByPartyGroups" => "by_party_groups",
        _ => null,
    };

    private static async Task NumberAsync(ImportRun run, Dictionary<int, short> numbers, CancellationToken cancellationToken)
    {
        if (numbers.Count == 0)
            return;
        await using var command = run.CreateCommand(NumberGroupMeetings);
        command.Parameters.Add(new NpgsqlParameter<int[]>("rows", [.. numbers.Keys]));
        command.Parameters.Add(new NpgsqlParameter<short[]>("numbers", [.. numbers.Values]));
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
