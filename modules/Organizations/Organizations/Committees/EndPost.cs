using Microsoft.EntityFrameworkCore;
using Modular.GraphQL.CodeFirst;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Results;
using Modular.Organizations.Contracts;
using Modular.Organizations.Data;
using Modular.Organizations.Decisions;
using Modular.Organizations.Inspection;

namespace Modular.Organizations.Committees;

/// <summary>A post that ends.</summary>
internal sealed record EndPostInput
{
    /// <summary>The post.</summary>
    [ID("CommitteePost")]
    public required Guid Id { get; init; }

    /// <summary>The version that the caller read.</summary>
    public required int ExpectedVersion { get; init; }

    /// <summary>The first day without the post, not after today: the date in the retirement notice, the day on which the decision takes effect (ORG-13).</summary>
    public required DateOnly EffectiveOn { get; init; }

    /// <summary>Why it ends.</summary>
    public required PostEndReason Reason { get; init; }

    /// <summary>What is to be remembered about it.</summary>
    public string? Remark { get; init; }
}

[MutationType]
internal static class EndPost
{
    /// <summary>Ends a post in a committee (thôi giữ chức vụ cấp ủy).</summary>
    [Requires(OrganizationsPermissions.ManageCommittees)]
    [Error<OrganizationIsOutOfYourReach>]
    [Error<EffectiveDateIsInTheFuture>]
    [Error<EndIsNotAfterBeginning>]
    [Error<PostHasEnded>]
    public static Task<Result<CommitteePost>> EndPostAsync(
        EndPostInput input, PostEnding ending, CancellationToken cancellationToken) =>
        ending.RunAsync(input, cancellationToken);
}

/// <summary>Ends a post in a committee.</summary>
internal sealed class PostEnding(IWrite<OrganizationsDbContext> write, ActChecks checks, InspectionPostsEnd inspection)
{
    private const int RemarkLength = 500;

    public Task<Result<CommitteePost>> RunAsync(EndPostInput input, CancellationToken cancellationToken)
    {
        var remark = InputText.Optional(input.Remark, "input.remark", RemarkLength);
        return remark.Succeeded
            ? write.Because(remark.Value).RunAsync((db, cancellation) => EndAsync(db, input, remark.Value, cancellation), cancellationToken)
            : Task.FromResult<Result<CommitteePost>>(remark.Problems.ToList());
    }

    private async Task<Result<CommitteePost>> EndAsync(
        OrganizationsDbContext db, EndPostInput input, string? remark, CancellationToken cancellationToken)
    {
        var post = await db.Posts.SingleOrDefaultAsync(row => row.Id == input.Id, cancellationToken);
        if (post is null)
            return new NotFound("CommitteePost") { Field = "input.id" };
        var found = await checks.FindAsync(
            db, post.OrganizationId, OrganizationsPermissions.ManageCommittees, "input.id", cancellationToken);
        if (!found.Succeeded)
            return found.Problems.ToList();
        db.Expect(post, input.ExpectedVersion);
        if (!post.Valid.UpperBoundInfinite)
            return new PostHasEnded(post.Valid.UpperBound) { Field = "input.id" };
        List<Problem> problems = [.. checks.Dates(input.EffectiveOn, null)];
        if (input.EffectiveOn <= post.Valid.LowerBound)
            problems.Add(new EndIsNotAfterBeginning(post.Valid.LowerBound, input.EffectiveOn) { Field = "input.effectiveOn" });
        if (problems.Count > 0)
            return problems;

        post.End(input.EffectiveOn, input.Reason, remark);
        write.Raise(new CommitteePostEnded(post.Id, post.OrganizationId, post.MemberId, post.Post, input.EffectiveOn));
        // The chair of the inspection committee is one of the committee: whoever leaves it, and not only a post in it, leaves the chair.
        if (input.Reason != PostEndReason.OtherPost)
            await inspection.OfChairAsync(db, post.OrganizationId, post.MemberId, input.EffectiveOn, input.Reason, cancellationToken);
        return post;
    }
}
