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
internal sealed record EndInspectionPostInput : EndOfPostInput
{
    /// <summary>The post.</summary>
    [ID("InspectionPost")]
    public required Guid Id { get; init; }
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
internal sealed class InspectionPostEnding(EndOfPosts posts, IWrite<OrganizationsDbContext> write)
{
    public Task<Result<InspectionPost>> RunAsync(EndInspectionPostInput input, CancellationToken cancellationToken) => posts.RunAsync<InspectionPost>(
        input.Id,
        input,
        (_, post, _) =>
        {
            write.Raise(new InspectionPostEnded(post.Id, post.OrganizationId, post.MemberId, post.Post, input.EffectiveOn));
            return Task.CompletedTask;
        },
        cancellationToken);
}
