using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Postgres.Imports;
using Modular.Kernel.Results;
using Modular.Members.Contracts;
using Modular.Members.Flags;
using Modular.Members.Imports;
using Modular.Members.Memberships;
using Modular.Members.People;

namespace Modular.Members.Exemptions.Importing;

/// <summary>Asks the rules of requests, decisions and reports about the rows of a file.</summary>
internal static class ImportedExemptions
{
    private const string Rows =
        """
        select row_number, member_id, ground, requested_on, is_oral, reason, from_day, until_day, decision_number, decided_on, reported_on from staged
        where not faulty and is_known is null order by row_number
        """;

    /// <summary>What stands against the rows that are right in themselves.</summary>
    public static async Task<IReadOnlyList<RowFault>> CheckAsync(ImportRun run, CancellationToken cancellationToken)
    {
        var rows = await run.ReadAsync(Rows, reader => new ListedExemption(
            reader.GetInt32(0),
            new RequestExemptionInput
            {
                MemberId = reader.GetGuid(1),
                ExpectedVersion = 0,
                Ground = EnumText.Read<ExemptionGround>(reader.GetString(2)),
                RequestedOn = reader.GetFieldValue<DateOnly>(3),
                IsOral = reader.GetBoolean(4),
                Reason = reader.IsDBNull(5) ? null : reader.GetString(5),
            },
            new SetMemberFlagInput
            {
                MemberId = reader.GetGuid(1),
                ExpectedVersion = 0,
                Flag = MembershipFlag.Exempt,
                From = reader.GetFieldValue<DateOnly>(6),
                Until = reader.IsDBNull(7) ? null : reader.GetFieldValue<DateOnly>(7),
                Decision = new MemberDecisionInput { Number = reader.GetString(8), DecidedOn = reader.GetFieldValue<DateOnly>(9) },
            },
            reader.IsDBNull(10) ? null : reader.GetFieldValue<DateOnly>(10)), cancellationToken);
        return await FilesOfMembers.CheckAsync(run, rows, row => row.Request.MemberId, (row, file) => Against(row, file, run.Today), cancellationToken);
    }

    private static IEnumerable<RowFault> Against(ListedExemption row, MemberFile file, DateOnly today)
    {
        var request = ExemptionSteps.Ask(row.Request);
        var decided = new DecideExemptionInput
        {
            Id = request.Id,
            ExpectedVersion = 0,
            IsGranted = true,
            From = row.Flag.From,
            Until = row.Flag.Until,
            Decision = row.Flag.Decision!,
        };
        IEnumerable<Problem> problems =
        [
            .. ExemptionSteps.Check(file, row.Request, today),
            .. ExemptionSteps.CheckDecision(request, decided, today),
            .. MemberFlags.CheckSet(file, row.Flag, new SuspensionPolicy(), today),
            .. row.ReportedOn is { } reportedOn ? ExemptionSteps.CheckReport(reportedOn, row.Flag.Decision!.DecidedOn, today) : [],
        ];
        return from problem in problems.DistinctBy(problem => (problem.Code, ColumnOf(problem.Field))) select new RowFault(row.Row, ColumnOf(problem.Field), problem);
    }

    private static string ColumnOf(string? field) => field switch
    {
        "input.requestedOn" => "requested_on",
        "input.reason" => "reason",
        "input.from" => "from_day",
        "input.until" => "until_day",
        "input.decision.number" => "decision_number",
        "input.decision.decidedOn" => "decided_on",
        "input.reportedOn" => "reported_on",
        _ => "member_number",
    };

    private sealed record ListedExemption(int Row, RequestExemptionInput Request, SetMemberFlagInput Flag, DateOnly? ReportedOn);
}
