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
internal sealed record EndPostInput : EndOfPostInput
{
    /// <summary>The post.</summary>
    [ID("CommitteePost")]
    public required Guid Id { get; init; }
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
internal sealed class PostEnding(EndOfPosts posts, IWrite<OrganizationsDbContext> write, InspectionPostsEnd inspection)
{
    public Task<Result<CommitteePost>> RunAsync(EndPostInput input, CancellationToken cancellationToken) =>
        posts.RunAsync<CommitteePost>(input.Id, input, (db, post, cancellation) => EndedAsync(db, input, post, cancellation), cancellationToken);

    private async Task EndedAsync(OrganizationsDbContext db, EndPostInput input, CommitteePost post, CancellationToken cancellationToken)
    {
        write.Raise(new CommitteePostEnded(post.Id, post.OrganizationId, post.MemberId, post.Post, input.EffectiveOn));
        // The chair of the inspection committee is one of the committee: whoever leaves it, and not only a post in it, leaves the chair.
        if (input.Reason != PostEndReason.OtherPost)
            await inspection.OfChairAsync(db, post.OrganizationId, post.MemberId, input.EffectiveOn, input.Reason, cancellationToken);
    }
}
