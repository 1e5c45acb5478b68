using Modular.GraphQL.CodeFirst;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Results;
using Modular.Members.Cards;
using Modular.Members.Cells;
using Modular.Members.Contracts;
using Modular.Members.Memberships;
using Modular.Members.People;
using Modular.Members.Residences;

namespace Modular.Members.Registration;

[MutationType]
internal static class RegisterMember
{
    /// <summary>
    /// Enters a person in the register: a member with the dates of their membership, an applicant, or a sympathizer. All problems
    /// are told at once. Who is in the register already is not entered a second time.
    /// </summary>
    [Requires(MembersPermissions.Register)]
    [Error<CitizenIdIsTaken>]
    [Error<MemberMayBeRegisteredAlready>]
    [Error<NobodyIsRegisteredAsFormerMember>]
    [Error<MembersBelongToCellsOnly>]
    [Error<CellIsNotActive>]
    [Error<CellDidNotExistOn>]
    [Error<CellIsOutOfYourReach>]
    [Error<NameMustConsistOfLetters>]
    [Error<BirthDateIsTooEarly>]
    [Error<CitizenIdMustHaveTwelveDigits>]
    [Error<DateLiesInTheFuture>]
    [Error<OnlyMembersHaveMembershipDates>]
    [Error<ProbationaryMemberNeedsCeremonyDate>]
    [Error<ProbationaryMemberHasNoOfficialDate>]
    [Error<OfficialMemberNeedsOfficialDate>]
    [Error<PartyAgeIsConfirmedWithReasonOnly>]
    [Error<MemberMustBeOldEnoughAtAdmission>]
    [Error<CeremonyIsBeforeAdmissionDecision>]
    [Error<OfficialDateIsNotAfterCeremony>]
    [Error<OfficialDateDoesNotEndProbation>]
    [Error<RecognitionIsBeforeEndOfProbation>]
    [Error<OnlyOfficialMembersReceiveCards>]
    [Error<OnlyMembersBearCvNumbers>]
    [Error<CardNumberMustHaveEightDigits>]
    [Error<CardNumberIsTaken>]
    [Error<CardIsIssuedBeforeOfficialDate>]
    [Error<CvNumberMustBeSixDigitsAndLetters>]
    [Error<CvNumberIsTaken>]
    [Error<CommuneCodeMustHaveFiveDigits>]
    [Error<ResidenceOfThisKindIsGivenTwice>]
    public static Task<Result<Member>> RegisterMemberAsync(
        RegisterMemberInput input, MemberRegistration registration, CancellationToken cancellationToken) =>
        registration.RunAsync(input, cancellationToken);
}
