using Modular.Kernel.Access;
using Modular.Kernel.Results;

namespace Modular.Kernel.GraphQL.History;

/// <summary>The acts that the history of edits guards.</summary>
public static class HistoryPermissions
{
    /// <summary>Reading who changed what, when and why; of the values only those whose fields the user may read.</summary>
    public const string Read = "history.read";

    /// <summary>Following what changes in the whole province, without any value.</summary>
    public const string Follow = "history.follow";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<PermissionDefinition> All { get; } =
    [
        new(Read, new LocalizedText("Xem lịch sử thay đổi hồ sơ", "See the history of changes"))
        {
            IsSensitive = true,
            DefaultRoles =
            [
                DefaultRoles.Member, DefaultRoles.GrassrootsOfficer, DefaultRoles.OrganizationBoardOfficer, DefaultRoles.Auditor,
            ],
        },
        new(Follow, new LocalizedText("Theo dõi các thay đổi trong toàn tỉnh", "Follow the changes of the whole province")),
    ];
}
