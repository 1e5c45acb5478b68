using Modular.Kernel.Policies;
using Modular.Kernel.Results;
using Modular.ResidenceLiaison.Contracts;

namespace Modular.ResidenceLiaison.Comments;

/// <summary>The steps of comments at the workplace, received and told, and the way back of a request that the residence cannot answer.</summary>
internal sealed class CommentDelivery(CommentSteps steps, IPolicies policies)
{
    public Task<Result<List<CommentRequest>>> ReceiveAsync(ReceiveResidenceCommentsInput input, CancellationToken cancellationToken) => steps.RunOnEachAsync(
        new CommentStep(input.Requests, ResidenceLiaisonPermissions.RequestComments, request => request.OwnCellId, [CommentState.Sent], CommentState.Received, input.On),
        (one, day) => one.Comment!.Receive(day),
        reason: null,
        cancellationToken);

    public Task<Result<List<CommentRequest>>> TellAsync(TellResidenceCommentsInput input, CancellationToken cancellationToken) => steps.RunAsync(
        new CommentStep(input.Requests, ResidenceLiaisonPermissions.RequestComments, request => request.OwnCellId, [CommentState.Received], CommentState.Told, input.On),
        async (_, opened, day, ct) =>
        {
            var policy = await policies.InForceOnAsync<CommentPolicy>(day, ct);
            opened.ForEach(one => one.Comment!.Tell(day, day.AddDays(policy.StatementDays)));
        },
        reason: null,
        cancellationToken);

    public Task<Result<List<CommentRequest>>> ReturnAsync(ReturnResidenceCommentRequestsInput input, CancellationToken cancellationToken)
    {
        List<Problem> problems = [.. Wording.CheckLength(input.Note, Wording.ShortText, "input.note")];
        return problems.Count > 0
            ? Task.FromResult<Result<List<CommentRequest>>>(problems)
            : steps.RunOnEachAsync(
                new CommentStep(
                    input.Requests, ResidenceLiaisonPermissions.WriteComments, request => request.CellId, [CommentState.Requested, CommentState.Drafted], CommentState.Returned,
                    On: null),
                (one, day) => one.Request.Return(ClosingOf(input.Reason), day, Wording.Clean(input.Note)),
                Wording.Clean(input.Note),
                cancellationToken);
    }

    private static CommentClosing ClosingOf(CommentReturnReason reason) => reason switch
    {
        CommentReturnReason.NeverReceived => CommentClosing.NeverReceived,
        CommentReturnReason.NotLivingThere => CommentClosing.NotLivingThere,
        _ => CommentClosing.NotInContact,
    };
}
