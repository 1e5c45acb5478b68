using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Results;
using Modular.ResidenceLiaison.Contracts;
using Modular.ResidenceLiaison.Data;

namespace Modular.ResidenceLiaison.Comments;

/// <summary>What members say about comments on themselves, and what the cell answers (RES-10).</summary>
internal sealed class CommentStatements(IWrite<LiaisonDbContext> write, Reaches reaches)
{
    public Task<Result<Comment>> StateAsync(StateOnResidenceCommentInput input, CancellationToken cancellationToken)
    {
        List<Problem> problems = [.. Wording.CheckRequired(input.Statement, Wording.LongText, "input.statement")];
        return problems.Count > 0
            ? Task.FromResult<Result<Comment>>(problems)
            : write.AlsoAboutOneself().RunAsync((db, ct) => StateAsync(db, input, ct), cancellationToken);
    }

    public Task<Result<Comment>> AnswerAsync(AnswerResidenceCommentStatementInput input, CancellationToken cancellationToken)
    {
        List<Problem> problems = [.. Wording.CheckRequired(input.Answer, Wording.LongText, "input.answer")];
        return problems.Count > 0
            ? Task.FromResult<Result<Comment>>(problems)
            : write.RunAsync((db, ct) => AnswerAsync(db, input, ct), cancellationToken);
    }

    private static async Task<Result<Comment>> StateAsync(LiaisonDbContext db, StateOnResidenceCommentInput input, CancellationToken cancellationToken)
    {
        var comment = await db.Comments.SingleOrDefaultAsync(row => row.Id == input.Id, cancellationToken);
        if (comment is null || comment.ToldMemberId is null || comment.ToldMemberId != db.Access.MemberId)
            return new NotFound("ResidenceComment") { Field = "input.id" };
        if (comment.Version != input.ExpectedVersion)
            return new StaleVersion(input.ExpectedVersion, comment.Version) { Field = "input.expectedVersion" };
        if (db.Today > comment.StateBy || comment.AnsweredOn is not null)
            return new StatementPeriodIsOver(comment.StateBy!.Value) { Field = "input.id" };
        comment.Object(Wording.Clean(input.Statement)!, db.Today);
        return comment;
    }

    private async Task<Result<Comment>> AnswerAsync(LiaisonDbContext db, AnswerResidenceCommentStatementInput input, CancellationToken cancellationToken)
    {
        var comment = await db.Comments.SingleOrDefaultAsync(row => row.Id == input.Id, cancellationToken);
        if (comment is null)
            return new NotFound("ResidenceComment") { Field = "input.id" };
        if (comment.MemberId == db.Access.MemberId)
            return new NobodyActsOnTheirOwnCase { Field = "input.id" };
        if (!await reaches.CoversAsync(db, ResidenceLiaisonPermissions.WriteComments, comment.CellId, cancellationToken))
            return new CommentIsOutOfYourReach { Field = "input.id" };
        if (comment.Version != input.ExpectedVersion)
            return new StaleVersion(input.ExpectedVersion, comment.Version) { Field = "input.expectedVersion" };
        if (comment.Statement is null || comment.AnsweredOn is not null)
            return new NoStatementWaitsForAnAnswer { Field = "input.id" };
        comment.Reply(Wording.Clean(input.Answer)!, db.Today);
        return comment;
    }
}
