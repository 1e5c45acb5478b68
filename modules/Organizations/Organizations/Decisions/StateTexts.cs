using Modular.Kernel.Results;
using Modular.Organizations.Contracts;

namespace Modular.Organizations.Decisions;

/// <summary>What states are called in sentences.</summary>
internal static class StateTexts
{
    public static LocalizedText Of(OrganizationState state) => state switch
    {
        OrganizationState.Draft => new LocalizedText("dự thảo", "draft"),
        OrganizationState.Active => new LocalizedText("đang hoạt động", "active"),
        OrganizationState.Suspended => new LocalizedText("bị đình chỉ hoạt động", "suspended"),
        OrganizationState.Merged => new LocalizedText("đã hợp nhất, sáp nhập", "merged"),
        OrganizationState.Split => new LocalizedText("đã chia tách", "split"),
        OrganizationState.Dissolved => new LocalizedText("đã giải thể", "dissolved"),
        OrganizationState.DisbandedByDiscipline => new LocalizedText("đã bị giải tán", "disbanded as discipline"),
        _ => new LocalizedText("đã kết thúc hoạt động", "ended"),
    };
}
