using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Results;
using Modular.Organizations.Data;
using Modular.Organizations.Decisions;
using Modular.Organizations.Reorganizing.Steps;

namespace Modular.Organizations.Reorganizing;

/// <summary>Carries a whole reorganization out in the running change.</summary>
internal sealed class ReorganizationExecution(StepRun run, ActChecks checks)
{
    /// <summary>Does what the decision says, and marks the reorganization as in effect; or tells all that stands against it.</summary>
    public async Task<Result<Reorganization>> TakeEffectAsync(
        OrganizationsDbContext db, Reorganization reorganization, Decision decision, CancellationToken cancellationToken)
    {
        var steps = await StepsAsync(db, reorganization.Id, cancellationToken);
        var setting = await SettingAsync(db, reorganization, steps, decision, cancellationToken);
        var done = await run.RunAsync(setting, steps, cancellationToken);
        if (!done.Succeeded)
            return done.Problems.ToList();
        reorganization.TakeEffect(checks.Now);
        db.HandOvers.AddRange(StepRun.HandOvers(reorganization, done.Value.Values));
        return reorganization;
    }

    /// <summary>The steps of a reorganization in order.</summary>
    public static Task<List<ReorganizationStep>> StepsAsync(OrganizationsDbContext db, Guid reorganizationId, CancellationToken cancellationToken) =>
        db.Steps.IgnoreQueryFilters([ModuleDbContext.ScopeFilter])
            .Where(step => step.ReorganizationId == reorganizationId)
            .OrderBy(step => step.Position)
            .ToListAsync(cancellationToken);

    /// <summary>What the steps share.</summary>
    public static async Task<StepSetting> SettingAsync(
        OrganizationsDbContext db,
        Reorganization reorganization,
        IReadOnlyList<ReorganizationStep> steps,
        Decision decision,
        CancellationToken cancellationToken)
    {
        var listed = await db.ListedMembers.AsNoTracking().IgnoreQueryFilters([ModuleDbContext.ScopeFilter])
            .Where(row => row.ReorganizationId == reorganization.Id)
            .Select(row => new { row.StepId, row.MemberId })
            .ToListAsync(cancellationToken);
        return new StepSetting(
            db,
            reorganization.EffectiveOn,
            decision,
            [.. steps.Where(step => step.Kind == ReorganizationStepKind.Found)],
            listed.ToLookup(row => row.StepId, row => row.MemberId));
    }
}
