using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Results;
using Modular.Organizations.Codes;
using Modular.Organizations.Contracts;
using Modular.Organizations.Decisions;
using Modular.Organizations.Ending;
using Modular.Organizations.Founding;
using Modular.Organizations.Moving;
using Modular.Organizations.Register;
using Modular.Organizations.Renaming;

namespace Modular.Organizations.Reorganizing.Steps;

/// <summary>Steps that are acts which can also be done one by one.</summary>
internal sealed class SimpleSteps(FoundingAct founding, RenamingAct renaming, MovingAct moving, EndingAct ending, Successions successions)
{
    public async Task<Result<StepResult>> FoundAsync(StepSetting setting, ReorganizationStep step, CancellationToken cancellationToken)
    {
        var founded = await founding.RunAsync(
            new FoundOrganizationInput
            {
                ParentId = step.ParentId,
                Kind = step.KindCode!,
                Subkind = step.Subkind,
                Name = step.Name!,
                ShortName = step.ShortName,
                Code = step.Code!,
                CodeScheme = step.CodeScheme ?? CodeScheme.Internal,
                FieldType = step.FieldType,
                HostLegalStatus = step.HostLegalStatus,
                AdministrativeUnitCode = step.AdministrativeUnitCode,
                HasSuperiorPowers = step.HasSuperiorPowers,
                EffectiveOn = setting.EffectiveOn,
                Decision = setting.DecisionInput,
                Consent = StepSetting.ConsentOf(step),
            },
            step.OrganizationId,
            cancellationToken);
        if (!founded.Succeeded)
            return founded.Problems.ToList();
        if (step.TargetId is { } whole)
            successions.Record(setting, whole, step.OrganizationId, OrganizationEventType.Split, OrganizationState.Active);
        return new StepResult { Cells = founded.Value.Kind is OrganizationKinds.Cell or OrganizationKinds.GrassrootsCell ? [step.OrganizationId] : [] };
    }

    public async Task<Result<StepResult>> RenameAsync(StepSetting setting, ReorganizationStep step, CancellationToken cancellationToken)
    {
        var renamed = await renaming.RunAsync(
            new RenameOrganizationInput
            {
                Id = step.OrganizationId,
                ExpectedVersion = await VersionAsync(setting, step, cancellationToken),
                Name = step.Name!,
                ShortName = step.ShortName,
                EffectiveOn = setting.EffectiveOn,
                Decision = setting.DecisionInput,
            },
            cancellationToken);
        return renamed.Succeeded ? new StepResult() : renamed.Problems.ToList();
    }

    public async Task<Result<StepResult>> MoveAsync(StepSetting setting, ReorganizationStep step, CancellationToken cancellationToken)
    {
        var giving = await ParentAsync(setting, step, cancellationToken);
        var moved = await moving.RunAsync(
            new MoveOrganizationInput
            {
                Id = step.OrganizationId,
                ExpectedVersion = await VersionAsync(setting, step, cancellationToken),
                ParentId = step.ParentId!.Value,
                Code = step.Code,
                EffectiveOn = setting.EffectiveOn,
                Decision = setting.DecisionInput,
                Consent = StepSetting.ConsentOf(step),
            },
            cancellationToken);
        return moved.Succeeded
            ? new StepResult(Organizations: 1) { HandedOver = (giving!.Value, step.ParentId.Value) }
            : moved.Problems.ToList();
    }

    public async Task<Result<StepResult>> EndAsync(StepSetting setting, ReorganizationStep step, CancellationToken cancellationToken)
    {
        var ended = await ending.EndAsync(
            setting.Db,
            new DissolveOrganizationInput
            {
                Id = step.OrganizationId,
                ExpectedVersion = await VersionAsync(setting, step, cancellationToken),
                Manner = step.Manner ?? EndingManner.Dissolution,
                EffectiveOn = setting.EffectiveOn,
                Decision = setting.DecisionInput,
            },
            setting.Decision,
            cancellationToken);
        return ended.Succeeded ? new StepResult() : ended.Problems.ToList();
    }

    // The scheme is guarded as a whole: what it meets is the organization as it stands when it is carried out.
    private static Task<int> VersionAsync(StepSetting setting, ReorganizationStep step, CancellationToken cancellationToken) =>
        Current(setting, step).Select(row => row.Version).SingleOrDefaultAsync(cancellationToken);

    private static Task<Guid?> ParentAsync(StepSetting setting, ReorganizationStep step, CancellationToken cancellationToken) =>
        Current(setting, step).Select(row => row.ParentId).SingleOrDefaultAsync(cancellationToken);

    private static IQueryable<Organization> Current(StepSetting setting, ReorganizationStep step) =>
        setting.Db.Organizations.Where(row => row.Id == step.OrganizationId);
}
