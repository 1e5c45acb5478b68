using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Results;
using Modular.Organizations.Contracts;
using Modular.Organizations.Data;
using Modular.Organizations.Decisions;
using NpgsqlTypes;

namespace Modular.Organizations.Committees;

/// <summary>A post for a period, in a committee or in what it elects.</summary>
internal interface IHeldPost : IVersioned
{
    /// <summary>The post held.</summary>
    Guid Id { get; }

    /// <summary>The organization whose committee it is.</summary>
    Guid OrganizationId { get; }

    /// <summary>The days in the post.</summary>
    NpgsqlRange<DateOnly> Valid { get; }

    /// <summary>Takes the post away from a day on.</summary>
    void End(DateOnly end, PostEndReason reason, string? remark);
}

/// <summary>What is said of a post that ends.</summary>
internal abstract record EndOfPostInput
{
    /// <summary>The version that the caller read.</summary>
    public required int ExpectedVersion { get; init; }

    /// <summary>The first day without the post, not after today: the date in the retirement notice, the day on which the decision takes effect (ORG-13).</summary>
    public required DateOnly EffectiveOn { get; init; }

    /// <summary>Why it ends.</summary>
    public required PostEndReason Reason { get; init; }

    /// <summary>What is to be remembered about it.</summary>
    public string? Remark { get; init; }
}

/// <summary>Ends posts of committees and of inspection committees.</summary>
internal sealed class EndOfPosts(IWrite<OrganizationsDbContext> write, ActChecks checks)
{
    private const int RemarkLength = 500;

    /// <summary>Ends a post.</summary>
    /// <param name="id">The post.</param>
    /// <param name="input">What is said of its end.</param>
    /// <param name="ended">What follows from it, in the same change.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public Task<Result<TPost>> RunAsync<TPost>(
        Guid id, EndOfPostInput input, Func<OrganizationsDbContext, TPost, CancellationToken, Task> ended, CancellationToken cancellationToken)
        where TPost : class, IHeldPost
    {
        var remark = InputText.Optional(input.Remark, "input.remark", RemarkLength);
        return remark.Succeeded
            ? write.Because(remark.Value).RunAsync((db, cancellation) => EndAsync(db, id, input with { Remark = remark.Value }, ended, cancellation), cancellationToken)
            : Task.FromResult<Result<TPost>>(remark.Problems.ToList());
    }

    private async Task<Result<TPost>> EndAsync<TPost>(
        OrganizationsDbContext db, Guid id, EndOfPostInput input, Func<OrganizationsDbContext, TPost, CancellationToken, Task> ended, CancellationToken cancellationToken)
        where TPost : class, IHeldPost
    {
        var post = await db.Set<TPost>().SingleOrDefaultAsync(row => row.Id == id, cancellationToken);
        if (post is null)
            return new NotFound(typeof(TPost).Name) { Field = "input.id" };
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

        post.End(input.EffectiveOn, input.Reason, input.Remark);
        await ended(db, post, cancellationToken);
        return post;
    }
}
