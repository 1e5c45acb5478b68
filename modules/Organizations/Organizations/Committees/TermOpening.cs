using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Organizations;
using Modular.Kernel.Policies;
using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Results;
using Modular.Organizations.Contracts;
using Modular.Organizations.Data;
using Modular.Organizations.Decisions;
using Modular.Organizations.Inspection;
using Modular.Organizations.Register;

namespace Modular.Organizations.Committees;

/// <summary>Opens a term of a committee and ends the one before (ORG-10, ORG-11, ORG-12).</summary>
internal sealed class TermOpening(
    IWrite<OrganizationsDbContext> write, ActChecks checks, IPolicies policies, CommitteeSizing sizing, InspectionPostsEnd inspection, IOrganizationTreeWriter tree)
{
    private const int NumberLength = 50;

    public Task<Result<CommitteeTerm>> RunAsync(OpenCommitteeTermInput input, CancellationToken cancellationToken)
    {
        var number = InputText.Required(input.Number, "input.number", NumberLength);
        var decision = input.Decision?.Read("input.decision");
        List<Problem> problems = [.. number.Problems, .. decision?.Problems ?? []];
        if (problems.Count > 0)
            return Task.FromResult<Result<CommitteeTerm>>(problems);
        return write.Because(decision?.Value.Excerpt, decision?.Value.Number)
            .When("committee_term_number_is_used_once", () => new TermNumberIsTaken(number.Value) { Field = "input.number" })
            .RunAsync((db, cancellation) => OpenAsync(db, input, number.Value, decision?.Value, cancellation), cancellationToken);
    }

    private async Task<Result<CommitteeTerm>> OpenAsync(
        OrganizationsDbContext db, OpenCommitteeTermInput input, string number, Decision? decided, CancellationToken cancellationToken)
    {
        // A term ends the one before: of two who open one at once, the second sees that of the first.
        await tree.LockTreeAsync(cancellationToken);
        var found = await checks.ActiveAsync(
            db, input.OrganizationId, OrganizationsPermissions.ManageCommittees, "input.organizationId", cancellationToken);
        if (!found.Succeeded)
            return found.Problems.ToList();
        var organization = found.Value;
        var earlier = await TermsAsync(db, organization.Id, cancellationToken);
        var end = await EndAsync(input, organization, cancellationToken);
        List<Problem> problems = [.. checks.Dates(input.EffectiveOn, decided), .. end.Problems];
        var notBefore = earlier.Count > 0 ? earlier.Max(term => term.Valid.LowerBound).AddDays(1) : organization.FoundedOn;
        if (input.EffectiveOn < notBefore)
            problems.Add(new EffectiveDateIsBeforeEarlierChange(input.EffectiveOn, notBefore) { Field = "input.effectiveOn" });
        if (earlier.Exists(term => term.Number == number))
            problems.Add(new TermNumberIsTaken(number) { Field = "input.number" });
        problems.AddRange(await sizing.CheckAsync(
            organization, input.CommitteeSize, input.StandingSize, input.EffectiveOn, cancellationToken));
        if (decided is null && input.IsAppointed)
            problems.Add(new AppointmentTakesADecision(IsAboutTheCommittee: true) { Field = "input.decision" });
        problems.AddRange(await checks.SuperiorDecidedAsync(db, decided, organization, cancellationToken));
        if (problems.Count > 0)
            return problems;

        await CloseEarlierAsync(db, earlier, input.EffectiveOn, cancellationToken);
        var decision = decided is null ? null : DecisionDocument.Enter(db, decided);
        var term = new CommitteeTerm
        {
            Id = Guid.CreateVersion7(checks.Now),
            OrganizationId = organization.Id,
            Number = number,
            Valid = Period.Between(input.EffectiveOn, end.Value),
            CongressOn = input.CongressOn,
            IsAppointed = input.IsAppointed,
            CommitteeSize = input.CommitteeSize,
            StandingSize = input.StandingSize,
            DecisionId = decision?.Id,
        };
        db.Terms.Add(term);
        return term;
    }

    private async Task<Result<DateOnly>> EndAsync(
        OpenCommitteeTermInput input, Organization organization, CancellationToken cancellationToken)
    {
        var policy = await policies.InForceOnAsync<CommitteeTermPolicy>(input.EffectiveOn, cancellationToken);
        return policy.EndOf(organization.Kind, input.EffectiveOn, input.PlannedTo);
    }

    private static Task<List<CommitteeTerm>> TermsAsync(OrganizationsDbContext db, Guid organizationId, CancellationToken cancellationToken) =>
        db.Terms.IgnoreQueryFilters([ModuleDbContext.ScopeFilter])
            .Where(term => term.OrganizationId == organizationId)
            .ToListAsync(cancellationToken);

    private async Task CloseEarlierAsync(
        OrganizationsDbContext db, List<CommitteeTerm> earlier, DateOnly end, CancellationToken cancellationToken)
    {
        var running = earlier.Where(term => term.Valid.UpperBoundInfinite || term.Valid.UpperBound > end).ToList();
        foreach (var term in running)
            term.End(end);
        var terms = earlier.Select(term => term.Id).ToList();
        var posts = await db.Posts.IgnoreQueryFilters([ModuleDbContext.ScopeFilter])
            .Where(post => terms.Contains(post.TermId) && post.Valid.UpperBoundInfinite)
            .ToListAsync(cancellationToken);
        foreach (var post in posts)
        {
            post.End(end, PostEndReason.TermEnded);
            write.Raise(new CommitteePostEnded(post.Id, post.OrganizationId, post.MemberId, post.Post, end));
        }

        await inspection.OfTermsAsync(db, terms, end, PostEndReason.TermEnded, cancellationToken);
    }
}
