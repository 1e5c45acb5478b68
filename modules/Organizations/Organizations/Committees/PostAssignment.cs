using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Organizations;
using Modular.Kernel.Policies;
using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Results;
using Modular.Organizations.Contracts;
using Modular.Organizations.Data;
using Modular.Organizations.Decisions;

namespace Modular.Organizations.Committees;

/// <summary>Gives a member a post in a committee (ORG-07, ORG-08, ORG-09).</summary>
internal sealed class PostAssignment(
    IWrite<OrganizationsDbContext> write,
    ActChecks checks,
    IPolicies policies,
    PostCandidates candidates,
    IOrganizationTreeWriter tree)
{
    private const int MostBallots = 3;

    public Task<Result<CommitteePost>> RunAsync(AssignPostInput input, CancellationToken cancellationToken)
    {
        var decision = input.Decision?.Read("input.decision");
        if (decision is { Succeeded: false } wrong)
            return Task.FromResult<Result<CommitteePost>>(wrong.Problems.ToList());
        return write.Because(decision?.Value.Excerpt, decision?.Value.Number)
            .When("committee_has_one_secretary_a_day", () => new PostIsTaken(CommitteePostKind.Secretary, 1) { Field = "input.post" })
            .When("member_holds_one_post_in_a_committee_a_day", () => new MemberAlreadyHoldsAPost(input.Post) { Field = "input.memberId" })
            .RunAsync((db, cancellation) => AssignAsync(db, input, decision?.Value, cancellation), cancellationToken);
    }

    private async Task<Result<CommitteePost>> AssignAsync(
        OrganizationsDbContext db, AssignPostInput input, Decision? decided, CancellationToken cancellationToken)
    {
        // Seats are counted: of two who give the last one at once, the second counts when the first is done.
        await tree.LockTreeAsync(cancellationToken);
        var term = await db.Terms.SingleOrDefaultAsync(row => row.Id == input.TermId, cancellationToken);
        if (term is null)
            return new NotFound("CommitteeTerm") { Field = "input.termId" };
        var found = await checks.ActiveAsync(
            db, term.OrganizationId, OrganizationsPermissions.ManageCommittees, "input.termId", cancellationToken);
        if (!found.Succeeded)
            return found.Problems.ToList();
        var organization = found.Value;
        List<Problem> problems = [.. checks.Dates(input.EffectiveOn, decided), .. PostsHeld.Within(term, input.EffectiveOn)];
        var held = await db.Posts.IgnoreQueryFilters([ModuleDbContext.ScopeFilter])
            .Where(post => post.OrganizationId == organization.Id
                && (post.Valid.UpperBoundInfinite || post.Valid.UpperBound > input.EffectiveOn))
            .ToListAsync(cancellationToken);
        var policy = await policies.InForceOnAsync<CommitteeSizingPolicy>(input.EffectiveOn, cancellationToken);
        problems.AddRange(new PostsHeld(organization.Kind, term, held, policy).Against(input.Post, input.MemberId));
        problems.AddRange(await candidates.AgainstAsync(organization.Id, input.MemberId, input.EffectiveOn, cancellationToken));
        if (input.Ballots is < 1 or > MostBallots)
            problems.Add(new AfterThreeBallotsTheSuperiorAppoints(MostBallots) { Field = "input.ballots" });
        if (decided is null && input.Basis == PostBasis.Appointed)
            problems.Add(new AppointmentTakesADecision(IsAboutTheCommittee: false) { Field = "input.decision" });
        problems.AddRange(await checks.SuperiorDecidedAsync(db, decided, organization, cancellationToken));
        if (problems.Count > 0)
            return problems;

        var decision = decided is null ? null : DecisionDocument.Enter(db, decided);
        var post = CommitteePost.Assign(term, input.MemberId, input.Post, input.Basis, input.EffectiveOn, decision?.Id, input.Ballots);
        db.Posts.Add(post);
        write.Raise(new CommitteePostAssigned(post.Id, post.OrganizationId, post.MemberId, post.Post, input.EffectiveOn));
        return post;
    }
}
