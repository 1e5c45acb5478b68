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
    /// <summary>The roles of the province (vai trò) with what they hold; those that were ended are left out.</summary>
    [Requires(HostPermissions.ReadAccess)]
    public static async Task<IReadOnlyList<Role>> RolesAsync(RoleReader roles, CancellationToken cancellationToken) =>
        [.. (await roles.ReadAsync(cancellationToken)).Where(role => role.EndedAt is null)];
}

/// <summary>A named set of permissions (vai trò).</summary>
/// <param name="Id">The identifier, for instance <c>cell-secretary</c>.</param>
/// <param name="Version">Raised by every change; what `expectedVersion` of a mutation is compared with.</param>
/// <param name="IsDefault">Whether every province starts with it; such a role is neither renamed nor ended.</param>
/// <param name="EndedAt">When it was ended; null while it may be given.</param>
/// <param name="Title">The English name.</param>
/// <param name="VietnameseTitle">The Vietnamese name.</param>
/// <param name="RequiresSecondFactor">Whether the role counts only in sessions in which a second factor was proven.</param>
/// <param name="Permissions">What whoever holds the role may do, or give to others.</param>
[GraphQLName("Role")]
[Classified(DataClass.Internal)]
internal sealed record Role(
    string Id,
    int Version,
    bool IsDefault,
    DateTime? EndedAt,
    string Title,
    string VietnameseTitle,
    bool RequiresSecondFactor,
    IReadOnlyList<HeldPermission> Permissions);

/// <summary>A permission (quyền) in a role.</summary>
/// <param name="Name">The permission, for instance <c>members.read</c>.</param>
/// <param name="MayUse">Whether it may be used.</param>
/// <param name="MayGive">Whether it may be given to others.</param>
[GraphQLName("RolePermission")]
[Classified(DataClass.Internal)]
internal sealed record HeldPermission(string Name, bool MayUse, bool MayGive);

/// <summary>Reads the roles of the current province, those that were ended included; they are few.</summary>
internal sealed class RoleReader(ICurrentProvince province, ProvinceDataSources databases)
{
    private const string Sql =
        """
        select role.id, role.version, role.ended_at, role.title, role.vietnamese_title, role.requires_second_factor,
            held.permission, held.may_use, held.may_give
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
        var roles = new List<(Role Role, List<HeldPermission> Held)>();
        while (await reader.ReadAsync(cancellationToken))
        {
            if (roles.Count == 0 || roles[^1].Role.Id != reader.GetString(0))
                roles.Add((RoleAt(reader), []));
            if (!reader.IsDBNull(6))
                roles[^1].Held.Add(new HeldPermission(reader.GetString(6), reader.GetBoolean(7), reader.GetBoolean(8)));
        }

        return [.. roles.Select(row => row.Role with { Permissions = row.Held })];
    }

    private static Role RoleAt(NpgsqlDataReader reader) => new(
        reader.GetString(0),
        reader.GetInt32(1),
        DefaultRoleTitles.All.ContainsKey(reader.GetString(0)),
        reader.IsDBNull(2) ? null : reader.GetDateTime(2),
        reader.GetString(3),
        reader.GetString(4),
        reader.GetBoolean(5),
        Permissions: []);

    /// <summary>The role of this identifier that may be given, or null.</summary>
    public async Task<Role?> FindAsync(string id, CancellationToken cancellationToken) =>
        (await ReadAsync(cancellationToken)).FirstOrDefault(role => role.Id == id && role.EndedAt is null);
}
