using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Access;
using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Results;

namespace Modular.Kernel.GraphQL.Exports;

/// <summary>
/// Decides on exports, and takes them back. Versions guard it: a decision looks at the export alone, and at rights, which nobody changes by looking at exports.
/// </summary>
internal sealed class ExportDeciding(IWrite<ExportsDbContext> write, ExportPlace place, ICurrentAccess access, TimeProvider clock)
{
    private const int MostLetters = 500;

    public Task<Result<Export>> ApproveAsync(ApproveExportInput input, CancellationToken cancellationToken) => DecideAsync(
        input.Id, input.ExpectedVersion, input.Reason, isReasonNeeded: false,
        (export, reason) => export.Approve(access.UserId!.Value, access.UserName, reason, clock.GetUtcNow()), cancellationToken);

    public Task<Result<Export>> RefuseAsync(RefuseExportInput input, CancellationToken cancellationToken) => DecideAsync(
        input.Id, input.ExpectedVersion, input.Reason, isReasonNeeded: true,
        (export, reason) => export.Refuse(access.UserId!.Value, access.UserName, reason!, clock.GetUtcNow()), cancellationToken);

    public Task<Result<Export>> WithdrawAsync(WithdrawExportInput input, CancellationToken cancellationToken)
    {
        if (CheckReason(input.Reason, isNeeded: false) is { } unfit)
            return Task.FromResult<Result<Export>>(unfit);
        var reason = Clean(input.Reason);
        return write.Because(reason).GuardedByVersions().RunAsync(
            async (db, cancellation) =>
            {
                if (await FindAsync(db, input.Id, input.ExpectedVersion, cancellation) is not { } export)
                    return new NotFound("Export") { Field = "input.id" };
                if (export.UserId != access.UserId)
                    return new ExportIsSomebodyElses { Field = "input.id" };
                if (export.IsOver && export.State != ExportState.Ready)
                    return new ExportIsInAnotherState(export.State) { Field = "input.id" };
                export.Withdraw(reason, clock.GetUtcNow());
                return (Result<Export>)export;
            },
            cancellationToken);
    }

    private Task<Result<Export>> DecideAsync(
        Guid id, int expectedVersion, string? because, bool isReasonNeeded, Action<Export, string?> decide, CancellationToken cancellationToken)
    {
        if (CheckReason(because, isReasonNeeded) is { } unfit)
            return Task.FromResult<Result<Export>>(unfit);
        var reason = Clean(because);
        return write.Because(reason).GuardedByVersions().RunAsync(
            async (db, cancellation) =>
            {
                if (await FindAsync(db, id, expectedVersion, cancellation) is not { } export)
                    return new NotFound("Export") { Field = "input.id" };
                if (export.UserId == access.UserId)
                    return new OwnExportIsDecidedByOthers { Field = "input.id" };
                if (!await place.IsReachedAsync(ExportPermissions.Approve, export.OrganizationId, cancellation))
                    return new ExportIsNotYoursToDecide { Field = "input.id" };
                if (export.State != ExportState.AwaitingApproval)
                    return new ExportIsInAnotherState(export.State) { Field = "input.id" };
                decide(export, reason);
                return (Result<Export>)export;
            },
            cancellationToken);
    }

    // What is out of the user's reach is not there: the context's own filter leaves it out.
    private static async Task<Export?> FindAsync(ExportsDbContext db, Guid id, int expectedVersion, CancellationToken cancellationToken)
    {
        var export = await db.Exports.SingleOrDefaultAsync(row => row.Id == id, cancellationToken);
        if (export is not null)
            db.Expect(export, expectedVersion);
        return export;
    }

    private static InvalidInput? CheckReason(string? reason, bool isNeeded)
    {
        if (isNeeded && Clean(reason) is null)
            return new InvalidInput(new LocalizedText("Hãy ghi lý do.", "Say why.")) { Field = "input.reason" };
        return Clean(reason)?.Length > MostLetters
            ? new InvalidInput(new LocalizedText($"Lý do không quá {MostLetters} ký tự.", $"A reason has at most {MostLetters} characters.")) { Field = "input.reason" }
            : null;
    }

    private static string? Clean(string? reason) => reason?.Trim() is { Length: > 0 } text ? text : null;
}
