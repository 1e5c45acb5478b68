using Modular.Kernel.Organizations;
using Modular.Kernel.Results;
using Modular.Organizations.Decisions;
using Modular.Organizations.Reorganizing.HandOvers;

namespace Modular.Organizations.Reorganizing.Steps;

/// <summary>Carries the steps of a reorganization out, in order, in the running change. It goes on after a step that meets problems, so that all of them are told.</summary>
internal sealed class StepRun(
    ActChecks checks,
    IOrganizationTreeWriter treeWriter,
    SimpleSteps simple,
    KindChange kindChange,
    Merging merging,
    Splitting splitting,
    MembersByList members,
    FinalChecks finalChecks)
{
    /// <summary>What each step did, or all that stands against the reorganization.</summary>
    public async Task<Result<IReadOnlyDictionary<Guid, StepResult>>> RunAsync(
        StepSetting setting, IReadOnlyList<ReorganizationStep> steps, CancellationToken cancellationToken)
    {
        checks.ActOn(setting.EffectiveOn);
        await treeWriter.LockTreeAsync(cancellationToken);
        var done = new Dictionary<Guid, StepResult>();
        var problems = new List<Problem>();
        var missing = new HashSet<Guid>();
        foreach (var step in steps)
        {
            // What an earlier step could not found is not told of again by those that name it.
            var against = Names(step).Any(missing.Contains) ? [] : await DoAsync(setting, step, done, cancellationToken);
            if (!done.ContainsKey(step.Id) && step.Kind == ReorganizationStepKind.Found)
                missing.Add(step.OrganizationId);
            problems.AddRange(against.Select(problem => problem.Of(step)));
        }

        if (problems.Count == 0)
            problems = await finalChecks.RunAsync(setting, steps, done, cancellationToken);
        return problems.Count > 0 ? problems : done;
    }

    /// <summary>The minutes of handing over that follow: one between any two organizations (ORG-22).</summary>
    public static IEnumerable<HandOver> HandOvers(Reorganization reorganization, IEnumerable<StepResult> done) => done
        .Where(result => result.HandedOver is not null)
        .GroupBy(result => result.HandedOver!.Value)
        .Select(pair => new HandOver
        {
            Id = Guid.CreateVersion7(),
            ReorganizationId = reorganization.Id,
            SuperiorId = reorganization.SuperiorId,
            GivingId = pair.Key.Giving,
            ReceivingId = pair.Key.Receiving,
            EffectiveOn = reorganization.EffectiveOn,
            OrganizationCount = pair.Sum(result => result.Organizations),
            MemberCount = pair.Sum(result => result.Members),
        });

    private async Task<IReadOnlyList<Problem>> DoAsync(
        StepSetting setting, ReorganizationStep step, Dictionary<Guid, StepResult> done, CancellationToken cancellationToken)
    {
        var result = await RunAsync(setting, step, cancellationToken);
        if (!result.Succeeded)
            return result.Problems;
        await setting.Db.SaveChangesAsync(cancellationToken);
        done.Add(step.Id, result.Value);
        return [];
    }

    private Task<Result<StepResult>> RunAsync(StepSetting setting, ReorganizationStep step, CancellationToken cancellationToken) => step.Kind switch
    {
        ReorganizationStepKind.Found => simple.FoundAsync(setting, step, cancellationToken),
        ReorganizationStepKind.Rename => simple.RenameAsync(setting, step, cancellationToken),
        ReorganizationStepKind.Move => simple.MoveAsync(setting, step, cancellationToken),
        ReorganizationStepKind.ChangeKind => kindChange.ChangeAsync(setting, step, cancellationToken),
        ReorganizationStepKind.Merge => merging.MergeAsync(setting, step, cancellationToken),
        ReorganizationStepKind.Split => splitting.SplitAsync(setting, step, cancellationToken),
        ReorganizationStepKind.MoveMembers => members.MoveAsync(setting, step, cancellationToken),
        _ => simple.EndAsync(setting, step, cancellationToken),
    };

    private static IEnumerable<Guid> Names(ReorganizationStep step)
    {
        if (step.Kind != ReorganizationStepKind.Found)
            yield return step.OrganizationId;
        if (step.ParentId is { } parent)
            yield return parent;
        if (step.TargetId is { } target)
            yield return target;
    }
}
