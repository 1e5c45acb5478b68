using Microsoft.EntityFrameworkCore;
using Modular.GraphQL.CodeFirst;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Results;
using Modular.Organizations.Committees;
using Modular.Organizations.Contracts;
using Modular.Organizations.Data;
using Modular.Organizations.Decisions;

namespace Modular.Organizations.Inspection;

/// <summary>An inspection committee that a committee elected, or its superior appointed.</summary>
internal sealed record FormInspectionCommitteeInput
{
    /// <summary>The term of the committee to which it belongs, and with which it ends.</summary>
    [ID("CommitteeTerm")]
    public required Guid TermId { get; init; }

    /// <summary>The day from which it works, not after today.</summary>
    public required DateOnly EffectiveOn { get; init; }

    /// <summary>How many members it has (số lượng ủy viên).</summary>
    public required int Size { get; init; }

    /// <summary>Whether it is appointed and not elected: in organizations that are new, merged or split.</summary>
    public bool IsAppointed { get; init; }

    /// <summary>The decision that approves or appoints it (quyết định chuẩn y, chỉ định); needed where it is appointed.</summary>
    public DecisionInput? Decision { get; init; }
}

[MutationType]
internal static class FormInspectionCommittee
{
    /// <summary>Records that a committee elected its inspection committee, or the superior appointed it (lập ủy ban kiểm tra; ORG-18).</summary>
    [Requires(OrganizationsPermissions.ManageCommittees)]
    [Error<OrganizationIsNotActive>]
    [Error<OrganizationIsOutOfYourReach>]
    [Error<KindHasNoInspectionCommittee>]
    [Error<TermHasAnInspectionCommittee>]
    [Error<InspectionCommitteeNeedsMembers>]
    [Error<PostIsOutsideItsTerm>]
    [Error<EffectiveDateIsInTheFuture>]
    [Error<EffectiveDateIsBeforeDecision>]
    [Error<InspectionAppointmentTakesADecision>]
    [Error<InspectionCommitteeIsElectedHere>]
    [Error<DecisionWasNotMadeBySuperiorCommittee>]
    public static Task<Result<InspectionCommittee>> FormInspectionCommitteeAsync(
        FormInspectionCommitteeInput input, InspectionForming forming, CancellationToken cancellationToken) => forming.RunAsync(input, cancellationToken);
}

/// <summary>Forms inspection committees (ORG-18).</summary>
internal sealed class InspectionForming(IWrite<OrganizationsDbContext> write, ActChecks checks)
{
    private const int Most = 100;

    private static readonly string[] KindsWithOne = [OrganizationKinds.Provincial, OrganizationKinds.DirectSuperior, OrganizationKinds.GrassrootsCommittee];

    public Task<Result<InspectionCommittee>> RunAsync(FormInspectionCommitteeInput input, CancellationToken cancellationToken)
    {
        var decision = input.Decision?.Read("input.decision");
        if (decision is { Succeeded: false } wrong)
            return Task.FromResult<Result<InspectionCommittee>>(wrong.Problems.ToList());
        return write.Because(decision?.Value.Excerpt, decision?.Value.Number)
            .When("term_has_one_inspection_committee", () => new TermHasAnInspectionCommittee { Field = "input.termId" })
            .RunAsync((db, cancellation) => FormAsync(db, input, decision?.Value, cancellation), cancellationToken);
    }

    private async Task<Result<InspectionCommittee>> FormAsync(
        OrganizationsDbContext db, FormInspectionCommitteeInput input, Decision? decided, CancellationToken cancellationToken)
    {
        var term = await db.Terms.SingleOrDefaultAsync(row => row.Id == input.TermId, cancellationToken);
        if (term is null)
            return new NotFound("CommitteeTerm") { Field = "input.termId" };
        var found = await checks.ActiveAsync(db, term.OrganizationId, OrganizationsPermissions.ManageCommittees, "input.termId", cancellationToken);
        if (!found.Succeeded)
            return found.Problems.ToList();
        var organization = found.Value;
        if (!KindsWithOne.Contains(organization.Kind))
            return new KindHasNoInspectionCommittee(organization.Kind) { Field = "input.termId" };
        List<Problem> problems = [.. checks.Dates(input.EffectiveOn, decided), .. PostsHeld.Within(term, input.EffectiveOn)];
        if (input.Size is < 1 or > Most)
            problems.Add(new InspectionCommitteeNeedsMembers(Most) { Field = "input.size" });
        if (await db.InspectionCommittees.IgnoreQueryFilters([ModuleDbContext.ScopeFilter]).AnyAsync(row => row.TermId == term.Id, cancellationToken))
            problems.Add(new TermHasAnInspectionCommittee { Field = "input.termId" });
        if (input.IsAppointed && decided is null)
            problems.Add(new InspectionAppointmentTakesADecision { Field = "input.decision" });
        if (input.IsAppointed && !await MayBeAppointedAsync(db, term, cancellationToken))
            problems.Add(new InspectionCommitteeIsElectedHere { Field = "input.isAppointed" });
        problems.AddRange(await checks.SuperiorDecidedAsync(db, decided, organization, cancellationToken));
        if (problems.Count > 0)
            return problems;

        var decision = decided is null ? null : DecisionDocument.Enter(db, decided);
        var committee = new InspectionCommittee
        {
            Id = Guid.CreateVersion7(checks.Now),
            OrganizationId = organization.Id,
            TermId = term.Id,
            FormedOn = input.EffectiveOn,
            Size = input.Size,
            IsAppointed = input.IsAppointed,
            DecisionId = decision?.Id,
        };
        db.InspectionCommittees.Add(committee);
        return committee;
    }

    /// <summary>Whether the organization is new (this is its first term, or its committee was appointed), or took the place of others in this term.</summary>
    private static async Task<bool> MayBeAppointedAsync(OrganizationsDbContext db, CommitteeTerm term, CancellationToken cancellationToken) =>
        term.IsAppointed
        || !await db.Terms.IgnoreQueryFilters([ModuleDbContext.ScopeFilter])
            .AnyAsync(row => row.OrganizationId == term.OrganizationId && row.ValidFrom < term.ValidFrom, cancellationToken)
        || await db.Successions.AnyAsync(
            row => (row.SuccessorId == term.OrganizationId || row.PredecessorId == term.OrganizationId) && row.EffectiveOn >= term.ValidFrom, cancellationToken);
}
