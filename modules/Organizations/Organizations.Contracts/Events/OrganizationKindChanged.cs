using Modular.Kernel.Events;

namespace Modular.Organizations.Contracts;

/// <summary>An organization was upgraded, downgraded or turned into another kind (nâng cấp, hạ cấp, chuyển đổi loại hình).</summary>
/// <param name="OrganizationId">The organization.</param>
/// <param name="PreviousKind">The kind up to the day before, one of <see cref="OrganizationKinds"/>.</param>
/// <param name="Kind">The new kind.</param>
/// <param name="EffectiveOn">The first day of the new kind.</param>
public sealed record OrganizationKindChanged(Guid OrganizationId, string PreviousKind, string Kind, DateOnly EffectiveOn) : IModuleEvent
{
    /// <inheritdoc />
    public static string EventName => "organizations.organization-kind-changed";
}
