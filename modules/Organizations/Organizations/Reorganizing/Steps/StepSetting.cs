using Modular.Organizations.Data;
using Modular.Organizations.Decisions;

namespace Modular.Organizations.Reorganizing.Steps;

/// <summary>What all steps of one reorganization share.</summary>
/// <param name="Db">The context of the running change.</param>
/// <param name="EffectiveOn">The effective day.</param>
/// <param name="Decision">The decision; where only a scheme is tried out, a stand-in for it.</param>
/// <param name="Founded">The steps that found organizations.</param>
/// <param name="Lists">The members on the list of each step.</param>
internal sealed record StepSetting(
    OrganizationsDbContext Db,
    DateOnly EffectiveOn,
    Decision Decision,
    IReadOnlyList<ReorganizationStep> Founded,
    ILookup<Guid, Guid> Lists)
{
    /// <summary>The decision in the form that acts take.</summary>
    public DecisionInput DecisionInput => new()
    {
        Number = Decision.Number,
        DecidedOn = Decision.DecidedOn,
        Authority = Decision.Authority,
        AuthorityOrganizationId = Decision.AuthorityOrganizationId,
        Excerpt = Decision.Excerpt,
    };

    /// <summary>The prior consent that a step names, in the form that acts take.</summary>
    public static DecisionInput? ConsentOf(ReorganizationStep step) =>
        step.ConsentNumber is { } number && step.ConsentOn is { } day && step.ConsentAuthority is { } authority
            ? new DecisionInput
            {
                Number = number,
                DecidedOn = day,
                Authority = authority,
                AuthorityOrganizationId = step.ConsentAuthorityOrganizationId,
            }
            : null;
}
