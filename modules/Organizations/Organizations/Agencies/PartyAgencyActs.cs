using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Organizations;
using Modular.Kernel.Policies;
using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Results;
using Modular.Kernel.Texts;
using Modular.Organizations.Committees;
using Modular.Organizations.Contracts;
using Modular.Organizations.Data;
using Modular.Organizations.Decisions;
using Modular.Organizations.Register;

namespace Modular.Organizations.Agencies;

/// <summary>Establishes and closes agencies of committees (ORG-20).</summary>
internal sealed class PartyAgencyActs(IWrite<OrganizationsDbContext> write, ActChecks checks, IPolicies policies, IOrganizationTreeWriter tree)
{
    public Task<Result<PartyAgency>> EstablishAsync(EstablishPartyAgencyInput input, CancellationToken cancellationToken)
    {
        var name = InputText.Required(input.Name, "input.name", PartyAgencyTexts.NameLength);
        var decision = input.Decision.Read("input.decision");
        List<Problem> problems = [.. name.Problems, .. decision.Problems];
        return problems.Count > 0
            ? Task.FromResult<Result<PartyAgency>>(problems)
            : write.Because(decision.Value.Excerpt, decision.Value.Number)
                .RunAsync((db, cancellation) => EstablishAsync(db, input, name.Value, decision.Value, cancellation), cancellationToken);
    }

    public Task<Result<PartyAgency>> CloseAsync(ClosePartyAgencyInput input, CancellationToken cancellationToken)
    {
        var decision = input.Decision.Read("input.decision");
        return decision.Succeeded
            ? write.Because(decision.Value.Excerpt, decision.Value.Number)
                .RunAsync((db, cancellation) => CloseAsync(db, input, decision.Value, cancellation), cancellationToken)
            : Task.FromResult<Result<PartyAgency>>(decision.Problems.ToList());
    }

    private async Task<Result<PartyAgency>> EstablishAsync(
        OrganizationsDbContext db, EstablishPartyAgencyInput input, string name, Decision decided, CancellationToken cancellationToken)
    {
        // Agencies are counted: of two who establish the last one at once, the second counts when the first is done.
        await tree.LockTreeAsync(cancellationToken);
        var found = await checks.ActiveAsync(db, input.OrganizationId, OrganizationsPermissions.ManageAgencies, "input.organizationId", cancellationToken);
        if (!found.Succeeded)
            return found.Problems.ToList();
        var organization = found.Value;
        var others = await db.Agencies.Where(row => row.OrganizationId == organization.Id).ToListAsync(cancellationToken);
        var policy = await policies.InForceOnAsync<PartyAgencyPolicy>(input.EffectiveOn, cancellationToken);
        var asked = new AskedAgency(input.Kind, VietnameseText.SortKey(name), input.EffectiveOn);
        List<Problem> problems =
        [
            .. checks.Dates(input.EffectiveOn, decided),
            .. new PartyAgencyRules(policy, checks.Today).Against(asked, organization, others),
            .. await AuthorityAsync(db, decided, organization, cancellationToken),
        ];
        if (problems.Count > 0)
            return problems;

        var agency = PartyAgency.Establish(organization.Id, input.Kind, name, input.EffectiveOn, DecisionDocument.Enter(db, decided).Id);
        db.Agencies.Add(agency);
        return agency;
    }

    private async Task<Result<PartyAgency>> CloseAsync(OrganizationsDbContext db, ClosePartyAgencyInput input, Decision decided, CancellationToken cancellationToken)
    {
        var agency = await db.Agencies.SingleOrDefaultAsync(row => row.Id == input.Id, cancellationToken);
        if (agency is null)
            return new NotFound("PartyAgency") { Field = "input.id" };
        var found = await checks.FindAsync(db, agency.OrganizationId, OrganizationsPermissions.ManageAgencies, "input.id", cancellationToken);
        if (!found.Succeeded)
            return found.Problems.ToList();
        db.Expect(agency, input.ExpectedVersion);
        if (!agency.Valid.UpperBoundInfinite)
            return new PartyAgencyIsClosed(agency.Valid.UpperBound) { Field = "input.id" };
        List<Problem> problems = [.. checks.Dates(input.EffectiveOn, decided), .. await AuthorityAsync(db, decided, found.Value, cancellationToken)];
        if (input.EffectiveOn <= agency.Valid.LowerBound)
            problems.Add(new EndIsNotAfterBeginning(agency.Valid.LowerBound, input.EffectiveOn) { Field = "input.effectiveOn" });
        if (problems.Count > 0)
            return problems;

        agency.Close(input.EffectiveOn, DecisionDocument.Enter(db, decided).Id);
        return agency;
    }

    // ORG-19: the province decides on those of grassroots and affiliated committees; elsewhere any superior does, as on all else.
    private async Task<IReadOnlyList<Problem>> AuthorityAsync(
        OrganizationsDbContext db, Decision decided, Organization organization, CancellationToken cancellationToken)
    {
        var superior = await checks.SuperiorDecidedAsync(db, decided, organization, cancellationToken);
        if (superior.Count > 0 || organization.Kind is not (OrganizationKinds.GrassrootsCommittee or OrganizationKinds.AffiliatedCommittee))
            return superior;
        if (decided.AuthorityOrganizationId is not { } authority
            || await db.Organizations.AnyAsync(row => row.Id == authority && row.Kind == OrganizationKinds.Provincial, cancellationToken))
        {
            return [];
        }

        return [new PartyAgenciesAreDecidedByTheProvince(decided.Authority) { Field = "input.decision.authorityOrganizationId" }];
    }
}

/// <summary>How long the texts about agencies may be.</summary>
internal static class PartyAgencyTexts
{
    public const int NameLength = 300;
}
