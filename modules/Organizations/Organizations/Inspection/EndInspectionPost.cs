using Microsoft.EntityFrameworkCore;
using Modular.GraphQL.CodeFirst;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Results;
using Modular.Organizations.Committees;
using Modular.Organizations.Contracts;
using Modular.Organizations.Data;
using Modular.Organizations.Decisions;

namespace Modular.Organizations.Inspection;

/// <summary>A post in an inspection committee that ends.</summary>
internal sealed record EndInspectionPostInput
{
    /// <summary>The post.</summary>
    [ID("InspectionPost")]
    public required Guid Id { get; init; }

    /// <summary>The version that the caller read.</summary>
    public required int ExpectedVersion { get; init; }

    /// <summary>The first day without the post, not after today.</summary>
    public required DateOnly EffectiveOn { get; init; }

    /// <summary>Why it ends.</summary>
    public required PostEndReason Reason { get; init; }

    /// <summary>What is to be remembered about it.</summary>
    public string? Remark { get; init; }
}

[MutationType]
internal static class EndInspectionPost
{
    /// <summary>Ends a post in an inspection committee (thôi tham gia ủy ban kiểm tra).</summary>
    [Requires(OrganizationsPermissions.ManageCommittees)]
    [Error<OrganizationIsOutOfYourReach>]
    [Error<EffectiveDateIsInTheFuture>]
    [Error<EndIsNotAfterBeginning>]
    [Error<PostHasEnded>]
    public static Task<Result<InspectionPost>> EndInspectionPostAsync(
        EndInspectionPostInput input, InspectionPostEnding ending, CancellationToken cancellationToken) => ending.RunAsync(input, cancellationToken);
}

/// <summary>Ends a post in an inspection committee.</summary>
internal sealed class InspectionPostEnding(IWrite<OrganizationsDbContext> write, ActChecks checks)
{
    private const int RemarkLength = 500;

    public Task<Result<InspectionPost>> RunAsync(EndInspectionPostInput input, CancellationToken cancellationToken)
    {
        var remark = InputText.Optional(input.Remark, "input.remark", RemarkLength);
        return remark.Succeeded
            ? write.Because(remark.Value).RunAsync((db, cancellation) => EndAsync(db, input, remark.Value, cancellation), cancellationToken)
            : Task.FromResult<Result<InspectionPost>>(remark.Problems.ToList());
    }

    private async Task<Result<InspectionPost>> EndAsync(
        OrganizationsDbContext db, EndInspectionPostInput input, string? remark, CancellationToken cancellationToken)
    {
        var post = await db.InspectionPosts.SingleOrDefaultAsync(row => row.Id == input.Id, cancellationToken);
        if (post is null)
            return new NotFound("InspectionPost") { Field = "input.id" };
        var found = await checks.FindAsync(db, post.OrganizationId, OrganizationsPermissions.ManageCommittees, "input.id", cancellationToken);
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
        write.Raise(new InspectionPostEnded(post.Id, post.OrganizationId, post.MemberId, post.Post, input.EffectiveOn));
        return post;
    }
}
