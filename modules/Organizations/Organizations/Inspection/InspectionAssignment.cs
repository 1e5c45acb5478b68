using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Organizations;
using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Results;
using Modular.Organizations.Committees;
using Modular.Organizations.Contracts;
using Modular.Organizations.Data;
using Modular.Organizations.Decisions;
using Modular.Organizations.Register;

namespace Modular.Organizations.Inspection;

/// <summary>Gives posts in inspection committees (ORG-18).</summary>
internal sealed class InspectionAssignment(IWrite<OrganizationsDbContext> write, ActChecks checks, PostCandidates candidates, IOrganizationTreeWriter tree)
{
    public Task<Result<InspectionPost>> RunAsync(AssignInspectionPostInput input, CancellationToken cancellationToken)
    {
        var decision = input.Decision?.Read("input.decision");
        if (decision is { Succeeded: false } wrong)
            return Task.FromResult<Result<InspectionPost>>(wrong.Problems.ToList());
        return write.Because(decision?.Value.Excerpt, decision?.Value.Number)
            .When("inspection_committee_has_one_chair_a_day", () => new InspectionCommitteeHasAChair { Field = "input.post" })
            .When("member_holds_one_inspection_post_a_day", () => new MemberIsInTheInspectionCommittee(input.Post) { Field = "input.memberId" })
            .RunAsync((db, cancellation) => AssignAsync(db, input, decision?.Value, cancellation), cancellationToken);
    }

    private async Task<Result<InspectionPost>> AssignAsync(
        OrganizationsDbContext db, AssignInspectionPostInput input, Decision? decided, CancellationToken cancellationToken)
    {
        // Seats are counted: of two who give the last one at once, the second counts when the first is done.
        await tree.LockTreeAsync(cancellationToken);
        var committee = await db.InspectionCommittees.SingleOrDefaultAsync(row => row.Id == input.InspectionCommitteeId, cancellationToken);
        if (committee is null)
            return new NotFound("InspectionCommittee") { Field = "input.inspectionCommitteeId" };
        var found = await checks.ActiveAsync(
            db, committee.OrganizationId, OrganizationsPermissions.ManageCommittees, "input.inspectionCommitteeId", cancellationToken);
        if (!found.Succeeded)
            return found.Problems.ToList();
        var organization = found.Value;
        List<Problem> problems =
        [
            .. checks.Dates(input.EffectiveOn, decided),
            .. await OutsideAsync(db, committee, input.EffectiveOn, cancellationToken),
            .. await RoomAsync(db, committee, input, cancellationToken),
            .. await candidates.AgainstAsync(organization.Id, input.MemberId, input.EffectiveOn, cancellationToken),
        ];
        if (input.Post == InspectionPostKind.Chair && !await IsInCommitteeAsync(db, committee.TermId, input, cancellationToken))
            problems.Add(new ChairIsAMemberOfTheCommittee { Field = "input.memberId" });
        if (decided is null && input.Basis == PostBasis.Appointed)
            problems.Add(new InspectionAppointmentTakesADecision { Field = "input.decision" });
        problems.AddRange(await checks.SuperiorDecidedAsync(db, decided, organization, cancellationToken));
        if (problems.Count > 0)
            return problems;

        var decision = decided is null ? null : DecisionDocument.Enter(db, decided);
        var post = InspectionPost.Assign(committee, input.MemberId, input.Post, input.Basis, input.EffectiveOn, decision?.Id);
        db.InspectionPosts.Add(post);
        write.Raise(new InspectionPostAssigned(post.Id, post.OrganizationId, post.MemberId, post.Post, input.EffectiveOn));
        return post;
    }

    private static async Task<List<Problem>> OutsideAsync(OrganizationsDbContext db, InspectionCommittee committee, DateOnly day, CancellationToken cancellationToken)
    {
        var term = await db.Terms.IgnoreQueryFilters([ModuleDbContext.ScopeFilter]).SingleAsync(row => row.Id == committee.TermId, cancellationToken);
        if (day >= committee.FormedOn && term.Valid.Holds(day))
            return [];
        DateOnly? last = term.Valid.UpperBoundInfinite ? null : term.Valid.UpperBound.AddDays(-1);
        return [new InspectionPostIsOutsideItsTerm(day, committee.FormedOn, last) { Field = "input.effectiveOn" }];
    }

    private static async Task<List<Problem>> RoomAsync(
        OrganizationsDbContext db, InspectionCommittee committee, AssignInspectionPostInput input, CancellationToken cancellationToken)
    {
        var held = await db.InspectionPosts.IgnoreQueryFilters([ModuleDbContext.ScopeFilter])
            .Where(post => post.OrganizationId == committee.OrganizationId && (post.Valid.UpperBoundInfinite || post.Valid.UpperBound > input.EffectiveOn))
            .ToListAsync(cancellationToken);
        var problems = new List<Problem>();
        if (held.Find(post => post.MemberId == input.MemberId) is { } own)
            problems.Add(new MemberIsInTheInspectionCommittee(own.Post) { Field = "input.memberId" });
        if (input.Post == InspectionPostKind.Chair && held.Exists(post => post.Post == InspectionPostKind.Chair))
            problems.Add(new InspectionCommitteeHasAChair { Field = "input.post" });
        if (held.Count >= committee.Size)
            problems.Add(new InspectionCommitteeIsFull(committee.Size) { Field = "input.post" });
        return problems;
    }

    private static Task<bool> IsInCommitteeAsync(OrganizationsDbContext db, Guid termId, AssignInspectionPostInput input, CancellationToken cancellationToken) =>
        db.Posts.IgnoreQueryFilters([ModuleDbContext.ScopeFilter])
            .AnyAsync(post => post.TermId == termId && post.MemberId == input.MemberId && post.Valid.Contains(input.EffectiveOn), cancellationToken);
}
