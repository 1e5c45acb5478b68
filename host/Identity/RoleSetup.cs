using Modular.Kernel.Access;
using Modular.Kernel.Modules;
using Modular.Kernel.Postgres.Connections;
using Modular.Kernel.Provinces;
using Npgsql;

namespace Modular.Host.Identity;

/// <summary>
/// Gives a province the default roles, built from what the installed modules declare. Each permission is given to its default roles
/// once, when it is first seen: what an administrator takes away afterwards stays away.
/// </summary>
internal sealed class RoleSetup(ProvinceDataSources databases, InstalledModules modules, IdentitySettings settings)
{
    /// <summary>
    /// Administrators give every permission of their province, used by them or not; the organization board gives what it uses itself. Whoever
    /// operates the system is named by its operators alone.
    /// </summary>
    public static bool MayGive(string role, PermissionDefinition permission) => role switch
    {
        DefaultRoles.ProvinceAdministrator => permission.Name != HostPermissions.Operate,
        DefaultRoles.OrganizationBoardOfficer => permission.DefaultRoles.Contains(role),
        _ => false,
    };

    /// <summary>The roles that reach over many records or over the system itself: the password alone is too little for them.</summary>
    public static bool NeedsSecondFactor(string role) => role
        is DefaultRoles.ProvinceAdministrator or DefaultRoles.SystemOperator or DefaultRoles.OrganizationBoardOfficer or DefaultRoles.DataProtectionOfficer
        or DefaultRoles.Auditor;

    public async Task SetUpAsync(ProvinceId province, CancellationToken cancellationToken)
    {
        var permissions = HostPermissions.All
            .Concat(modules.All.SelectMany(module => module.Registration.DeclaredPermissions))
            .ToArray();
        var gifts = permissions
            .SelectMany(permission => permission.DefaultRoles
                .Append(DefaultRoles.ProvinceAdministrator)
                .Distinct()
                .Select(role => (Role: role, Permission: permission.Name, MayUse: permission.DefaultRoles.Contains(role), MayGive: MayGive(role, permission)))
                .Where(gift => gift.MayUse || gift.MayGive))
            .ToArray();
        var roles = DefaultRoleTitles.All.ToArray();

        await using var connection = await databases.Of(province).OpenConnectionAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                Command("""
                    insert into identity.roles (province_id, id, title, vietnamese_title, requires_second_factor)
                    select $1, id, title, vietnamese_title, needs
                    from unnest($2::text[], $3::text[], $4::text[], $5::boolean[]) as r (id, title, vietnamese_title, needs)
                    on conflict do nothing
                    """,
                    province.Value,
                    roles.Select(role => role.Key).ToArray(),
                    roles.Select(role => role.Value.English).ToArray(),
                    roles.Select(role => role.Value.Vietnamese).ToArray(),
                    roles.Select(role => settings.SecondFactor.InNewProvinces && NeedsSecondFactor(role.Key)).ToArray()),
                Command("""
                    with first_seen as (
                        insert into identity.offered_permissions (province_id, permission)
                        select $1, unnest($2::text[]) on conflict do nothing returning permission)
                    insert into identity.role_permissions (province_id, role_id, permission, may_use, may_give)
                    select $1, r.id, g.permission, g.may_use, g.may_give
                    from unnest($3::text[], $4::text[], $5::boolean[], $6::boolean[]) as g (role_id, permission, may_use, may_give)
                    join first_seen using (permission)
                    join identity.roles r on r.province_id = $1 and r.id = g.role_id
                    on conflict do nothing
                    """,
                    province.Value,
                    permissions.Select(permission => permission.Name).ToArray(),
                    gifts.Select(gift => gift.Role).ToArray(),
                    gifts.Select(gift => gift.Permission).ToArray(),
                    gifts.Select(gift => gift.MayUse).ToArray(),
                    gifts.Select(gift => gift.MayGive).ToArray()),
            },
        };
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    private static NpgsqlBatchCommand Command(string sql, params object[] values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        return command;
    }
}
