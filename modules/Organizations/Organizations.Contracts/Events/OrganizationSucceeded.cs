using Modular.Kernel.Events;

namespace Modular.Organizations.Contracts;

/// <summary>
/// An organization took the place of another that was merged or split (kế thừa), in whole or in part. Cases that are open about the predecessor go on with the successor.
/// </summary>
/// <param name="PredecessorId">The organization that was merged or split.</param>
/// <param name="SuccessorId">The organization that takes its place.</param>
/// <param name="State">In which way the predecessor ended, or <see cref="OrganizationState.Active"/> where only a part of it left.</param>
/// <param name="EffectiveOn">The first day.</param>
public sealed record OrganizationSucceeded(Guid PredecessorId, Guid SuccessorId, OrganizationState State, DateOnly EffectiveOn) : IModuleEvent
{
    /// <inheritdoc />
    public static string EventName => "organizations.organization-succeeded";
}
