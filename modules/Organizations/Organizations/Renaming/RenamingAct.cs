using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Results;
using Modular.Kernel.Texts;
using Modular.Organizations.Contracts;
using Modular.Organizations.Data;
using Modular.Organizations.Decisions;
using Modular.Organizations.Details;
using Modular.Organizations.Register;

namespace Modular.Organizations.Renaming;

/// <summary>Renames an organization by decision.</summary>
internal sealed class RenamingAct(IWrite<OrganizationsDbContext> write, ActChecks checks)
{
    public Task<Result<Organization>> RunAsync(RenameOrganizationInput input, CancellationToken cancellationToken)
    {
        var name = InputText.Required(input.Name, "input.name", OrganizationTexts.NameLength);
        var shortName = InputText.Optional(input.ShortName, "input.shortName", OrganizationTexts.NameLength);
        var decision = input.Decision.Read("input.decision");
        List<Problem> problems = [.. name.Problems, .. shortName.Problems, .. decision.Problems];
        if (problems.Count > 0)
            return Task.FromResult<Result<Organization>>(problems);
        return write.Because(decision.Value.Excerpt, decision.Value.Number)
            .When("organization_name_below_parent", () => new NameIsTakenBelowTheSameParent(name.Value) { Field = "input.name" })
            .RunAsync((db, cancellation) => RenameAsync(db, input, name.Value, shortName.Value, decision.Value, cancellation), cancellationToken);
    }

    private async Task<Result<Organization>> RenameAsync(
        OrganizationsDbContext db,
        RenameOrganizationInput input,
        string name,
        string? shortName,
        Decision decided,
        CancellationToken cancellationToken)
    {
        var found = await checks.ActiveAsync(db, input.Id, OrganizationsPermissions.Rename, "input.id", cancellationToken);
        if (!found.Succeeded)
            return found;
        var organization = found.Value;
        db.Expect(organization, input.ExpectedVersion);
        var present = await db.Names.SingleAsync(
            row => row.OrganizationId == organization.Id && row.Valid.UpperBoundInfinite, cancellationToken);
        List<Problem> problems = [.. checks.Dates(input.EffectiveOn, decided)];
        if (input.EffectiveOn <= present.Valid.LowerBound)
        {
            problems.Add(new EffectiveDateIsBeforeEarlierChange(input.EffectiveOn, present.Valid.LowerBound.AddDays(1))
            {
                Field = "input.effectiveOn",
            });
        }

        if (name == organization.Name && shortName == organization.ShortName)
            problems.Add(new NameIsTheSame(name) { Field = "input.name" });
        if (await IsTakenAsync(db, organization, name, cancellationToken))
            problems.Add(new NameIsTakenBelowTheSameParent(name) { Field = "input.name" });
        problems.AddRange(await checks.SuperiorDecidedAsync(db, decided, organization, cancellationToken));
        if (problems.Count > 0)
            return problems;

        var previous = organization.Name;
        organization.Rename(name, shortName);
        Record(db, organization, present, previous, DecisionDocument.Enter(db, decided), input.EffectiveOn);
        return organization;
    }

    private void Record(
        OrganizationsDbContext db,
        Organization organization,
        OrganizationName present,
        string previous,
        DecisionDocument decision,
        DateOnly effectiveOn)
    {
        present.End(effectiveOn);
        db.Names.Add(OrganizationName.Of(organization, effectiveOn, decision.Id));
        db.Events.Add(new OrganizationEvent
        {
            Id = Guid.CreateVersion7(checks.Now),
            OrganizationId = organization.Id,
            Type = OrganizationEventType.Rename,
            EffectiveOn = effectiveOn,
            RecordedAt = checks.Now,
            DecisionId = decision.Id,
            PreviousName = previous,
            Name = organization.Name,
        });
        write.Raise(new OrganizationRenamed(organization.Id, previous, organization.Name, effectiveOn));
    }

    private static Task<bool> IsTakenAsync(
        OrganizationsDbContext db, Organization organization, string name, CancellationToken cancellationToken)
    {
        var sortKey = VietnameseText.SortKey(name);
        return db.Organizations.AnyAsync(
            row => row.Id != organization.Id && row.ParentId == organization.ParentId && row.SortKey == sortKey && row.EndedOn == null,
            cancellationToken);
    }
}
