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
    /// Records that a person's status changed: application, admission (ceremony), recognition, expulsion, removal from the list, leaving, death,
    /// restoration after an unjust removal, the way back of who was transferred out, application for re-admission. Whoever leaves the Party or dies is taken off the list of their
    /// cell, and card and flags end with it.
    /// </summary>
    [Requires(MembersPermissions.ChangeStatus)]
    [Error<MemberIsOutOfYourReach>]
    [Error<MemberIsTakenInElsewhere>]
    [Error<MemberIsOnTheWayToAnotherProvince>]
    [Error<NobodyActsOnTheirOwnCase>]
    [Error<StatusMayNotFollow>]
    [Error<ProbationaryMembersAreNotExpelled>]
    [Error<StatusChangeNeedsDecision>]
    [Error<DateLiesInTheFuture>]
    [Error<EffectiveDateIsBeforeEarlierFact>]
    [Error<MemberMustBeOldEnoughAtAdmission>]
    [Error<CeremonyIsBeforeAdmissionDecision>]
    [Error<OfficialDateIsNotAfterCeremony>]
    [Error<OfficialDateDoesNotEndProbation>]
    [Error<RecognitionIsBeforeEndOfProbation>]
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
        change.RunAsync(input, cancellationToken);
}
