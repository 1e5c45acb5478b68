using Modular.GraphQL.CodeFirst;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Results;
using Modular.Members.Contracts;
using Modular.Members.Editing;
using Modular.Members.Memberships;
using Modular.Members.People;

namespace Modular.Members.Matching;

[MutationType]
internal static class MatchMutations
{
    /// <summary>
    /// Decides on open rows of a match run, up to 500 at once: those named, or those of a class. <c>TAKE_THEIRS</c> changes the records by the rules of <c>updateMember</c>. With
    /// <c>tryOut</c> it only tells what would come of it.
    /// </summary>
    [Requires(MembersPermissions.Match)]
    [Error<MatchRunIsClosed>]
    [Error<DecisionDoesNotFitTheRow>]
    [Error<MatchRowIsDecided>]
    [Error<CorrectionTakesAnotherPermission>]
    [Error<CorrectionNeedsReasonAndDocument>]
    [Error<NameMustConsistOfLetters>]
    [Error<BirthDateIsTooEarly>]
    [Error<CitizenIdMustHaveTwelveDigits>]
    [Error<CitizenIdIsTaken>]
    [Error<DateLiesInTheFuture>]
    [Error<MemberMustBeOldEnoughAtAdmission>]
    public static Task<Result<MatchDecisionOutcome>> DecideMatchRowsAsync(
        DecideMatchRowsInput input, MatchDeciding deciding, CancellationToken cancellationToken) => deciding.DecideAsync(input, cancellationToken);

    /// <summary>Says who is meant by a probable or ambiguous row. The row is then in the class <c>IDENTICAL</c> or <c>DIFFERING</c>, and stays open.</summary>
    [Requires(MembersPermissions.Match)]
    [Error<MatchRunIsClosed>]
    [Error<DecisionDoesNotFitTheRow>]
    [Error<MatchRowIsDecided>]
    [Error<MemberIsNoCandidate>]
    public static Task<Result<MatchConfirmation>> ConfirmMatchAsync(ConfirmMatchInput input, MatchDeciding deciding, CancellationToken cancellationToken) =>
        deciding.ConfirmAsync(input, cancellationToken);

    /// <summary>Ends the work on a match run: what its rows said of persons is taken out of the database; classes, decisions and figures stay.</summary>
    [Requires(MembersPermissions.Match)]
    [Error<MatchRunIsClosed>]
    public static Task<Result<MatchRun>> CloseMatchRunAsync(CloseMatchRunInput input, MatchClosing closing, CancellationToken cancellationToken) =>
        closing.RunAsync(input, cancellationToken);
}
