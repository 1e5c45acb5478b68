using Modular.GraphQL.CodeFirst;
using Modular.Host.Identity;
using Modular.Kernel.Access;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Postgres.Connections;
using Modular.Kernel.Provinces;
using Npgsql;

namespace Modular.Host.Administration.Access;

internal sealed class AccessQueries : QueryFields
{
    protected override void Define(QueryBuilder query)
    {
        query.ById<ProvinceUser>("user", "One account by its id.");
        query.Connection<ProvinceUser>("users", "The accounts that may work in the province (tài khoản).");
        query.ById<RoleGrant>("grant", "One grant by its id.");
        query.Connection<RoleGrant>("grants", "Which users hold which roles on `asOf`, those that were ended included (vai trò được giao).");
    }
}

[QueryType]
internal static class RoleQueries
{
    /// <summary>The roles of the province (vai trò) with what they hold.</summary>
    [Requires(HostPermissions.ReadAccess)]
    public static Task<IReadOnlyList<Role>> RolesAsync(RoleReader roles, CancellationToken cancellationToken) => roles.ReadAsync(cancellationToken);
}

/// <summary>A named set of permissions (vai trò).</summary>
/// <param name="Id">The identifier, for instance <c>cell-secretary</c>.</param>
/// <param name="Title">The English name.</param>
/// <param name="VietnameseTitle">The Vietnamese name.</param>
/// <param name="RequiresSecondFactor">Whether the role counts only in sessions in which a second factor was proven.</param>
/// <param name="Permissions">What whoever holds the role may do, or give to others.</param>
[GraphQLName("Role")]
[Classified(DataClass.Internal)]
internal sealed record Role(string Id, string Title, string VietnameseTitle, bool RequiresSecondFactor, IReadOnlyList<HeldPermission> Permissions);

/// <summary>A permission (quyền) in a role.</summary>
/// <param name="Name">The permission, for instance <c>members.read</c>.</param>
/// <param name="MayUse">Whether it may be used.</param>
/// <param name="MayGive">Whether it may be given to others.</param>
[GraphQLName("RolePermission")]
[Classified(DataClass.Internal)]
internal sealed record HeldPermission(string Name, bool MayUse, bool MayGive);

/// <summary>Reads the roles of the current province; they are few.</summary>
internal sealed class RoleReader(ICurrentProvince province, ProvinceDataSources databases)
{
    private const string Sql =
        """
        select role.id, role.title, role.vietnamese_title, role.requires_second_factor, held.permission, held.may_use, held.may_give
        from identity.roles as role
        left join identity.role_permissions as held on held.province_id = role.province_id and held.role_id = role.id
        where role.province_id = $1
        order by role.id, held.permission
        """;

    public async Task<IReadOnlyList<Role>> ReadAsync(CancellationToken cancellationToken)
    {
        var id = province.Province.Id;
        await using var command = databases.Of(id).CreateCommand(Sql);
        command.Parameters.Add(new NpgsqlParameter<short> { TypedValue = id.Value });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<(string Id, string Title, string Vietnamese, bool Strict, HeldPermission? Held)>();
        while (await reader.ReadAsync(cancellationToken))
        {
            var held = reader.IsDBNull(4) ? null : new HeldPermission(reader.GetString(4), reader.GetBoolean(5), reader.GetBoolean(6));
            rows.Add((reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.GetBoolean(3), held));
        }

        return
        [
            .. rows.GroupBy(row => (row.Id, row.Title, row.Vietnamese, row.Strict)).Select(role =>
                new Role(role.Key.Id, role.Key.Title, role.Key.Vietnamese, role.Key.Strict, [.. role.Select(row => row.Held).OfType<HeldPermission>()])),
        ];
    }

    /// <summary>The role of this identifier, or null.</summary>
    public async Task<Role?> FindAsync(string id, CancellationToken cancellationToken) =>
        (await ReadAsync(cancellationToken)).FirstOrDefault(role => role.Id == id);
}
