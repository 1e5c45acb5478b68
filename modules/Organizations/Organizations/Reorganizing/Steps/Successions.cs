using Modular.Kernel.Postgres.Writing;
using Modular.Organizations.Contracts;
using Modular.Organizations.Data;
using Modular.Organizations.Decisions;

namespace Modular.Organizations.Reorganizing.Steps;

/// <summary>Records which organization takes the place of which.</summary>
internal sealed class Successions(IWrite<OrganizationsDbContext> write)
{
    public void Record(StepSetting setting, Guid predecessor, Guid successor, OrganizationEventType type, OrganizationState state)
    {
        setting.Db.Successions.Add(new OrganizationSuccession
        {
            Id = Guid.CreateVersion7(),
            PredecessorId = predecessor,
            SuccessorId = successor,
            Type = type,
            EffectiveOn = setting.EffectiveOn,
            DecisionId = DecisionDocument.Enter(setting.Db, setting.Decision).Id,
        });
        write.Raise(new OrganizationSucceeded(predecessor, successor, state, setting.EffectiveOn));
    }
}
