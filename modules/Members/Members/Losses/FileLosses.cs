using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Results;
using Modular.Members.Contracts;
using Modular.Members.Data;
using Modular.Members.Memberships;
using Modular.Members.People;
using Modular.Members.Records;
using Modular.Members.Transfers;

namespace Modular.Members.Losses;

/// <summary>Follows lost files and papers up to their restoration.</summary>
internal sealed class FileLosses(IWrite<MembersDbContext> write, MemberFiles files, TransferClosing transfers)
{
    public Task<Result<FileLoss>> ReportAsync(ReportFileLossInput input, CancellationToken cancellationToken) => write
        .Because(Wording.Clean(input.Reason))
        .When("file_is_lost_until_it_is_restored", () => new FileIsReportedAsLostAlready { Field = "input.lost" })
        .RunAsync((db, ct) => ReportAsync(db, input, ct), cancellationToken);

    public Task<Result<FileLoss>> InvestigateAsync(RecordFileInvestigationInput input, CancellationToken cancellationToken) =>
        write.RunAsync((db, ct) => InvestigateAsync(db, input, ct), cancellationToken);

    public Task<Result<FileLoss>> RestoreAsync(RestoreFileInput input, CancellationToken cancellationToken) =>
        write.RunAsync((db, ct) => RestoreAsync(db, input, ct), cancellationToken);

    private async Task<Result<FileLoss>> ReportAsync(MembersDbContext db, ReportFileLossInput input, CancellationToken cancellationToken)
    {
        var found = await files.FindAsync(db, input.MemberId, input.ExpectedVersion, MembersPermissions.KeepRecords, cancellationToken);
        if (!found.Succeeded)
            return found.Problems.ToList();
        if (db.Access.MemberId == input.MemberId)
            return new NobodyActsOnTheirOwnCase { Field = "input.memberId" };
        List<Problem> problems = [.. input.Check(db.Today)];
        if (input.Police is null && (input.Lost == LostThing.IntroductionPaper || await TransferClosing.IsUnderWayAsync(db, input.MemberId, cancellationToken)))
            problems.Add(new LossOnTheWayIsConfirmedByThePolice { Field = "input.police" });
        if (input.Lost == LostThing.File && await db.FileLosses.AnyAsync(row => row.MemberId == input.MemberId && row.Lost == LostThing.File && row.RestoredOn == null, cancellationToken))
            problems.Add(new FileIsReportedAsLostAlready { Field = "input.lost" });
        if (problems.Count > 0)
            return problems;
        if (input.Transfer is { } paper)
        {
            var made = await transfers.VoidAsync(db, new LostPaper(paper, input.MemberId, input.ReportedOn, Wording.Clean(input.Reason)!), cancellationToken);
            if (!made.Succeeded)
                return made.Problems.ToList();
        }

        var loss = Loss(input);
        db.FileLosses.Add(loss);
        return loss;
    }

    private async Task<Result<FileLoss>> InvestigateAsync(MembersDbContext db, RecordFileInvestigationInput input, CancellationToken cancellationToken)
    {
        var opened = await OpenAsync(db, input.Id, input.ExpectedVersion, cancellationToken);
        if (!opened.Succeeded)
            return opened;
        var loss = opened.Value;
        if (loss.InvestigatedOn is not null)
            return new FileIsInvestigatedThenRestored { Field = "input.id" };
        List<Problem> problems =
            [.. CheckDay(input.InvestigatedOn, loss.ReportedOn, db.Today, "input.investigatedOn"), .. EntryRules.CheckText(input.Result, EntryRules.LongLength, "input.result")];
        if (problems.Count > 0)
            return problems;
        loss.Investigate(input.InvestigatedOn, Wording.Clean(input.Result)!);
        return loss;
    }

    private async Task<Result<FileLoss>> RestoreAsync(MembersDbContext db, RestoreFileInput input, CancellationToken cancellationToken)
    {
        var opened = await OpenAsync(db, input.Id, input.ExpectedVersion, cancellationToken);
        if (!opened.Succeeded)
            return opened;
        var loss = opened.Value;
        if (loss.InvestigatedOn is not { } investigatedOn || loss.RestoredOn is not null)
            return new FileIsInvestigatedThenRestored { Field = "input.id" };
        List<Problem> problems =
            [.. CheckDay(input.RestoredOn, investigatedOn, db.Today, "input.restoredOn"), .. EntryRules.CheckText(input.Restoration, EntryRules.LongLength, "input.restoration")];
        if (problems.Count > 0)
            return problems;
        loss.Restore(input.RestoredOn, Wording.Clean(input.Restoration)!);
        return loss;
    }

    private async Task<Result<FileLoss>> OpenAsync(MembersDbContext db, Guid id, int expectedVersion, CancellationToken cancellationToken)
    {
        var loss = await db.FileLosses.SingleOrDefaultAsync(row => row.Id == id, cancellationToken);
        if (loss is null)
            return new NotFound("FileLoss") { Field = "input.id" };
        var cell = await db.Members.Where(row => row.Id == loss.MemberId).Select(row => row.OrganizationId).SingleAsync(cancellationToken);
        if (!await files.CoversAsync(db, MembersPermissions.KeepRecords, cell, cancellationToken))
            return new MemberIsOutOfYourReach { Field = "input.id" };
        if (db.Access.MemberId == loss.MemberId)
            return new NobodyActsOnTheirOwnCase { Field = "input.id" };
        if (loss.Version != expectedVersion)
            return new StaleVersion(expectedVersion, loss.Version) { Field = "input.expectedVersion" };
        if (loss.Lost != LostThing.File)
            return new OnlyFilesAreRestored { Field = "input.id" };
        db.Expect(loss, expectedVersion);
        return loss;
    }

    private static IEnumerable<Problem> CheckDay(DateOnly day, DateOnly earliest, DateOnly today, string field)
    {
        if (day > today)
            yield return new DateLiesInTheFuture(day, today) { Field = field };
        if (day < earliest)
            yield return new EffectiveDateIsBeforeEarlierFact(day, earliest) { Field = field };
    }

    private static FileLoss Loss(ReportFileLossInput input) => new()
    {
        Id = Guid.CreateVersion7(),
        MemberId = input.MemberId,
        Lost = input.Lost,
        TransferId = input.Transfer?.Id,
        LostOn = input.LostOn,
        ReportedOn = input.ReportedOn,
        Place = Wording.Clean(input.Place)!,
        Reason = Wording.Clean(input.Reason)!,
        PoliceUnit = Wording.Clean(input.Police?.Unit),
        PoliceNumber = Wording.Clean(input.Police?.Number),
        PoliceConfirmedOn = input.Police?.ConfirmedOn,
    };
}
