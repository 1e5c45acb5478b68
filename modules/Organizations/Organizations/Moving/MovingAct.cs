using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Organizations;
using Modular.Kernel.Policies;
using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Results;
using Modular.Organizations.Codes;
using Modular.Organizations.Contracts;
using Modular.Organizations.Data;
using Modular.Organizations.Decisions;
using Modular.Organizations.Kinds;
using Modular.Organizations.Register;
using Modular.Organizations.Renaming;

namespace Modular.Organizations.Moving;

/// <summary>Moves an organization under another parent by decision.</summary>
internal sealed class MovingAct(
    IWrite<OrganizationsDbContext> write,
    ActChecks checks,
    KindCatalogSource kinds,
    IPolicies policies,
    CodesThatFollow codes,
    IOrganizationTreeWriter treeWriter)
{
    public Task<Result<Organization>> RunAsync(MoveOrganizationInput input, CancellationToken cancellationToken)
    {
        var decision = input.Decision.Read("input.decision");
        var consent = input.Consent?.Read("input.consent");
        List<Problem> problems = [.. decision.Problems, .. consent?.Problems ?? []];
        if (problems.Count > 0)
            return Task.FromResult<Result<Organization>>(problems);
        return write.Because(decision.Value.Excerpt, decision.Value.Number)
            .When("code_is_never_given_again", () => new CodeWasGivenBefore(input.Code ?? "") { Field = "input.code" })
            .RunAsync((db, cancellation) => MoveAsync(db, input, decision.Value, consent?.Value, cancellation), cancellationToken);
    }

    private async Task<Result<Organization>> MoveAsync(
        OrganizationsDbContext db, MoveOrganizationInput input, Decision decided, Decision? consent, CancellationToken cancellationToken)
    {
        var moved = await checks.ActiveAsync(db, input.Id, OrganizationsPermissions.Move, "input.id", cancellationToken);
        var above = await checks.ActiveAsync(db, input.ParentId, OrganizationsPermissions.Move, "input.parentId", cancellationToken);
        List<Problem> problems = [.. moved.Problems, .. above.Problems];
        if (problems.Count > 0)
            return problems;
        var organization = moved.Value;
        var parent = above.Value;
        db.Expect(organization, input.ExpectedVersion);
        if (organization.ParentId is not { } previousParent)
            return new RootCannotBeMoved { Field = "input.id" };
        if (previousParent == parent.Id)
            return new OrganizationIsAlreadyThere(parent.Name) { Field = "input.parentId" };

        problems = [.. checks.Dates(input.EffectiveOn, decided), .. await PlacesAsync(db, organization, parent, input, cancellationToken)];
        if (problems.Count > 0)
            return problems;
        problems = await RulesAsync(db, organization, parent, input, decided, consent, cancellationToken);
        if (problems.Count > 0)
            return problems;

        var recoded = await codes.FollowAsync(db, organization, parent, input.Code, input.EffectiveOn, cancellationToken);
        if (!recoded.Succeeded)
            return recoded.Problems.ToList();
        organization.MoveBelow(parent.Id);
        await treeWriter.MoveAsync(organization.Id, parent.Id, input.EffectiveOn, cancellationToken);
        Record(db, organization, previousParent, DecisionDocument.Enter(db, decided), consent, input.EffectiveOn);
        return organization;
    }

    private async Task<List<Problem>> PlacesAsync(
        OrganizationsDbContext db, Organization organization, Organization parent, MoveOrganizationInput input, CancellationToken cancellationToken)
    {
        var today = checks.Today;
        var places = await db.Set<OrganizationTreeRow>()
            .Where(row => (row.OrganizationId == organization.Id || row.OrganizationId == parent.Id) && row.Valid.Contains(today))
            .ToListAsync(cancellationToken);
        var place = places.Single(row => row.OrganizationId == organization.Id);
        var parentPlace = places.Single(row => row.OrganizationId == parent.Id);
        if (parentPlace.Path.StartsWith(place.Path, StringComparison.Ordinal))
            return [new OrganizationCannotMoveBelowItself(organization.Name, parent.Name) { Field = "input.parentId" }];
        var notBefore = places.Max(row => row.Valid.LowerBound);
        return input.EffectiveOn < notBefore
            ? [new EffectiveDateIsBeforeEarlierChange(input.EffectiveOn, notBefore) { Field = "input.effectiveOn" }]
            : [];
    }

    private async Task<List<Problem>> RulesAsync(
        OrganizationsDbContext db,
        Organization organization,
        Organization parent,
        MoveOrganizationInput input,
        Decision decided,
        Decision? consent,
        CancellationToken cancellationToken)
    {
        var catalog = await kinds.GetAsync(cancellationToken);
        var policy = await policies.InForceOnAsync<KindsPolicy>(input.EffectiveOn, cancellationToken);
        var wanted = new WantedKind(
            organization.Kind, organization.Subkind, input.EffectiveOn, consent is not null, organization.HostLegalStatus);
        List<Problem> problems = [.. KindRules.Check(catalog, policy, wanted, parent).Problems];
        if (await db.Organizations.AnyAsync(
            row => row.ParentId == parent.Id && row.SortKey == organization.SortKey && row.EndedOn == null, cancellationToken))
        {
            problems.Add(new NameIsTakenBelowTheSameParent(organization.Name) { Field = "input.parentId" });
        }

        if (await checks.AuthorityAsync(db, decided, organization.ParentId, cancellationToken) is { } authority)
            problems.Add(authority);
        return problems;
    }

    private void Record(
        OrganizationsDbContext db,
        Organization organization,
        Guid previousParent,
        DecisionDocument decision,
        Decision? consent,
        DateOnly effectiveOn)
    {
        if (consent is not null)
            DecisionDocument.Enter(db, consent);
        db.Events.Add(new OrganizationEvent
        {
            Id = Guid.CreateVersion7(checks.Now),
            OrganizationId = organization.Id,
            Type = OrganizationEventType.MoveParent,
            EffectiveOn = effectiveOn,
            RecordedAt = checks.Now,
            DecisionId = decision.Id,
            PreviousParentId = previousParent,
            ParentId = organization.ParentId,
            Remark = consent is null ? null : $"{consent.Number}, {consent.Authority}",
        });
        write.Raise(new OrganizationMoved(organization.Id, previousParent, organization.ParentId!.Value, effectiveOn));
    }
}
