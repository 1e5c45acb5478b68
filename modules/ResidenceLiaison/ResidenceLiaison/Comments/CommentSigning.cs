using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Policies;
using Modular.Kernel.Results;
using Modular.ResidenceLiaison.Contracts;
using Modular.ResidenceLiaison.Data;

namespace Modular.ResidenceLiaison.Comments;

/// <summary>The steps of comments at the residence: agreed on and signed, certified, sent, or sent back.</summary>
internal sealed class CommentSigning(CommentSteps steps, IPolicies policies)
{
    public Task<Result<List<CommentRequest>>> SignAsync(SignResidenceCommentsInput input, CancellationToken cancellationToken)
    {
        List<Problem> problems =
        [
            .. Wording.CheckRequired(input.FrontRepresentative, Wording.ShortText, "input.frontRepresentative"),
            .. Wording.CheckRequired(input.SignedBy, Wording.ShortText, "input.signedBy"),
        ];
        if (input.ReviewedOn > (input.On ?? steps.Today))
            problems.Add(new StepIsBeforeEarlierStep(input.On ?? steps.Today, input.ReviewedOn) { Field = "input.reviewedOn" });
        if (problems.Count > 0)
            return Task.FromResult<Result<List<CommentRequest>>>(problems);
        var step = new CommentStep(
            input.Requests, ResidenceLiaisonPermissions.WriteComments, request => request.CellId, [CommentState.Drafted], CommentState.Signed, input.On);
        var review = new JointReview(input.ReviewedOn, Wording.Clean(input.FrontRepresentative)!);
        var signedBy = Wording.Clean(input.SignedBy)!;
        return steps.RunAsync(
            step,
            async (db, opened, day, ct) =>
            {
                var years = await YearAtResidence.FindAsync(db, [.. opened.Select(one => one.Request)], ct);
                foreach (var one in opened)
                    one.Comment!.Sign(review, day, signedBy, years[one.Request.Id]);
            },
            reason: null,
            cancellationToken);
    }

    public Task<Result<List<CommentRequest>>> CertifyAsync(CertifyResidenceCommentsInput input, CancellationToken cancellationToken)
    {
        List<Problem> problems = [.. Wording.CheckRequired(input.CertifiedBy, Wording.ShortText, "input.certifiedBy")];
        var certifiedBy = Wording.Clean(input.CertifiedBy);
        return problems.Count > 0
            ? Task.FromResult<Result<List<CommentRequest>>>(problems)
            : steps.RunOnEachAsync(
                new CommentStep(
                    input.Requests, ResidenceLiaisonPermissions.CertifyComments, request => request.ReceiverId, [CommentState.Signed], CommentState.Certified, input.On),
                (one, day) => one.Comment!.Certify(day, certifiedBy!),
                reason: null,
                cancellationToken);
    }

    public Task<Result<List<CommentRequest>>> SendBackAsync(SendBackResidenceCommentsInput input, CancellationToken cancellationToken)
    {
        List<Problem> problems = [.. Wording.CheckRequired(input.Reason, Wording.ShortText, "input.reason")];
        return problems.Count > 0
            ? Task.FromResult<Result<List<CommentRequest>>>(problems)
            : steps.RunOnEachAsync(
                new CommentStep(
                    input.Requests, ResidenceLiaisonPermissions.CertifyComments, request => request.ReceiverId, [CommentState.Signed, CommentState.Certified], CommentState.Drafted,
                    On: null),
                (one, _) => one.Comment!.SendBack(),
                Wording.Clean(input.Reason),
                cancellationToken);
    }

    public async Task<Result<List<CommentRequest>>> SendAsync(SendResidenceCommentsInput input, CancellationToken cancellationToken)
    {
        var policy = await policies.InForceOnAsync<CommentPolicy>(input.On ?? steps.Today, cancellationToken);
        CommentState[] from = policy.CommuneCertifies ? [CommentState.Certified] : [CommentState.Signed, CommentState.Certified];
        return await steps.RunAsync(
            new CommentStep(input.Requests, ResidenceLiaisonPermissions.CertifyComments, request => request.ReceiverId, from, CommentState.Sent, input.On),
            async (db, opened, day, ct) =>
            {
                await ReplaceAsync(db, opened, day, ct);
                foreach (var one in opened)
                    one.Comment!.Send(day, one.Request.OwnCellId);
            },
            reason: null,
            cancellationToken);
    }

    private static async Task ReplaceAsync(LiaisonDbContext db, List<OpenedComment> opened, DateOnly on, CancellationToken cancellationToken)
    {
        foreach (var one in opened.Where(one => one.Comment!.Revision > 1))
        {
            var (requestId, earlier) = (one.Request.Id, one.Comment!.Revision - 1);
            (await db.Comments.SingleOrDefaultAsync(row => row.RequestId == requestId && row.Revision == earlier, cancellationToken))?.BeReplaced(on);
        }
    }
}
