using System.Data.Common;
using Microsoft.Extensions.DependencyInjection;
using Modular.Kernel.Policies;
using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Postgres.Imports;
using Modular.Kernel.Results;
using Modular.Members.Contracts;
using Modular.Members.Data;
using Modular.Members.Imports;
using Modular.Members.Memberships;
using Modular.Members.People;
using Modular.Organizations.Contracts;

namespace Modular.Members.Discipline.Importing;

/// <summary>Asks the rules of <c>recordDisciplinaryMeasure</c> about the rows of a file.</summary>
internal static class ImportedDisciplines
{
    private const string Rows =
        """
        select row_number, member_id, form, ground, fault, fault_ended_on, decided_by, vote_base, votes_in_favour, hearing, heard_on, first_invited_on, last_invited_on,
            announced_on, decision_number, decided_on
        from staged where not faulty and is_known is null order by row_number
        """;

    /// <summary>What stands against the rows that are right in themselves.</summary>
    public static async Task<IReadOnlyList<RowFault>> CheckAsync(ImportRun run, CancellationToken cancellationToken)
    {
        var rows = await run.ReadAsync(
            Rows,
            reader => new ListedMeasure(
                reader.GetInt32(0),
                new RecordDisciplinaryMeasureInput
                {
                    MemberId = reader.GetGuid(1),
                    ExpectedVersion = 0,
                    Form = EnumText.Read<DisciplineForm>(reader.GetString(2)),
                    Ground = EnumText.Read<DisciplineGround>(reader.GetString(3)),
                    Fault = reader.GetString(4),
                    FaultEndedOn = reader.GetFieldValue<DateOnly>(5),
                    DecidedByOrganizationId = reader.GetGuid(6),
                    Vote = new VoteInput { Base = reader.GetInt32(7), InFavour = reader.GetInt32(8) },
                    Hearing = EnumText.Read<DisciplineHearing>(reader.GetString(9)),
                    HeardOn = DayOf(reader, 10),
                    InvitedOn = [.. new[] { DayOf(reader, 11), DayOf(reader, 12) }.OfType<DateOnly>()],
                    AnnouncedOn = reader.GetFieldValue<DateOnly>(13),
                    Decision = new MemberDecisionInput { Number = reader.GetString(14), DecidedOn = reader.GetFieldValue<DateOnly>(15) },
                }),
            cancellationToken);
        if (rows.Count == 0)
            return [];
        var covered = await run.Services.GetRequiredService<MemberFiles>().CoveredAsync(
            run.Services.GetRequiredService<MembersDbContext>(), MembersPermissions.RecordDiscipline, [.. rows.Select(row => row.Measure.DecidedByOrganizationId).Distinct()], cancellationToken);
        var faults = new List<RowFault>();
        foreach (var day in rows.GroupBy(row => row.Measure.AnnouncedOn))
            faults.AddRange(await OfDayAsync(run, day.Key, [.. day], covered, cancellationToken));
        return [.. faults.OrderBy(fault => fault.Row)];
    }

    // Bodies, cells, their votes and the policy are those of the day of the announcement.
    private static async Task<IReadOnlyList<RowFault>> OfDayAsync(ImportRun run, DateOnly day, ListedMeasure[] rows, IReadOnlySet<Guid> covered, CancellationToken cancellationToken)
    {
        var policy = await run.Services.GetRequiredService<IPolicies>().InForceOnAsync<DisciplinePolicy>(day, cancellationToken);
        var members = await MembersByNumber.ReadAsync(run, rows.Select(row => row.Measure.MemberId), cancellationToken);
        var cells = members.Values.Select(member => member.OrganizationId).Distinct().ToArray();
        var found = await run.Services.GetRequiredService<IOrganizationDirectory>()
            .FindAsync([.. cells.Union(rows.Select(row => row.Measure.DecidedByOrganizationId))], day, cancellationToken);
        var counts = await run.Services.GetRequiredService<IOrganizationMembership>().CountOfficialMembersAsync(cells, day, cancellationToken);
        return await FilesOfMembers.CheckAsync(run, rows, row => row.Measure.MemberId, (row, file) => Against(row, file), cancellationToken);

        IEnumerable<RowFault> Against(ListedMeasure row, MemberFile file)
        {
            var rules = new DisciplineRules(row.Measure, file, policy, run.Today);
            var cellId = file.Member.OrganizationId;
            IEnumerable<Problem> problems = covered.Contains(row.Measure.DecidedByOrganizationId)
                ? [.. rules.Check(), .. rules.CheckBody(found[row.Measure.DecidedByOrganizationId], found.GetValueOrDefault(cellId), counts.GetValueOrDefault(cellId))]
                : [.. rules.Check(), new DecidingBodyIsOutOfYourReach { Field = "input.decidedByOrganizationId" }];
            return problems.Select(problem => new RowFault(row.Row, ColumnOf(problem.Field), problem));
        }
    }

    private static DateOnly? DayOf(DbDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetFieldValue<DateOnly>(column);

    private static string ColumnOf(string? field) => field switch
    {
        "input.form" => "form",
        "input.ground" => "ground",
        "input.fault" => "fault",
        "input.heardOn" => "heard_on",
        "input.invitedOn" => "first_invited_on",
        "input.vote.base" => "vote_base",
        "input.vote.inFavour" => "votes_in_favour",
        "input.announcedOn" => "announced_on",
        "input.decidedByOrganizationId" => "organization_code",
        "input.decision.number" => "decision_number",
        "input.decision.decidedOn" => "decided_on",
        _ => "member_number",
    };

    private sealed record ListedMeasure(int Row, RecordDisciplinaryMeasureInput Measure);
}
