using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Organizations;
using Modular.Kernel.Policies;
using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Results;
using Modular.Organizations.Agencies;
using Modular.Organizations.Codes;
using Modular.Organizations.Contracts;
using Modular.Organizations.Data;
using Modular.Organizations.Decisions;
using Modular.Organizations.Kinds;
using Modular.Organizations.Register;

namespace Modular.Organizations.Reorganizing.Steps;

/// <summary>
/// Upgrades a cell to a committee, downgrades a committee to a cell, or turns an organization into another kind, also into that of another era. Whether the new kind takes what stands
/// below is asked when all steps are done: where an order of levels is replaced, what stands below is converted by the same decision.
/// </summary>
internal sealed class KindChange(
    IWrite<OrganizationsDbContext> write,
    ActChecks checks,
    KindCatalogSource kinds,
    IPolicies policies,
    CodesThatFollow codes,
    IOrganizationTreeWriter treeWriter)
{
    public async Task<Result<StepResult>> ChangeAsync(StepSetting setting, ReorganizationStep step, CancellationToken cancellationToken)
    {
        var db = setting.Db;
        var found = await checks.ActiveAsync(db, step.OrganizationId, OrganizationsPermissions.ChangeKind, "organizationId", cancellationToken);
        if (!found.Succeeded)
            return found.Problems.ToList();
        var organization = found.Value;
        var parent = organization.ParentId is { } above ? await db.Organizations.SingleAsync(row => row.Id == above, cancellationToken) : null;
        var present = await db.Kinds.SingleAsync(row => row.OrganizationId == organization.Id && row.Valid.UpperBoundInfinite, cancellationToken);
        var place = await PlaceAsync(setting, step, organization, parent, cancellationToken);
        List<Problem> problems = [.. place.Problems, .. Dates(setting, present)];
        problems.AddRange(await checks.SuperiorDecidedAsync(db, setting.Decision, organization, cancellationToken));
        if (place.Succeeded && IsSame(organization, step, place.Value))
            problems.Add(new KindIsTheSame(organization.Kind) { Field = "kindCode" });
        if (problems.Count > 0)
            return problems;

        var previous = organization.Kind;
        organization.Become(step.KindCode!, step.Subkind, place.Value.Era, step.HasSuperiorPowers);
        var coded = await CodeAsync(setting, step, organization, parent, cancellationToken);
        if (!coded.Succeeded)
            return coded.Problems.ToList();
        present.End(setting.EffectiveOn);
        await treeWriter.ChangeKindAsync(organization.Id, organization.Kind, setting.EffectiveOn, cancellationToken);
        Record(setting, organization, previous);
        if (!PartyAgencyRules.MayHaveAgencies(organization.Kind))
            await PartyAgenciesEnd.OfOrganizationAsync(db, organization.Id, setting.EffectiveOn, DecisionDocument.Enter(db, setting.Decision).Id, cancellationToken);
        return new StepResult();
    }

    private async Task<Result<KindPlace>> PlaceAsync(
        StepSetting setting, ReorganizationStep step, Organization organization, Organization? parent, CancellationToken cancellationToken)
    {
        var catalog = await kinds.GetAsync(cancellationToken);
        var policy = await policies.InForceOnAsync<KindsPolicy>(setting.EffectiveOn, cancellationToken);
        var wanted = new WantedKind(
            step.KindCode!,
            step.Subkind,
            setting.EffectiveOn,
            StepSetting.ConsentOf(step) is not null,
            step.HostLegalStatus ?? organization.HostLegalStatus);
        return KindRules.Check(catalog, policy, wanted, parent);
    }

    private IEnumerable<Problem> Dates(StepSetting setting, OrganizationKind present)
    {
        foreach (var problem in checks.Dates(setting.EffectiveOn, setting.Decision))
            yield return problem;
        if (setting.EffectiveOn <= present.Valid.LowerBound)
        {
            yield return new EffectiveDateIsBeforeEarlierChange(setting.EffectiveOn, present.Valid.LowerBound.AddDays(1))
            {
                Field = "input.effectiveOn",
            };
        }
    }

    private static bool IsSame(Organization organization, ReorganizationStep step, KindPlace place) =>
        (organization.Kind, organization.Subkind, organization.Era, organization.HasSuperiorPowers)
        == (step.KindCode, step.Subkind, place.Era, step.HasSuperiorPowers);

    // A code of the 208 scheme has as many groups as the kind asks for.
    private async Task<Result<int>> CodeAsync(
        StepSetting setting, ReorganizationStep step, Organization organization, Organization? parent, CancellationToken cancellationToken)
    {
        if (parent is null)
            return 0;
        var groups = (await kinds.GetAsync(cancellationToken)).Find(organization.Kind)!.CodeGroups;
        var present = await setting.Db.Codes
            .Where(row => row.OrganizationId == organization.Id && row.Scheme == CodeScheme.Regulation208 && row.Valid.UpperBoundInfinite)
            .Select(row => row.Value)
            .SingleOrDefaultAsync(cancellationToken);
        if (step.Code is null && present is not null && !CodeText.TryStore(CodeScheme.Regulation208, present, groups, out _))
            return new CodeHasWrongForm(present, CodeScheme.Regulation208, groups) { Field = "code" };
        return await codes.FollowAsync(setting.Db, organization, parent, step.Code, setting.EffectiveOn, cancellationToken);
    }

    private void Record(StepSetting setting, Organization organization, string previous)
    {
        var decision = DecisionDocument.Enter(setting.Db, setting.Decision);
        setting.Db.Kinds.Add(OrganizationKind.Of(organization, setting.EffectiveOn, decision.Id));
        setting.Db.Events.Add(new OrganizationEvent
        {
            Id = Guid.CreateVersion7(checks.Now),
            OrganizationId = organization.Id,
            Type = EventOf(previous, organization.Kind),
            EffectiveOn = setting.EffectiveOn,
            RecordedAt = checks.Now,
            DecisionId = decision.Id,
            Remark = $"{previous} → {organization.Kind}",
        });
        write.Raise(new OrganizationKindChanged(organization.Id, previous, organization.Kind, setting.EffectiveOn));
    }

    private static OrganizationEventType EventOf(string previous, string kind) =>
        (OrganizationKinds.HoldsMembers(previous), OrganizationKinds.HoldsMembers(kind)) switch
        {
            (true, false) => OrganizationEventType.Upgrade,
            (false, true) => OrganizationEventType.Downgrade,
            _ => OrganizationEventType.ChangeKind,
        };
}
