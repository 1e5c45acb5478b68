using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Results;
using Modular.Organizations.Contracts;
using Modular.ResidenceLiaison.Contracts;
using Modular.ResidenceLiaison.Data;
using Modular.ResidenceLiaison.Introductions;

namespace Modular.ResidenceLiaison.Followers;

/// <summary>Gives members to somebody of the committee to follow (RES-12).</summary>
internal sealed class FollowerAssigning(IWrite<LiaisonDbContext> write, OpenedIntroductions introductions, ICommitteePosts posts)
{
    public Task<Result<List<Introduction>>> RunAsync(AssignResidenceFollowerInput input, CancellationToken cancellationToken) =>
        write.RunAsync((db, ct) => AssignAsync(db, input, ct), cancellationToken);

    private async Task<Result<List<Introduction>>> AssignAsync(LiaisonDbContext db, AssignResidenceFollowerInput input, CancellationToken cancellationToken)
    {
        var opened = await introductions.OpenAsync(
            db, input.Introductions, ResidenceLiaisonPermissions.AssignFollowers, introduction => introduction.WorkplaceId, cancellationToken);
        if (!opened.Succeeded)
            return opened.Problems.ToList();
        IReadOnlySet<Guid> committees = input.FollowerId is { } follower
            ? await posts.FindOrganizationsAsync(follower, db.Today, cancellationToken)
            : new HashSet<Guid>();
        var problems = opened.Value.Select(one => Against(one, input.FollowerId, committees)).OfType<Problem>().ToList();
        if (problems.Count > 0)
            return problems;
        foreach (var one in opened.Value)
            one.Introduction.BeFollowedBy(input.FollowerId, db.Today);
        return opened.Value.Select(one => one.Introduction).ToList();
    }

    private static Problem? Against(OpenedIntroduction one, Guid? followerId, IReadOnlySet<Guid> committees)
    {
        var introduction = one.Introduction;
        if (introduction.State != IntroductionState.ToIntroduce && !introduction.State.IsIntroduced())
            return new IntroductionStepDoesNotFollow(introduction.State, IntroductionState.ToIntroduce) { Field = one.Field };
        if (followerId is null)
            return null;
        if (followerId == introduction.MemberId)
            return new NobodyFollowsThemselves { Field = "input.followerId" };
        return committees.Contains(introduction.WorkplaceId) || committees.Contains(introduction.CellId)
            ? null
            : new FollowerIsNotInTheCommittee { Field = "input.followerId" };
    }
}
