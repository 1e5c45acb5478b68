using Modular.Kernel.Results;
using Modular.Organizations.Contracts;
using Modular.Organizations.Decisions;

namespace Modular.Organizations.Reorganizing.Steps;

/// <summary>Moves the people of one cell to another; where no module keeps members, there is nobody to move.</summary>
internal sealed class MembersByList(IEnumerable<IOrganizationMembersMove> ports, ActChecks checks)
{
    private IOrganizationMembersMove? Port => ports.FirstOrDefault();

    /// <summary>The step that moves members by list, or all of them (ORG-22).</summary>
    public async Task<Result<StepResult>> MoveAsync(StepSetting setting, ReorganizationStep step, CancellationToken cancellationToken)
    {
        var from = await checks.ActiveAsync(setting.Db, step.OrganizationId, OrganizationsPermissions.Move, "organizationId", cancellationToken);
        var to = await checks.ActiveAsync(setting.Db, step.TargetId!.Value, OrganizationsPermissions.Move, "targetId", cancellationToken);
        List<Problem> problems = [.. from.Problems, .. to.Problems];
        if (problems.Count > 0)
            return problems;
        if (!OrganizationKinds.HoldsMembers(to.Value.Kind))
            return new MembersAreInCellsOnly(to.Value.Name) { Field = "targetId" };
        Guid[] listed = [.. setting.Lists[step.Id]];
        var moved = await MoveAsync(setting, from.Value.Id, to.Value.Id, listed.Length == 0 ? null : listed, cancellationToken);
        return moved.Succeeded
            ? new StepResult(moved.Value) { HandedOver = (from.Value.Id, to.Value.Id), Cells = [from.Value.Id, to.Value.Id] }
            : moved.Problems.ToList();
    }

    /// <summary>How many people were moved.</summary>
    /// <param name="setting">The reorganization.</param>
    /// <param name="from">The organization that gives.</param>
    /// <param name="to">The one that takes in.</param>
    /// <param name="listed">The list, or null for all.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<Result<int>> MoveAsync(
        StepSetting setting, Guid from, Guid to, IReadOnlyCollection<Guid>? listed, CancellationToken cancellationToken)
    {
        if (Port is not { } port)
            return 0;
        var move = new MembersMove(from, to, listed, setting.EffectiveOn, setting.Decision.Number, setting.Decision.DecidedOn);
        var outcome = await port.MoveAsync(move, cancellationToken);
        if (outcome.NotThere.Count > 0)
            return new ListNamesOthers(outcome.NotThere.Count) { Field = "memberIds" };
        if (outcome.NotBefore is { } notBefore)
            return new EffectiveDateIsBeforeEarlierChange(setting.EffectiveOn, notBefore) { Field = "effectiveOn" };
        return outcome.Official + outcome.Temporary;
    }

    /// <summary>How many official members organizations have as the change leaves them, or null where no module keeps members.</summary>
    public async Task<IReadOnlyDictionary<Guid, int>?> CountOfficialAsync(
        IReadOnlyCollection<Guid> organizations, DateOnly day, CancellationToken cancellationToken) =>
        Port is { } port ? await port.CountOfficialAsync(organizations, day, cancellationToken) : null;
}
