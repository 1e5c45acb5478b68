using Modular.Kernel.Results;

namespace Modular.Host.Provinces;

/// <summary>No module of this identifier is installed on this host.</summary>
internal sealed record ModuleIsNotInstalled(string Module) : Problem
{
    protected override LocalizedText Text => new(
        $"Phân hệ '{Module}' chưa được cài đặt.",
        $"The module '{Module}' is not installed.");
}

/// <summary>A module cannot be enabled before those that it depends on.</summary>
internal sealed record ModuleNeedsOtherModules(string Module, IReadOnlyList<string> Missing) : Problem
{
    protected override LocalizedText Text => new(
        $"Phân hệ '{Module}' cần bật trước: {string.Join(", ", Missing)}.",
        $"The module '{Module}' needs these to be enabled first: {string.Join(", ", Missing)}.");
}

/// <summary>A module cannot be disabled while others that are enabled depend on it.</summary>
internal sealed record ModuleIsNeededByOtherModules(string Module, IReadOnlyList<string> NeededBy) : Problem
{
    protected override LocalizedText Text => new(
        $"Không tắt được phân hệ '{Module}' vì còn phân hệ đang dùng: {string.Join(", ", NeededBy)}.",
        $"The module '{Module}' cannot be disabled while these depend on it: {string.Join(", ", NeededBy)}.");
}

/// <summary>The schema that the province would have contradicts itself.</summary>
/// <param name="Module">The module that was to be enabled.</param>
/// <param name="Conflict">What is wrong, with the modules that are to be changed.</param>
internal sealed record ModulesDoNotGoTogether(string Module, string Conflict) : Problem
{
    protected override LocalizedText Text => new(
        $"Phân hệ '{Module}' xung đột với các phân hệ đang bật: {Conflict}",
        $"The module '{Module}' does not go together with those that are enabled: {Conflict}");
}

/// <summary>The change would do something else than the plan said that was looked at.</summary>
/// <param name="Module">The module.</param>
internal sealed record ModulePlanHasChanged(string Module) : Problem
{
    protected override LocalizedText Text => new(
        $"Phương án bật, tắt phân hệ '{Module}' đã thay đổi sau khi bạn xem. Hãy xem lại phương án.",
        $"What enabling or disabling the module '{Module}' does has changed since you looked at the plan. Look at it again.");
}
