using Modular.GraphQL.CodeFirst;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Results;
using Modular.Members.Contracts;
using Modular.Members.Memberships;
using Modular.Members.People;
using Modular.Members.Transfers;
using Modular.Members.Transfers.BetweenProvinces;

namespace Modular.Members.Losses;

[MutationType]
internal static class LossMutations
{
    /// <summary>
    /// Records that the file of a member was lost (báo mất hồ sơ đảng viên, MEM-06), or an introduction paper on the way (MEM-24): the paper becomes void by that, and another
    /// may be asked for at once. What is lost on the way takes the confirmation of the police.
    /// </summary>
    [Requires(MembersPermissions.KeepRecords)]
    [Error<MemberIsOutOfYourReach>]
    [Error<NobodyActsOnTheirOwnCase>]
    [Error<LostPaperIsNamed>]
    [Error<LossOnTheWayIsConfirmedByThePolice>]
    [Error<FileIsReportedAsLostAlready>]
    [Error<TransferIsNotUnderWay>]
    [Error<MemberIsTakenInElsewhere>]
    [Error<DateLiesInTheFuture>]
    [Error<EffectiveDateIsBeforeEarlierFact>]
    public static Task<Result<FileLoss>> ReportFileLossAsync(ReportFileLossInput input, FileLosses losses, CancellationToken cancellationToken) =>
        losses.ReportAsync(input, cancellationToken);

    /// <summary>Records what came of looking into the loss of a file (kết quả xác minh việc mất hồ sơ).</summary>
    [Requires(MembersPermissions.KeepRecords)]
    [Error<MemberIsOutOfYourReach>]
    [Error<NobodyActsOnTheirOwnCase>]
    [Error<OnlyFilesAreRestored>]
    [Error<FileIsInvestigatedThenRestored>]
    [Error<DateLiesInTheFuture>]
    [Error<EffectiveDateIsBeforeEarlierFact>]
    public static Task<Result<FileLoss>> RecordFileInvestigationAsync(RecordFileInvestigationInput input, FileLosses losses, CancellationToken cancellationToken) =>
        losses.InvestigateAsync(input, cancellationToken);

    /// <summary>Records that a lost file was restored (khôi phục hồ sơ đảng viên), after its loss was investigated.</summary>
    [Requires(MembersPermissions.KeepRecords)]
    [Error<MemberIsOutOfYourReach>]
    [Error<NobodyActsOnTheirOwnCase>]
    [Error<OnlyFilesAreRestored>]
    [Error<FileIsInvestigatedThenRestored>]
    [Error<DateLiesInTheFuture>]
    [Error<EffectiveDateIsBeforeEarlierFact>]
    public static Task<Result<FileLoss>> RestoreFileAsync(RestoreFileInput input, FileLosses losses, CancellationToken cancellationToken) =>
        losses.RestoreAsync(input, cancellationToken);
}
