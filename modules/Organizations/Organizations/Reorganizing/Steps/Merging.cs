using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Organizations;
using Modular.Kernel.Results;
using Modular.Organizations.Contracts;
using Modular.Organizations.Decisions;
using Modular.Organizations.Ending;
using Modular.Organizations.Moving;
using Modular.Organizations.Register;

namespace Modular.Organizations.Reorganizing.Steps;

/// <summary>
/// Merges an organization into another: what stands below it and who is in it go there, and it ends. To consolidate two into a new one (hợp nhất), the new one is
/// founded first and both are merged into it.
/// </summary>
internal sealed class Merging(
    ActChecks checks, MovingAct moving, EndingAct ending, MembersByList members, Successions successions, IOrganizationTree tree)
{
    public async Task<Result<StepResult>> MergeAsync(StepSetting setting, ReorganizationStep step, CancellationToken cancellationToken)
    {
        var merged = await checks.ActiveAsync(setting.Db, step.OrganizationId, OrganizationsPermissions.Dissolve, "organizationId", cancellationToken);
        var into = await checks.ActiveAsync(setting.Db, step.TargetId!.Value, OrganizationsPermissions.Found, "targetId", cancellationToken);
        List<Problem> problems = [.. merged.Problems, .. into.Problems];
        if (problems.Count > 0)
            return problems;
        if (!await CanMergeAsync(merged.Value, into.Value, setting.EffectiveOn, cancellationToken))
            return new OrganizationsDoNotMerge(merged.Value.Name, into.Value.Name) { Field = "targetId" };

        var below = await MoveBelowAsync(setting, merged.Value, into.Value, cancellationToken);
        if (!below.Succeeded)
            return below.Problems.ToList();
        var people = await members.MoveAsync(setting, merged.Value.Id, into.Value.Id, listed: null, cancellationToken);
        if (!people.Succeeded)
            return people.Problems.ToList();
        var ended = await EndAsync(setting, merged.Value, cancellationToken);
        if (!ended.Succeeded)
            return ended.Problems.ToList();
        successions.Record(setting, merged.Value.Id, into.Value.Id, OrganizationEventType.Merge, OrganizationState.Merged);
        return new StepResult(people.Value, below.Value)
        {
            HandedOver = (merged.Value.Id, into.Value.Id),
            Cells = OrganizationKinds.HoldsMembers(into.Value.Kind) ? [into.Value.Id] : [],
        };
    }

    private async Task<bool> CanMergeAsync(Organization merged, Organization into, DateOnly day, CancellationToken cancellationToken)
    {
        if (merged.Id == into.Id || OrganizationKinds.HoldsMembers(merged.Kind) != OrganizationKinds.HoldsMembers(into.Kind))
            return false;
        var places = await tree.FindAsync([merged.Id, into.Id], day, cancellationToken);
        return places.TryGetValue(merged.Id, out var lower)
            && places.TryGetValue(into.Id, out var upper)
            && !upper.Path.StartsWith(lower.Path, StringComparison.Ordinal);
    }

    private async Task<Result<int>> MoveBelowAsync(
        StepSetting setting, Organization merged, Organization into, CancellationToken cancellationToken)
    {
        var below = await setting.Db.Organizations
            .Where(row => row.ParentId == merged.Id && row.EndedOn == null)
            .OrderBy(row => row.SortKey)
            .ToListAsync(cancellationToken);
        foreach (var organization in below)
        {
            var moved = await moving.RunAsync(
                new MoveOrganizationInput
                {
                    Id = organization.Id,
                    ExpectedVersion = organization.Version,
                    ParentId = into.Id,
                    EffectiveOn = setting.EffectiveOn,
                    Decision = setting.DecisionInput,
                },
                cancellationToken);
            if (!moved.Succeeded)
                return moved.Problems.ToList();
            await setting.Db.SaveChangesAsync(cancellationToken);
        }

        return below.Count;
    }

    private Task<Result<Organization>> EndAsync(StepSetting setting, Organization merged, CancellationToken cancellationToken) => ending.EndAsync(
        setting.Db,
        new DissolveOrganizationInput
        {
            Id = merged.Id,
            ExpectedVersion = merged.Version,
            EffectiveOn = setting.EffectiveOn,
            Decision = setting.DecisionInput,
        },
        setting.Decision,
        (OrganizationState.Merged, OrganizationEventType.Merge),
        cancellationToken);
}
