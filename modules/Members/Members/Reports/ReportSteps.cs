using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Results;
using Modular.Kernel.Time;
using Modular.Members.Contracts;
using Modular.Members.Data;
using Modular.Members.Memberships;
using Modular.Members.People;

namespace Modular.Members.Reports;

/// <summary>Takes reports upward: submitted, then received or returned.</summary>
internal sealed class ReportSteps(IWrite<MembersDbContext> write, MemberFiles files)
{
    private const int ReasonLength = 1000;

    public Task<Result<StatisticsReport>> SubmitAsync(SubmitStatisticsReportInput input, CancellationToken cancellationToken) =>
        write.RunAsync((db, ct) => SubmitAsync(db, input, ct), cancellationToken);

    public Task<Result<StatisticsReport>> ReceiveAsync(ReceiveStatisticsReportInput input, CancellationToken cancellationToken) =>
        write.RunAsync((db, ct) => DecideAsync(db, input.Id, input.ExpectedVersion, input.ReceivedOn, "input.receivedOn", null, ct), cancellationToken);

    public Task<Result<StatisticsReport>> ReturnAsync(ReturnStatisticsReportInput input, CancellationToken cancellationToken)
    {
        var reason = Wording.Clean(input.Reason);
        List<Problem> problems = [.. Wording.CheckLength(reason, ReasonLength, "input.reason")];
        if (reason is null)
            problems.Add(new InvalidInput(new LocalizedText("Phải ghi lý do trả lại.", "A reason is needed.")) { Field = "input.reason" });
        return problems.Count > 0
            ? Task.FromResult<Result<StatisticsReport>>(problems)
            : write.Because(reason).RunAsync((db, ct) => DecideAsync(db, input.Id, input.ExpectedVersion, input.ReturnedOn, "input.returnedOn", reason, ct), cancellationToken);
    }

    private async Task<Result<StatisticsReport>> SubmitAsync(MembersDbContext db, SubmitStatisticsReportInput input, CancellationToken cancellationToken)
    {
        var found = await FindAsync(db, input.Id, input.ExpectedVersion, cancellationToken);
        if (!found.Succeeded)
            return found.Problems.ToList();
        var report = found.Value;
        if (!await files.CoversAsync(db, MembersPermissions.CloseReports, report.OrganizationId, cancellationToken))
            return new ReportIsOutOfYourReach { Field = "input.id" };
        if (report.State != ReportState.Closed || !report.IsCurrent)
            return new ReportStandsElsewhere { Field = "input.id" };
        if (CheckDay(db, input.SubmittedOn, DayOf(report.ClosedAt), "input.submittedOn") is { } problem)
            return problem;
        var today = db.Today;
        var receiver = await db.Set<OrganizationTreeRow>()
            .Where(row => row.OrganizationId == report.OrganizationId && row.Standing.Contains(today)).Select(row => row.ParentId).SingleOrDefaultAsync(cancellationToken);
        report.Submit(receiver, input.SubmittedOn, db.Access.UserName);
        return report;
    }

    private async Task<Result<StatisticsReport>> DecideAsync(
        MembersDbContext db, Guid id, int expectedVersion, DateOnly on, string field, string? returnedBecause, CancellationToken cancellationToken)
    {
        var found = await FindAsync(db, id, expectedVersion, cancellationToken);
        if (!found.Succeeded)
            return found.Problems.ToList();
        var report = found.Value;
        if (!await MayDecideAsync(db, report, cancellationToken))
            return new ReportIsOutOfYourReach { Field = "input.id" };
        if (report is not { State: ReportState.Submitted, ReceiverId: not null, SubmittedOn: { } submittedOn })
            return new ReportStandsElsewhere { Field = "input.id" };
        if (report.SubmittedBy == db.Access.UserName)
            return new ReportIsReceivedBySomebodyElse { Field = "input.id" };
        if (CheckDay(db, on, submittedOn, field) is { } problem)
            return problem;
        if (returnedBecause is null)
            report.Receive(on, db.Access.UserName);
        else
            report.Return(on, db.Access.UserName, returnedBecause);
        return report;
    }

    // Of a report that nobody received yet only whoever works where it stands may learn anything.
    private Task<bool> MayDecideAsync(MembersDbContext db, StatisticsReport report, CancellationToken cancellationToken) =>
        files.CoversAsync(db, MembersPermissions.ReceiveReports, report.ReceiverId ?? report.OrganizationId, cancellationToken);

    private static async Task<Result<StatisticsReport>> FindAsync(MembersDbContext db, Guid id, int expectedVersion, CancellationToken cancellationToken)
    {
        var report = await db.StatisticsReports.SingleOrDefaultAsync(row => row.Id == id, cancellationToken);
        if (report is null)
            return new NotFound("StatisticsReport") { Field = "input.id" };
        if (report.Version != expectedVersion)
            return new StaleVersion(expectedVersion, report.Version) { Field = "input.expectedVersion" };
        db.Expect(report, expectedVersion);
        return report;
    }

    private static Problem? CheckDay(MembersDbContext db, DateOnly day, DateOnly earliest, string field)
    {
        if (day > db.Today)
            return new DateLiesInTheFuture(day, db.Today) { Field = field };
        return day < earliest ? new ReportStepIsTooEarly(day, earliest) { Field = field } : null;
    }

    private static DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(moment.ToOffset(VietnamTime.Offset).DateTime);
}
