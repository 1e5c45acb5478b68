using Modular.Kernel.Results;

namespace Modular.Organizations.Reorganizing;

/// <summary>What states and steps are called in sentences.</summary>
internal static class ReorganizationTexts
{
    public static LocalizedText Of(ReorganizationState state) => state switch
    {
        ReorganizationState.Draft => new("đang soạn thảo", "a draft"),
        ReorganizationState.Appraised => new("đã thẩm định", "appraised"),
        ReorganizationState.Decided => new("đã quyết định", "decided"),
        ReorganizationState.Effective => new("đã có hiệu lực", "in effect"),
        _ => new("đã rút", "withdrawn"),
    };

    public static LocalizedText Of(ReorganizationStepKind kind) => kind switch
    {
        ReorganizationStepKind.Found => new("thành lập", "found"),
        ReorganizationStepKind.Rename => new("đổi tên", "rename"),
        ReorganizationStepKind.Move => new("chuyển cấp trên trực tiếp", "move"),
        ReorganizationStepKind.ChangeKind => new("chuyển đổi loại hình", "change the kind"),
        ReorganizationStepKind.Merge => new("sáp nhập", "merge"),
        ReorganizationStepKind.Split => new("chia tách", "split"),
        ReorganizationStepKind.MoveMembers => new("chuyển đảng viên", "move members"),
        _ => new("kết thúc", "end"),
    };
}
