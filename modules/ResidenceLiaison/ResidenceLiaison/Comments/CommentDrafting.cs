using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Policies;
using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Results;
using Modular.ResidenceLiaison.Contracts;
using Modular.ResidenceLiaison.Data;

namespace Modular.ResidenceLiaison.Comments;

/// <summary>
/// Writes comments, all of a cell in one go. What was not sent is corrected in place, and its signatures hold no longer; what was sent stays, and another version begins.
/// </summary>
internal sealed class CommentDrafting(IWrite<LiaisonDbContext> write, OpenedComments comments, IPolicies policies)
{
    private const string Path = "input.comments";

    public Task<Result<List<CommentRequest>>> RunAsync(DraftResidenceCommentsInput input, CancellationToken cancellationToken)
    {
        var problems = new List<Problem>();
        for (var index = 0; index < input.Comments.Count; index++)
        {
            problems.AddRange(Wording.CheckRequired(input.Comments[index].Strengths, Wording.LongText, $"{Path}.{index}.strengths"));
            problems.AddRange(Wording.CheckLength(input.Comments[index].Shortcomings, Wording.LongText, $"{Path}.{index}.shortcomings"));
        }

        return problems.Count > 0
            ? Task.FromResult<Result<List<CommentRequest>>>(problems)
            : write.RunAsync((db, ct) => DraftAsync(db, input, ct), cancellationToken);
    }

    private async Task<Result<List<CommentRequest>>> DraftAsync(LiaisonDbContext db, DraftResidenceCommentsInput input, CancellationToken cancellationToken)
    {
        var opened = await comments.OpenAsync(db, input.Comments, Path, ResidenceLiaisonPermissions.WriteComments, request => request.CellId, cancellationToken);
        if (!opened.Succeeded)
            return opened.Problems.ToList();
        var problems = new List<Problem>();
        var forms = new Dictionary<DateOnly, CommentPolicy>();
        for (var index = 0; index < opened.Value.Count; index++)
        {
            var one = opened.Value[index];
            if (!forms.TryGetValue(one.Request.RequestedOn, out var form))
                forms[one.Request.RequestedOn] = form = await policies.InForceOnAsync<CommentPolicy>(one.Request.RequestedOn, cancellationToken);
            if (one.Request.ClosedOn is not null)
                problems.Add(new CommentStepDoesNotFollow(one.Request.State, CommentState.Drafted) { Field = one.Field });
            problems.AddRange(CommentForm.Check(form, input.Comments[index], one.Field));
        }

        if (problems.Count > 0)
            return problems;
        var introductions = opened.Value.Select(one => one.Request.IntroductionId).ToArray();
        var names = await db.Introductions.AsNoTracking().IgnoreQueryFilters([ModuleDbContext.ScopeFilter])
            .Where(row => introductions.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.FullName, cancellationToken);
        for (var index = 0; index < opened.Value.Count; index++)
        {
            var one = opened.Value[index];
            Write(db, one, Read(forms[one.Request.RequestedOn], input.Comments[index], names.GetValueOrDefault(one.Request.IntroductionId)));
        }

        return opened.Value.Select(one => one.Request).ToList();
    }

    private static void Write(LiaisonDbContext db, OpenedComment one, CommentText text)
    {
        var comment = one.Comment;
        if (comment is null || comment.State.IsSent())
        {
            comment = Comment.Begin(one.Request, (comment?.Revision ?? 0) + 1);
            db.Comments.Add(comment);
        }

        comment.Write(text, db.Today);
        one.Request.Advance(comment);
    }

    private static CommentText Read(CommentPolicy form, DraftedCommentInput input, string? memberName)
    {
        var strengths = Wording.Clean(input.Strengths)!;
        var shortcomings = Wording.Clean(input.Shortcomings);
        var marks = input.Marks.ToDictionary(mark => mark.Criterion, mark => mark.Level);
        return new CommentText(
            input.Level, form.Find(input.Level)!.Outcome, JsonSerializer.Serialize(marks), strengths, shortcomings, CommentForm.KeyOf($"{strengths} {shortcomings}", memberName));
    }
}
