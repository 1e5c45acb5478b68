using Modular.Kernel.Results;

namespace Modular.Members.Badges;

/// <summary>What stages of proposals are called in sentences.</summary>
internal static class BadgeTexts
{
    public static LocalizedText Of(BadgeProposalState state) => state switch
    {
        BadgeProposalState.Proposed => new LocalizedText("đã đề nghị", "proposed"),
        BadgeProposalState.Checked => new LocalizedText("đã thẩm định", "checked"),
        BadgeProposalState.Declined => new LocalizedText("không đủ điều kiện", "declined"),
        BadgeProposalState.Decided => new LocalizedText("đã có quyết định", "decided"),
        _ => new LocalizedText("đã trao tặng", "awarded"),
    };
}
