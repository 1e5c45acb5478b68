using Modular.GraphQL;
using Modular.GraphQL.Execution;
using Modular.Host.Identity;
using Modular.Kernel.Access;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Modules;

namespace Modular.Host.Schemas;

/// <summary>
/// Says in Vietnamese what users of a front end may meet. Errors of documents, variables and arguments are for whoever writes the front end, and stay in English.
/// </summary>
internal sealed class VietnameseErrors(InstalledModules modules) : IErrorTexts
{
    private static readonly Dictionary<string, string> Texts = new(StringComparer.Ordinal)
    {
        [KernelErrorCodes.Forbidden] = "Bạn không có quyền xem hoặc thực hiện việc này.",
        [KernelErrorCodes.NotFound] = "Không tìm thấy, hoặc bạn không có quyền xem.",
        [KernelErrorCodes.ListLimit] = "Danh sách có nhiều mục hơn mức được hiển thị.",
        [KernelErrorCodes.ModuleStuck] = "Phân hệ này tạm thời không trả lời. Hãy báo cho bộ phận vận hành.",
        [ErrorCodes.CostLimit] = "Yêu cầu quá lớn. Hãy xem ít dữ liệu hơn mỗi lần.",
        [ErrorCodes.Timeout] = "Yêu cầu mất quá nhiều thời gian nên đã dừng lại. Hãy thu hẹp rồi thử lại.",
        [ErrorCodes.Internal] = "Lỗi hệ thống. Hãy thử lại; nếu vẫn lỗi, báo cho bộ phận vận hành.",
    };

    private readonly Dictionary<string, PermissionDefinition> permissions = HostPermissions.All
        .Concat(modules.All.SelectMany(module => module.Registration.DeclaredPermissions))
        .DistinctBy(permission => permission.Name)
        .ToDictionary(permission => permission.Name, StringComparer.Ordinal);

    /// <inheritdoc />
    public string? TextOf(GraphQLError error) => error.Code switch
    {
        null => null,
        ErrorCodes.ModuleDisabled => $"Phân hệ '{TitleOf(error.Extensions.GetValueOrDefault("module") as string)}' chưa được bật ở tỉnh của bạn.",
        KernelErrorCodes.Forbidden when error.Extensions.GetValueOrDefault(KernelErrors.Permission) is string permission => ForbiddenBecause(permission),
        var code => Texts.GetValueOrDefault(code),
    };

    private string ForbiddenBecause(string permission) => permissions.TryGetValue(permission, out var known)
        ? $"Bạn không có quyền xem hoặc thực hiện việc này: cần quyền '{known.Title.Vietnamese}' ({permission})."
        : Texts[KernelErrorCodes.Forbidden];

    private string? TitleOf(string? module) => module is null ? null : modules.Find(module)?.Manifest.VietnameseTitle ?? module;
}
