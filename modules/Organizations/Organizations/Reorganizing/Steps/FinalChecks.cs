using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Policies;
using Modular.Kernel.Results;
using Modular.Organizations.Contracts;
using Modular.Organizations.Ending;
using Modular.Organizations.Kinds;
using Modular.Organizations.Register;

namespace Modular.Organizations.Reorganizing.Steps;

/// <summary>What must hold when all steps are done, whatever their order: enough members in each cell, kinds that fit sizes and each other, nobody left where members cannot be.</summary>
internal sealed class FinalChecks(
    MembersByList members, KindCatalogSource kinds, IPolicies policies, IEnumerable<IOrganizationEndingObjection> objections)
{
    public async Task<List<Problem>> RunAsync(
        StepSetting setting, IReadOnlyList<ReorganizationStep> steps, IReadOnlyDictionary<Guid, StepResult> done, CancellationToken cancellationToken)
    {
        var policy = await policies.InForceOnAsync<ReorganizationPolicy>(setting.EffectiveOn, cancellationToken);
        var kindly = steps.Where(step => step.Kind is ReorganizationStepKind.Found or ReorganizationStepKind.ChangeKind).ToList();
        Guid[] looked = [.. done.Values.SelectMany(result => result.Cells).Concat(kindly.Select(step => step.OrganizationId)).Distinct()];
        var standing = await setting.Db.Organizations
            .Where(row => looked.Contains(row.Id) && row.EndedOn == null)
            .ToDictionaryAsync(row => row.Id, cancellationToken);
        var problems = new List<Problem>();
        if (await members.CountOfficialAsync(looked, setting.EffectiveOn, cancellationToken) is { } counts)
        {
            foreach (var step in steps.Where(step => done.ContainsKey(step.Id)))
                problems.AddRange(Cells(step, done[step.Id], standing, counts, policy).Select(problem => problem.Of(step)));
            foreach (var step in kindly)
                problems.AddRange(Sizes(step, standing, counts, policy).Select(problem => problem.Of(step)));
        }

        problems.AddRange(await BelowAsync(setting, kindly, standing, cancellationToken));
        problems.AddRange(await LeftAsync(setting, kindly, standing, cancellationToken));
        return [.. problems.DistinctBy(problem => problem with { Field = null })];
    }

    private static IEnumerable<Problem> Cells(
        ReorganizationStep step,
        StepResult result,
        Dictionary<Guid, Organization> standing,
        IReadOnlyDictionary<Guid, int> counts,
        ReorganizationPolicy policy)
    {
        foreach (var cell in result.Cells)
        {
            var official = counts.GetValueOrDefault(cell);
            if (standing.TryGetValue(cell, out var organization)
                && organization.Kind is OrganizationKinds.Cell or OrganizationKinds.GrassrootsCell
                && official < policy.CellMembers)
            {
                yield return new CellWouldHaveTooFewMembers(organization.Name, official, policy.CellMembers) { Field = "organizationId" };
            }
        }
    }

    private static IEnumerable<Problem> Sizes(
        ReorganizationStep step,
        Dictionary<Guid, Organization> standing,
        IReadOnlyDictionary<Guid, int> counts,
        ReorganizationPolicy policy)
    {
        if (StepSetting.ConsentOf(step) is not null || !standing.TryGetValue(step.OrganizationId, out var organization))
            yield break;
        var official = counts.GetValueOrDefault(organization.Id);
        var fits = organization.Kind switch
        {
            OrganizationKinds.GrassrootsCommittee => official >= policy.CommitteeMembers,
            OrganizationKinds.GrassrootsCell => official < policy.CommitteeMembers,
            _ => true,
        };
        if (!fits)
            yield return new KindDoesNotFitSize(organization.Name, official, policy.CommitteeMembers) { Field = "kindCode" };
    }

    // What stands below an organization of another kind stays there, so the new kind must take it, as it is now.
    private async Task<List<Problem>> BelowAsync(
        StepSetting setting, IReadOnlyList<ReorganizationStep> steps, Dictionary<Guid, Organization> standing, CancellationToken cancellationToken)
    {
        var changed = steps.Where(step => step.Kind == ReorganizationStepKind.ChangeKind && standing.ContainsKey(step.OrganizationId)).ToList();
        var ids = changed.Select(step => (Guid?)step.OrganizationId).ToArray();
        var below = (await setting.Db.Organizations
            .Where(row => ids.Contains(row.ParentId) && row.EndedOn == null)
            .Select(row => new { row.ParentId, row.Kind }).Distinct()
            .ToListAsync(cancellationToken)).ToLookup(row => row.ParentId!.Value, row => row.Kind);
        var catalog = await kinds.GetAsync(cancellationToken);
        var problems = new List<Problem>();
        foreach (var step in changed)
        {
            var above = standing[step.OrganizationId];
            problems.AddRange(below[above.Id]
                .Where(kind => catalog.PlaceOf(kind, above.Kind, above.Era, setting.EffectiveOn) is null)
                .Select(kind => new KindIsNotAllowedBelowParent(kind, above.Kind, setting.EffectiveOn) { Field = "kindCode" }.Of(step)));
        }

        return problems;
    }

    private async Task<List<Problem>> LeftAsync(
        StepSetting setting,
        IReadOnlyList<ReorganizationStep> steps,
        Dictionary<Guid, Organization> standing,
        CancellationToken cancellationToken)
    {
        var problems = new List<Problem>();
        var upgraded = steps
            .Where(step => step.Kind == ReorganizationStepKind.ChangeKind && standing.ContainsKey(step.OrganizationId) && !OrganizationKinds.HoldsMembers(step.KindCode!))
            .ToDictionary(step => step.OrganizationId);
        if (upgraded.Count == 0)
            return problems;
        foreach (var objection in objections)
        {
            foreach (var found in await objection.FindAsync(upgraded.Keys, setting.EffectiveOn, cancellationToken))
                problems.Add(new OrganizationIsNotEmpty(found.What, found.Count) { Field = "organizationId" }.Of(upgraded[found.OrganizationId]));
        }

        return problems;
    }
}
