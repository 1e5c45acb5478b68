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

namespace Modular.Members.SupplementSlips;

[MutationType]
internal static class SupplementSlipMutations
{
    /// <summary>
    /// Hands in a yearly supplement slip (phiếu bổ sung hồ sơ đảng viên, 3-HSĐV), by the member or by the cell for the member. The changes are checked as if they were made, and are
    /// written into the record when the slip is accepted.
    /// </summary>
    [Requires(MembersPermissions.SubmitSlips)]
    [Error<MemberIsOutOfYourReach>]
    [Error<YearIsStillToCome>]
    [Error<MemberOwesNoSlipOfTheYear>]
    [Error<SlipOfTheYearIsIn>]
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
    public static Task<Result<SupplementSlip>> SubmitSupplementSlipAsync(SubmitSupplementSlipInput input, SlipSubmission submission, CancellationToken cancellationToken) =>
        submission.RunAsync(input, cancellationToken);

    /// <summary>Accepts supplement slips and writes them into the records (MEM-03): all of them, or none when something stands against one. Nobody accepts their own.</summary>
    [Requires(MembersPermissions.KeepRecords)]
    [Error<MemberIsOutOfYourReach>]
    [Error<ProposalIsDecided>]
    [Error<CorrectionTakesAnotherPermission>]
    [Error<CorrectionNeedsReasonAndDocument>]
    [Error<CitizenIdIsTaken>]
    [Error<MemberMustBeOldEnoughAtAdmission>]
    [Error<DateLiesInTheFuture>]
    [Error<DayIsBeforeBirth>]
    [Error<PeriodEndsBeforeItBegan>]
    [Error<PeriodsOverlap>]
    [Error<RelativeIsOfTheWrongAge>]
    [Error<StayAbroadIsTooShortToBeListed>]
    [Error<NameMustConsistOfLetters>]
    [Error<BirthDateIsTooEarly>]
    [Error<CitizenIdMustHaveTwelveDigits>]
    [Error<CommuneCodeMustHaveFiveDigits>]
    [Error<EffectiveDateIsBeforeEarlierFact>]
    public static Task<Result<List<SupplementSlip>>> AcceptSupplementSlipsAsync(AcceptSupplementSlipsInput input, SlipDecision decision, CancellationToken cancellationToken) =>
        decision.AcceptAsync(input, cancellationToken);

    /// <summary>Sends a supplement slip back with what is wrong with it; another one can be handed in.</summary>
    [Requires(MembersPermissions.KeepRecords)]
    [Error<MemberIsOutOfYourReach>]
    [Error<ProposalIsDecided>]
    [Error<ReturningNeedsAGround>]
    public static Task<Result<SupplementSlip>> ReturnSupplementSlipAsync(ReturnSupplementSlipInput input, SlipDecision decision, CancellationToken cancellationToken) =>
        decision.ReturnAsync(input, cancellationToken);
}
