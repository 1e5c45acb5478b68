using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Organizations;
using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Results;
using Modular.Organizations.Contracts;
using Modular.Organizations.Data;
using Modular.Organizations.Decisions;
using Modular.Organizations.Register;

namespace Modular.Organizations.Ending;

/// <summary>Ends an organization by decision, once nothing stands below it and nobody is in it (ORG-21).</summary>
internal sealed class EndingAct(
    IWrite<OrganizationsDbContext> write,
    ActChecks checks,
    OpenPeriods periods,
    IOrganizationTreeWriter treeWriter,
    IEnumerable<IOrganizationEndingObjection> objections)
{
    public Task<Result<Organization>> RunAsync(DissolveOrganizationInput input, CancellationToken cancellationToken)
    {
        var decision = input.Decision.Read("input.decision");
        return decision.Succeeded
            ? write.Because(decision.Value.Excerpt, decision.Value.Number)
                .RunAsync((db, cancellation) => EndAsync(db, input, decision.Value, cancellation), cancellationToken)
            : Task.FromResult<Result<Organization>>(decision.Problems.ToList());
    }

    /// <summary>Ends an organization inside a running change.</summary>
    public async Task<Result<Organization>> EndAsync(
        OrganizationsDbContext db, DissolveOrganizationInput input, Decision decided, CancellationToken cancellationToken) =>
        await EndAsync(db, input, decided, (StateOf(input.Manner), EventOf(input.Manner)), cancellationToken);

    /// <summary>Ends an organization inside a running change, in a final state that a merger or a split brings.</summary>
    public async Task<Result<Organization>> EndAsync(
        OrganizationsDbContext db,
        DissolveOrganizationInput input,
        Decision decided,
        (OrganizationState State, OrganizationEventType Event) final,
        CancellationToken cancellationToken)
    {
        var found = await checks.FindAsync(db, input.Id, OrganizationsPermissions.Dissolve, "input.id", cancellationToken);
        if (!found.Succeeded)
            return found;
        var organization = found.Value;
        if (organization.State is not (OrganizationState.Active or OrganizationState.Suspended))
            return new OrganizationIsNotActive(organization.Name, organization.State) { Field = "input.id" };
        db.Expect(organization, input.ExpectedVersion);
        await treeWriter.LockAsync(organization.Id, checks.Today, cancellationToken);

        List<Problem> problems = [.. checks.Dates(input.EffectiveOn, decided)];
        if (await OpenPeriods.LatestChangeAsync(db, organization.Id, cancellationToken) is { } latest && input.EffectiveOn < latest)
            problems.Add(new EffectiveDateIsBeforeEarlierChange(input.EffectiveOn, latest) { Field = "input.effectiveOn" });
        if (await checks.AuthorityAsync(db, decided, organization.ParentId, cancellationToken) is { } authority)
            problems.Add(authority);
        problems.AddRange(await StillThereAsync(db, input, cancellationToken));
        if (problems.Count > 0)
            return problems;

        organization.End(final.State, input.EffectiveOn);
        await periods.CloseAsync(db, organization.Id, input.EffectiveOn, cancellationToken);
        await treeWriter.EndAsync(organization.Id, input.EffectiveOn, cancellationToken);
        Record(db, organization, final.Event, input.EffectiveOn, DecisionDocument.Enter(db, decided));
        return organization;
    }

    private async Task<List<Problem>> StillThereAsync(
        OrganizationsDbContext db, DissolveOrganizationInput input, CancellationToken cancellationToken)
    {
        var problems = new List<Problem>();
        var below = await db.Organizations.CountAsync(row => row.ParentId == input.Id && row.EndedOn == null, cancellationToken);
        if (below > 0)
            problems.Add(new OrganizationsBelowAreStillThere(below) { Field = "input.id" });
        foreach (var objection in objections)
        {
            foreach (var found in await objection.FindAsync([input.Id], input.EffectiveOn, cancellationToken))
                problems.Add(new OrganizationIsNotEmpty(found.What, found.Count) { Field = "input.id" });
        }

        return problems;
    }

    private void Record(
        OrganizationsDbContext db, Organization organization, OrganizationEventType type, DateOnly effectiveOn, DecisionDocument decision)
    {
        db.Events.Add(new OrganizationEvent
        {
            Id = Guid.CreateVersion7(checks.Now),
            OrganizationId = organization.Id,
            Type = type,
            EffectiveOn = effectiveOn,
            RecordedAt = checks.Now,
            DecisionId = decision.Id,
        });
        write.Raise(new OrganizationEnded(organization.Id, organization.State, effectiveOn));
    }

    private static OrganizationState StateOf(EndingManner manner) => manner switch
    {
        EndingManner.Dissolution => OrganizationState.Dissolved,
        EndingManner.DisbandmentByDiscipline => OrganizationState.DisbandedByDiscipline,
        _ => OrganizationState.Ended,
    };

    private static OrganizationEventType EventOf(EndingManner manner) => manner switch
    {
        EndingManner.Dissolution => OrganizationEventType.Dissolve,
        EndingManner.DisbandmentByDiscipline => OrganizationEventType.DissolveAsDiscipline,
        _ => OrganizationEventType.EndOfActivity,
    };
}
