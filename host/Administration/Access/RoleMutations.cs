using Modular.GraphQL.CodeFirst;
using Modular.Host.Administration.Accounts;
using Modular.Host.Identity;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Results;

namespace Modular.Host.Administration.Access;

[MutationType]
internal static class RoleMutations
{
    /// <summary>Defines a role of the province's own (đặt vai trò riêng). Nobody puts into it what they could not give in the whole province.</summary>
    [Requires(HostPermissions.ManageRoles)]
    [Error<RolesBelongToTheProvince>]
    [Error<RoleIdIsTaken>]
    [Error<PermissionsAreUnknown>]
    [Error<RoleHoldsMoreThanYouMayGive>]
    public static Task<Result<RoleChange>> DefineRoleAsync(DefineRoleInput input, RoleDefinitions roles, CancellationToken cancellationToken) =>
        roles.DefineAsync(input, cancellationToken);

    /// <summary>Changes what a role holds, or how it is called (sửa vai trò); it works at once for all who hold it.</summary>
    [Requires(HostPermissions.ManageRoles)]
    [Error<RolesBelongToTheProvince>]
    [Error<DefaultRolesStay>]
    [Error<PermissionsAreUnknown>]
    [Error<RoleHoldsMoreThanYouMayGive>]
    [Error<NobodyChangesTheirOwnRole>]
    public static Task<Result<RoleChange>> ChangeRoleAsync(ChangeRoleInput input, RoleDefinitions roles, CancellationToken cancellationToken) =>
        roles.ChangeAsync(input, cancellationToken);

    /// <summary>Ends a role of the province's own and all its grants at once (bỏ vai trò).</summary>
    [Requires(HostPermissions.ManageRoles)]
    [Error<RolesBelongToTheProvince>]
    [Error<DefaultRolesStay>]
    [Error<RoleHoldsMoreThanYouMayGive>]
    [Error<NobodyChangesTheirOwnRole>]
    public static Task<Result<RoleChange>> EndRoleAsync(EndRoleInput input, RoleDefinitions roles, CancellationToken cancellationToken) =>
        roles.EndAsync(input, cancellationToken);
}
