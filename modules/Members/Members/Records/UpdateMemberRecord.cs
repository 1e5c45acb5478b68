using Modular.GraphQL.CodeFirst;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Results;
using Modular.Members.Contracts;
using Modular.Members.Data;
using Modular.Members.Memberships;
using Modular.Members.People;

namespace Modular.Members.Records;

/// <summary>What is to be changed in the sheet of a member.</summary>
internal sealed record UpdateMemberRecordInput
{
    /// <summary>The member.</summary>
    [ID("Member")]
    public required Guid MemberId { get; init; }

    /// <summary>The version of the member that was read.</summary>
    public required int ExpectedVersion { get; init; }

    /// <summary>What is changed.</summary>
    public required RecordChangesInput Changes { get; init; }

    /// <summary>Why, in short.</summary>
    public string? Reason { get; init; }

    /// <summary>The paper on which it rests.</summary>
    public MemberDecisionInput? Document { get; init; }
}

[MutationType]
internal static class UpdateMemberRecord
{
    /// <summary>
    /// Changes what the member sheet (phiếu đảng viên, 2-HSĐV) says: single facts, and lines of its tables that are added, replaced or taken out, all or nothing. A member asks for
    /// changes of their own sheet; nobody writes into it themselves.
    /// </summary>
    [Requires(MembersPermissions.KeepRecords)]
    [Error<MemberIsOutOfYourReach>]
    [Error<DateLiesInTheFuture>]
    [Error<DayIsBeforeBirth>]
    [Error<PeriodEndsBeforeItBegan>]
    [Error<PeriodsOverlap>]
    [Error<StayAbroadIsTooShortToBeListed>]
    [Error<RelativeIsOfTheWrongAge>]
    public static Task<Result<Member>> UpdateMemberRecordAsync(UpdateMemberRecordInput input, RecordKeeping keeping, CancellationToken cancellationToken) =>
        keeping.RunAsync(input, cancellationToken);
}

/// <summary>Changes member sheets. The member's version guards it: every change of a record raises it, and the rules read nothing but the record, the birth date and a policy.</summary>
internal sealed class RecordKeeping(IWrite<MembersDbContext> write, MemberFiles files, RecordWriting writing)
{
    public Task<Result<Member>> RunAsync(UpdateMemberRecordInput input, CancellationToken cancellationToken) => write
        .Because(Wording.Clean(input.Reason), input.Document?.Citation)
        .GuardedByVersions()
        .RunAsync((db, ct) => ChangeAsync(db, input, ct), cancellationToken);

    private async Task<Result<Member>> ChangeAsync(MembersDbContext db, UpdateMemberRecordInput input, CancellationToken cancellationToken)
    {
        var found = await files.FindAsync(db, input.MemberId, input.ExpectedVersion, MembersPermissions.KeepRecords, cancellationToken);
        if (!found.Succeeded)
            return found;
        List<Problem> problems =
        [
            .. await writing.ApplyAsync(db, found.Value, input.Changes, "input.changes", cancellationToken),
            .. input.Document?.Check(db.Today, "input.document") ?? [],
        ];
        if (problems.Count > 0)
            return problems;
        write.Raise(new MemberPersonalDataChanged(found.Value.Id, ["record"]));
        return found;
    }
}
