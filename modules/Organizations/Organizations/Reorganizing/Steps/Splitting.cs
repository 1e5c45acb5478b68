using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Policies;
using Modular.Kernel.Results;
using Modular.Organizations.Contracts;
using Modular.Organizations.Decisions;
using Modular.Organizations.Ending;
using Modular.Organizations.Register;

namespace Modular.Organizations.Reorganizing.Steps;

/// <summary>Ends an organization whose members and lower organizations were given to others that the same reorganization founds as its parts.</summary>
internal sealed class Splitting(EndingAct ending, IPolicies policies)
{
    public async Task<Result<StepResult>> SplitAsync(StepSetting setting, ReorganizationStep step, CancellationToken cancellationToken)
    {
        var policy = await policies.InForceOnAsync<ReorganizationPolicy>(setting.EffectiveOn, cancellationToken);
        var parts = setting.Founded.Count(founded => founded.TargetId == step.OrganizationId);
        if (parts < 2 || parts > policy.MostParts)
            return new SplitHasWrongNumberOfParts(parts, policy.MostParts) { Field = "organizationId" };
        var version = await setting.Db.Organizations.Where(row => row.Id == step.OrganizationId)
            .Select(row => row.Version).SingleOrDefaultAsync(cancellationToken);
        Result<Organization> ended = await ending.EndAsync(
            setting.Db,
            new DissolveOrganizationInput
            {
                Id = step.OrganizationId,
                ExpectedVersion = version,
                EffectiveOn = setting.EffectiveOn,
                Decision = setting.DecisionInput,
            },
            setting.Decision,
            (OrganizationState.Split, OrganizationEventType.Split),
            cancellationToken);
        return ended.Succeeded ? new StepResult() : ended.Problems.ToList();
    }
}
