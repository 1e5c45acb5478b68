using Modular.GraphQL.CodeFirst;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Results;
using Modular.Members.Cells;
using Modular.Members.Contracts;
using Modular.Members.People;
using Modular.Members.Transfers.BetweenProvinces;

namespace Modular.Members.Memberships;

[MutationType]
internal static class ChangeMemberStatus
{
    /// <summary>
    /// Records that a person's status changed: application, admission (ceremony), recognition, removal from the list, leaving,
    /// restoration after an unjust removal, the way back of who was transferred out, application for re-admission. Whoever leaves the Party is taken off the list of their
    /// cell, and card and flags end with it. Expulsion, death, and restoration after an expulsion are recorded by their procedures (<c>recordDisciplinaryMeasure</c>, <c>recordDeath</c>,
    /// <c>settleDisciplineComplaint</c>), and here only with <c>asCorrection</c>.
    /// </summary>
    [Requires(MembersPermissions.ChangeStatus)]
    [Error<MemberIsOutOfYourReach>]
    [Error<MemberIsTakenInElsewhere>]
    [Error<MemberIsOnTheWayToAnotherProvince>]
    [Error<NobodyActsOnTheirOwnCase>]
    [Error<StatusMayNotFollow>]
    [Error<FactIsRecordedByItsProcedure>]
    [Error<CorrectingFactsTakesAnotherPermission>]
    [Error<CorrectingFactsTakesAReason>]
    [Error<ProbationaryMembersAreNotExpelled>]
    [Error<StatusChangeNeedsDecision>]
    [Error<DateLiesInTheFuture>]
    [Error<EffectiveDateIsBeforeEarlierFact>]
    [Error<MemberMustBeOldEnoughAtAdmission>]
    [Error<CeremonyIsBeforeAdmissionDecision>]
    [Error<OfficialDateIsNotAfterCeremony>]
    [Error<OfficialDateDoesNotEndProbation>]
    [Error<RecognitionIsBeforeEndOfProbation>]
    [Error<RecognitionLacksSomething>]
    [Error<RestorationGivesBackThePreviousStatus>]
    [Error<WhoComesBackStandsAsBefore>]
    [Error<ReadmissionIsAllowedOnlyOnce>]
    [Error<ReadmissionIsTooEarly>]
    [Error<MembersBelongToCellsOnly>]
    [Error<CellIsNotActive>]
    [Error<CellDidNotExistOn>]
    [Error<CellIsOutOfYourReach>]
    public static Task<Result<Member>> ChangeMemberStatusAsync(
        ChangeMemberStatusInput input, MemberStatusChange change, CancellationToken cancellationToken) =>
        change.RunDirectlyAsync(input, cancellationToken);
}
