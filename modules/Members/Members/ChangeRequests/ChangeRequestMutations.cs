using Modular.GraphQL.CodeFirst;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Results;
using Modular.Members.Contracts;
using Modular.Members.Editing;
using Modular.Members.Memberships;
using Modular.Members.People;
using Modular.Members.Proposals;
using Modular.Members.Records;
using Modular.Members.Residences;

namespace Modular.Members.ChangeRequests;

[MutationType]
internal static class ChangeRequestMutations
{
    /// <summary>
    /// Asks to have the own record changed (đề nghị điều chỉnh, bổ sung hồ sơ). The changes are checked as if they were made; they are written when somebody approves.
    /// </summary>
    [Requires(MembersPermissions.RequestChanges)]
    [Error<AccountIsOfNoMember>]
    [Error<TooManyRequestsWait>]
    [Error<NothingWouldChange>]
    [Error<DateLiesInTheFuture>]
    [Error<DayIsBeforeBirth>]
    [Error<PeriodEndsBeforeItBegan>]
    [Error<PeriodsOverlap>]
    [Error<StayAbroadIsTooShortToBeListed>]
    [Error<RelativeIsOfTheWrongAge>]
    [Error<NameMustConsistOfLetters>]
    [Error<BirthDateIsTooEarly>]
    [Error<CitizenIdMustHaveTwelveDigits>]
    [Error<CommuneCodeMustHaveFiveDigits>]
    [Error<EffectiveDateIsBeforeEarlierFact>]
    public static Task<Result<RecordChangeRequest>> RequestRecordChangeAsync(
        RequestRecordChangeInput input, ChangeRequesting requesting, CancellationToken cancellationToken) => requesting.RequestAsync(input, cancellationToken);

    /// <summary>Takes an own request back before it is decided on.</summary>
    [Requires(MembersPermissions.RequestChanges)]
    [Error<ProposalIsDecided>]
    public static Task<Result<RecordChangeRequest>> WithdrawRecordChangeAsync(
        WithdrawRecordChangeInput input, ChangeRequesting requesting, CancellationToken cancellationToken) => requesting.WithdrawAsync(input, cancellationToken);

    /// <summary>
    /// Decides on a member's request: approved, it is written into the record with its history; refused, it takes a ground, which the member sees. Nobody decides on their own.
    /// </summary>
    [Requires(MembersPermissions.KeepRecords)]
    [Error<MemberIsOutOfYourReach>]
    [Error<ProposalIsDecided>]
    [Error<ReturningNeedsAGround>]
    [Error<CorrectionTakesAnotherPermission>]
    [Error<CorrectionNeedsReasonAndDocument>]
    [Error<CitizenIdIsTaken>]
    [Error<MemberMustBeOldEnoughAtAdmission>]
    [Error<DateLiesInTheFuture>]
    [Error<DayIsBeforeBirth>]
    [Error<PeriodEndsBeforeItBegan>]
    [Error<PeriodsOverlap>]
    [Error<StayAbroadIsTooShortToBeListed>]
    [Error<RelativeIsOfTheWrongAge>]
    [Error<NameMustConsistOfLetters>]
    [Error<BirthDateIsTooEarly>]
    [Error<CitizenIdMustHaveTwelveDigits>]
    [Error<CommuneCodeMustHaveFiveDigits>]
    [Error<EffectiveDateIsBeforeEarlierFact>]
    public static Task<Result<RecordChangeRequest>> DecideRecordChangeAsync(
        DecideRecordChangeInput input, ChangeDeciding deciding, CancellationToken cancellationToken) => deciding.RunAsync(input, cancellationToken);
}
