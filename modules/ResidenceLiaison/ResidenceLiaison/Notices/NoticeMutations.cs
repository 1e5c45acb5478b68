using Modular.GraphQL.CodeFirst;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Results;
using Modular.ResidenceLiaison.Contracts;

namespace Modular.ResidenceLiaison.Notices;

[MutationType]
internal static class NoticeMutations
{
    /// <summary>
    /// Writes to the other committee: the workplace of a post, missions or a special task (RES-07), the residence of a breach, praise, a proposal to praise or to handle (RES-08, RES-14), both of
    /// anything else. What is recorded in the register is told by itself.
    /// </summary>
    [Requires(ResidenceLiaisonPermissions.ExchangeNotices)]
    [Error<NoticeIsOutOfYourReach>]
    [Error<NoticeOfTheKindIsToldByItself>]
    [Error<NoticeSaysItsDirection>]
    [Error<NobodyKeepsContactByThisIntroduction>]
    [Error<LiaisonStepIsStillToCome>]
    public static Task<Result<List<Notice>>> SendResidenceNoticesAsync(
        SendResidenceNoticesInput input, NoticeWriting writing, CancellationToken cancellationToken) => writing.RunAsync(input, cancellationToken);

    /// <summary>Records at the committee for which notices are that they were read.</summary>
    [Requires(ResidenceLiaisonPermissions.ExchangeNotices)]
    [Error<NoticeIsOutOfYourReach>]
    [Error<NoticeStepDoesNotFollow>]
    public static Task<Result<List<Notice>>> ReadResidenceNoticesAsync(
        ReadResidenceNoticesInput input, NoticeSteps steps, CancellationToken cancellationToken) => steps.ReadAsync(input, cancellationToken);

    /// <summary>Records that the committee for which notices are takes note of them.</summary>
    [Requires(ResidenceLiaisonPermissions.ExchangeNotices)]
    [Error<NoticeIsOutOfYourReach>]
    [Error<NoticeStepDoesNotFollow>]
    public static Task<Result<List<Notice>>> AcknowledgeResidenceNoticesAsync(
        AcknowledgeResidenceNoticesInput input, NoticeSteps steps, CancellationToken cancellationToken) => steps.AcknowledgeAsync(input, cancellationToken);

    /// <summary>Answers proposals of the residence to praise or to handle members, with what the workplace did (RES-14); it has thereby taken note of them.</summary>
    [Requires(ResidenceLiaisonPermissions.ExchangeNotices)]
    [Error<NoticeIsOutOfYourReach>]
    [Error<NoticeStepDoesNotFollow>]
    [Error<OnlyProposalsAreAnswered>]
    public static Task<Result<List<Notice>>> AnswerResidenceProposalsAsync(
        AnswerResidenceProposalsInput input, NoticeSteps steps, CancellationToken cancellationToken) => steps.AnswerAsync(input, cancellationToken);
}
