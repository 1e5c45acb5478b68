using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Organizations;
using Modular.Kernel.Policies;
using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Results;
using Modular.Kernel.Texts;
using Modular.Organizations.AdministrativeUnits;
using Modular.Organizations.Codes;
using Modular.Organizations.Contracts;
using Modular.Organizations.Data;
using Modular.Organizations.Decisions;
using Modular.Organizations.Kinds;
using Modular.Organizations.Register;
using Modular.Organizations.Renaming;

namespace Modular.Organizations.Founding;

/// <summary>Founds an organization by decision of a superior committee (ORG-25).</summary>
internal sealed class FoundingAct(
    IWrite<OrganizationsDbContext> write,
    ActChecks checks,
    KindCatalogSource kinds,
    IPolicies policies,
    AdministrativeUnitRegister units,
    IOrganizationTree tree,
    IOrganizationTreeWriter treeWriter)
{
    public Task<Result<Organization>> RunAsync(FoundOrganizationInput input, CancellationToken cancellationToken) =>
        RunAsync(input, Guid.CreateVersion7(checks.Now), cancellationToken);

    /// <summary>Founds it under an identifier that was given out before.</summary>
    public Task<Result<Organization>> RunAsync(FoundOrganizationInput input, Guid id, CancellationToken cancellationToken)
    {
        var read = FoundingTexts.Read(input);
        if (!read.Succeeded)
            return Task.FromResult<Result<Organization>>(read.Problems.ToList());
        return write.Because(read.Value.Decision.Excerpt, read.Value.Decision.Number)
            .When("code_is_never_given_again", () => new CodeWasGivenBefore(input.Code) { Field = "input.code" })
            .When("organization_name_below_parent", () => new NameIsTakenBelowTheSameParent(input.Name) { Field = "input.name" })
            .When("organization_root", () => new ProvinceAlreadyHasItsRoot { Field = "input.parentId" })
            .RunAsync((db, cancellation) => FoundAsync(db, id, input, read.Value, cancellation), cancellationToken);
    }

    private async Task<Result<Organization>> FoundAsync(
        OrganizationsDbContext db, Guid id, FoundOrganizationInput input, FoundingTexts texts, CancellationToken cancellationToken)
    {
        var above = await ParentAsync(db, input, cancellationToken);
        if (!above.Succeeded)
            return above.Problems.ToList();
        var parent = above.Value;
        var catalog = await kinds.GetAsync(cancellationToken);
        var policy = await policies.InForceOnAsync<KindsPolicy>(input.EffectiveOn, cancellationToken);
        var wanted = new WantedKind(input.Kind, input.Subkind, input.EffectiveOn, texts.Consent is not null, input.HostLegalStatus);
        var place = KindRules.Check(catalog, policy, wanted, parent);
        List<Problem> problems = [.. checks.Dates(input.EffectiveOn, texts.Decision), .. place.Problems];
        if (parent is not null && input.EffectiveOn < parent.FoundedOn)
            problems.Add(new OrganizationIsOlderThanItsParent(input.EffectiveOn, parent.FoundedOn) { Field = "input.effectiveOn" });
        if (problems.Count > 0)
            return problems;

        var code = await CodeAsync(db, input, catalog.Find(input.Kind)!, cancellationToken);
        var unit = await UnitAsync(input, cancellationToken);
        problems = [.. code.Problems, .. unit.Problems, .. await OthersAsync(db, parent, texts, cancellationToken)];
        if (problems.Count > 0)
            return problems;

        var organization = Organization.Found(new NewOrganization
        {
            Id = id,
            Code = code.Value,
            Name = texts.Name,
            ShortName = texts.ShortName,
            Kind = input.Kind,
            Subkind = input.Subkind,
            Era = place.Value.Era,
            ParentId = parent?.Id,
            HasSuperiorPowers = input.HasSuperiorPowers,
            FoundedOn = input.EffectiveOn,
            Details = texts.Details with { AdministrativeUnitId = unit.Value },
        });
        await RecordAsync(db, organization, input, texts, cancellationToken);
        return organization;
    }

    private async Task<Result<Organization?>> ParentAsync(
        OrganizationsDbContext db, FoundOrganizationInput input, CancellationToken cancellationToken)
    {
        if (input.ParentId is not { } parentId)
        {
            return checks.CoversProvince(OrganizationsPermissions.Found)
                ? (Result<Organization?>)(Organization?)null
                : new KindIsNotAllowedBelowParent(input.Kind, null, input.EffectiveOn) { Field = "input.parentId" };
        }

        var parent = await checks.ActiveAsync(db, parentId, OrganizationsPermissions.Found, "input.parentId", cancellationToken);
        return parent.Succeeded ? parent.Value : parent.Problems.ToList();
    }

    private async Task<Result<string>> CodeAsync(
        OrganizationsDbContext db, FoundOrganizationInput input, Kind kind, CancellationToken cancellationToken)
    {
        var superior = input.ParentId is { } parentId ? await tree.FindAsync(parentId, input.EffectiveOn, cancellationToken) : null;
        return await CodeRules.CheckAsync(
            db, input.Code, input.CodeScheme, kind, superior, input.EffectiveOn, "input.code", cancellationToken);
    }

    private async Task<Result<int?>> UnitAsync(FoundOrganizationInput input, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(input.AdministrativeUnitCode))
            return (int?)null;
        var unit = await units.FindByCodeAsync(input.AdministrativeUnitCode, input.EffectiveOn, cancellationToken);
        return unit is null
            ? new AdministrativeUnitIsNotInForce(input.AdministrativeUnitCode, input.EffectiveOn) { Field = "input.administrativeUnitCode" }
            : unit.Id;
    }

    private async Task<List<Problem>> OthersAsync(
        OrganizationsDbContext db, Organization? parent, FoundingTexts texts, CancellationToken cancellationToken)
    {
        var problems = new List<Problem>();
        if (await checks.AuthorityAsync(db, texts.Decision, parent?.Id, cancellationToken) is { } authority)
            problems.Add(authority);
        var parentId = parent?.Id;
        var sortKey = VietnameseText.SortKey(texts.Name);
        if (await db.Organizations.AnyAsync(
            row => row.ParentId == parentId && row.SortKey == sortKey && row.EndedOn == null, cancellationToken))
        {
            problems.Add(parent is null
                ? new ProvinceAlreadyHasItsRoot { Field = "input.parentId" }
                : new NameIsTakenBelowTheSameParent(texts.Name) { Field = "input.name" });
        }

        return problems;
    }

    private async Task RecordAsync(
        OrganizationsDbContext db,
        Organization organization,
        FoundOrganizationInput input,
        FoundingTexts texts,
        CancellationToken cancellationToken)
    {
        var decision = DecisionDocument.Enter(db, texts.Decision);
        if (texts.Consent is { } consent)
            DecisionDocument.Enter(db, consent);
        db.Organizations.Add(organization);
        db.Names.Add(OrganizationName.Of(organization, input.EffectiveOn, decision.Id));
        db.Kinds.Add(OrganizationKind.Of(organization, input.EffectiveOn, decision.Id));
        db.Codes.Add(OrganizationCode.Give(organization.Id, input.CodeScheme, organization.Code, input.EffectiveOn));
        db.Events.Add(new OrganizationEvent
        {
            Id = Guid.CreateVersion7(checks.Now),
            OrganizationId = organization.Id,
            Type = OrganizationEventType.Found,
            EffectiveOn = input.EffectiveOn,
            RecordedAt = checks.Now,
            DecisionId = decision.Id,
            Name = organization.Name,
            ParentId = organization.ParentId,
            Remark = texts.Consent is { } given ? $"{given.Number}, {given.Authority}" : null,
        });
        await treeWriter.PlaceAsync(organization.Id, organization.ParentId, organization.Kind, input.EffectiveOn, cancellationToken);
        write.Raise(new OrganizationFounded(organization.Id, organization.ParentId, organization.Kind, input.EffectiveOn));
    }
}
