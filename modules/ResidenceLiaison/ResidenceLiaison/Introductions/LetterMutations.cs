using Modular.GraphQL.CodeFirst;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Results;
using Modular.ResidenceLiaison.Contracts;
using Modular.ResidenceLiaison.Followers;

namespace Modular.ResidenceLiaison.Introductions;

[MutationType]
internal static class LetterMutations
{
    /// <summary>
    /// Issues introduction letters (giấy giới thiệu, mẫu 1-213) for members who live in one commune, numbered in the register of the workplace and the year. The letter says what the register says on
    /// that day; the commune committee sees it from then on.
    /// </summary>
    [Requires(ResidenceLiaisonPermissions.IssueLetters)]
    [Error<IntroductionIsOutOfYourReach>]
    [Error<IntroductionStepDoesNotFollow>]
    [Error<MemberIsNotToBeIntroduced>]
    [Error<ResidenceOfMemberIsNotKnown>]
    [Error<ReceiverIsNoGrassrootsOrganization>]
    [Error<LiaisonStepIsStillToCome>]
    public static Task<Result<List<Introduction>>> IssueResidenceLettersAsync(
        IssueResidenceLettersInput input, LetterIssuing issuing, CancellationToken cancellationToken) => issuing.RunAsync(input, cancellationToken);

    /// <summary>Records that the commune committee received letters (RES-03).</summary>
    [Requires(ResidenceLiaisonPermissions.ReceiveLetters)]
    [Error<IntroductionIsOutOfYourReach>]
    [Error<IntroductionStepDoesNotFollow>]
    [Error<LiaisonStepIsStillToCome>]
    [Error<StepIsBeforeEarlierStep>]
    public static Task<Result<List<Introduction>>> ReceiveResidenceLettersAsync(
        ReceiveResidenceLettersInput input, LetterSteps steps, CancellationToken cancellationToken) => steps.ReceiveAsync(input, cancellationToken);

    /// <summary>Assigns members to a residential cell of the commune committee that received their letters (RES-03).</summary>
    [Requires(ResidenceLiaisonPermissions.ReceiveLetters)]
    [Error<IntroductionIsOutOfYourReach>]
    [Error<IntroductionStepDoesNotFollow>]
    [Error<CellDoesNotBelongToTheReceiver>]
    [Error<LiaisonStepIsStillToCome>]
    [Error<StepIsBeforeEarlierStep>]
    public static Task<Result<List<Introduction>>> AssignResidenceCellAsync(
        AssignResidenceCellInput input, LetterSteps steps, CancellationToken cancellationToken) => steps.AssignAsync(input, cancellationToken);

    /// <summary>Records that the residential cell has listed and informed members (RES-03).</summary>
    [Requires(ResidenceLiaisonPermissions.InformMembers)]
    [Error<IntroductionIsOutOfYourReach>]
    [Error<IntroductionStepDoesNotFollow>]
    [Error<LiaisonStepIsStillToCome>]
    [Error<StepIsBeforeEarlierStep>]
    public static Task<Result<List<Introduction>>> InformResidenceMembersAsync(
        InformResidenceMembersInput input, LetterSteps steps, CancellationToken cancellationToken) => steps.InformAsync(input, cancellationToken);

    /// <summary>
    /// Sends letters back to the workplace, by the commune committee before it has assigned the members, or by the cell after it. The workplace has another introduction to issue for each of them.
    /// </summary>
    [Requires(ResidenceLiaisonPermissions.InformMembers)]
    [Error<IntroductionIsOutOfYourReach>]
    [Error<IntroductionStepDoesNotFollow>]
    [Error<LiaisonStepIsStillToCome>]
    [Error<StepIsBeforeEarlierStep>]
    public static Task<Result<List<Introduction>>> ReturnResidenceLettersAsync(
        ReturnResidenceLettersInput input, LetterReturning returning, CancellationToken cancellationToken) => returning.RunAsync(input, cancellationToken);

    /// <summary>
    /// Says in which category members are, where it does not follow from the facts (Guidance 33-HD/BTCTW). A member who was introduced already is introduced anew (RES-02).
    /// </summary>
    [Requires(ResidenceLiaisonPermissions.KeepList)]
    [Error<IntroductionIsOutOfYourReach>]
    [Error<IntroductionStepDoesNotFollow>]
    public static Task<Result<List<Introduction>>> SetResidenceCategoryAsync(
        SetResidenceCategoryInput input, CategorySetting setting, CancellationToken cancellationToken) => setting.RunAsync(input, cancellationToken);

    /// <summary>Gives members to somebody of the workplace's committee to follow at their residence (RES-12).</summary>
    [Requires(ResidenceLiaisonPermissions.AssignFollowers)]
    [Error<IntroductionIsOutOfYourReach>]
    [Error<IntroductionStepDoesNotFollow>]
    [Error<FollowerIsNotInTheCommittee>]
    [Error<NobodyFollowsThemselves>]
    public static Task<Result<List<Introduction>>> AssignResidenceFollowerAsync(
        AssignResidenceFollowerInput input, FollowerAssigning assigning, CancellationToken cancellationToken) => assigning.RunAsync(input, cancellationToken);
}
