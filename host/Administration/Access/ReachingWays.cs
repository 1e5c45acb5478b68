using Modular.Kernel.Access;
using Modular.Kernel.Postgres.Connections;
using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Provinces;
using Modular.Kernel.Time;
using Npgsql;

namespace Modular.Host.Administration.Access;

/// <summary>A grant or key with some of the permissions that are asked for.</summary>
/// <param name="UserName">The account.</param>
/// <param name="IsService">Whether it is the account of a program.</param>
/// <param name="MemberId">The account's own member record.</param>
/// <param name="Path">The place of the grant in today's tree; null where it has none.</param>
/// <param name="Permissions">Which of the permissions it gives.</param>
/// <param name="Way">What is shown of it.</param>
internal sealed record ReachingWay(
    string UserName, bool IsService, Guid? MemberId, string? Path, IReadOnlyList<string> Permissions, AccessWay Way)
{
    /// <summary>Whether it reaches a member's record: the same as <see cref="PermissionScope"/> says of all grants of a user.</summary>
    public bool Reaches(MemberPlace member, string? memberPath) => Way.Reach switch
    {
        Reach.Province => true,
        Reach.OrganizationAndBelow when Path is not null => memberPath is not null && PathRange.Below(Path).Contains(memberPath),
        Reach.OrganizationAndBelow or Reach.Organization => Way.OrganizationId == member.OrganizationId,
        _ => MemberId == member.Id,
    };
}

/// <summary>Reads the grants and keys that may reach members at some places, in two statements for any number of them.</summary>
internal sealed class ReachingWays(ICurrentProvince province, ProvinceDataSources databases, TimeProvider clock)
{
    private const string PathsSql =
        "select organization_id, path from kernel.organization_tree where province_id = $1 and organization_id = any($2) and standing @> $3";

    // The parts are apart because each has an index of its own; a province has as many grants of members for themselves as it has accounts.
    private const string WaysSql =
        """
        with near as (
            select g.* from identity.grants g where g.province_id = $1 and g.reach = 'PROVINCE' and g.ended_at is null
            union all
            select g.* from identity.grants g
            where g.province_id = $1 and g.organization_id = any($4) and g.ended_at is null
                and (g.reach = 'ORGANIZATION' or g.reach = 'ORGANIZATION_AND_BELOW' and not exists (
                    select from kernel.organization_tree t where t.province_id = g.province_id and t.organization_id = g.organization_id and t.valid @> $3))
            union all
            select g.* from kernel.organization_tree t join identity.grants g on g.province_id = t.province_id and g.organization_id = t.organization_id
            where t.province_id = $1 and t.path = any($5) and t.valid @> $3 and g.reach = 'ORGANIZATION_AND_BELOW' and g.ended_at is null
            union all
            select g.* from identity.province_users p join identity.grants g on g.province_id = p.province_id and g.user_id = p.id
            where p.province_id = $1 and p.member_id = any($6) and g.reach = 'SELF' and g.ended_at is null
        )
        select u.user_name, u.is_service, u.member_id, t.path, held.permissions,
            g.id, role.id, role.title, role.vietnamese_title, g.reach, g.organization_id, lower(g.valid), upper(g.valid) - 1, away.user_name, role.requires_second_factor
        from near g
        join identity.province_users u on u.province_id = g.province_id and u.id = g.user_id and u.deactivated_at is null
        join identity.users account on account.id = u.id and account.disabled_at is null
        join identity.roles role on role.province_id = g.province_id and role.id = g.role_id and role.ended_at is null
        join lateral (
            select array_agg(r.permission) as permissions from identity.role_permissions r
            where r.province_id = g.province_id and r.role_id = g.role_id and r.may_use and r.permission = any($2)) held on held.permissions is not null
        left join kernel.organization_tree t on t.province_id = g.province_id and t.organization_id = g.organization_id and t.valid @> $3
        left join identity.grants d on d.province_id = g.province_id and d.id = g.delegated_from
        left join identity.province_users away on away.province_id = d.province_id and away.id = d.user_id
        left join identity.users other on other.id = d.user_id
        where g.valid @> $3 and (g.delegated_from is null or (d.valid @> $3 and d.ended_at is null and away.deactivated_at is null and other.disabled_at is null))
        union all
        select u.user_name, true, null, t.path, array(select unnest(k.permissions) intersect select unnest($2)),
            null, null, k.name, k.name, k.reach, k.organization_id, (k.created_at at time zone 'Asia/Ho_Chi_Minh')::date, (k.expires_at at time zone 'Asia/Ho_Chi_Minh')::date, null, false
        from identity.service_keys k
        join identity.province_users u on u.province_id = k.province_id and u.id = k.user_id and u.deactivated_at is null
        join identity.users account on account.id = u.id and account.disabled_at is null
        left join kernel.organization_tree t on t.province_id = k.province_id and t.organization_id = k.organization_id and t.valid @> $3
        where k.province_id = $1 and k.permissions && $2 and k.ended_at is null and k.expires_at > $7
        order by 1, 6
        """;

    /// <summary>Where organizations stand, as far as reach goes; one that has ended stands where it stood last.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> PathsAsync(Guid[] organizations, CancellationToken cancellationToken)
    {
        await using var command = Command(PathsSql, organizations, clock.Today());
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var paths = new Dictionary<Guid, string>();
        while (await reader.ReadAsync(cancellationToken))
            paths[reader.GetGuid(0)] = reader.GetString(1);
        return paths;
    }

    /// <summary>The grants and keys that hold one of some permissions and may reach one of some members.</summary>
    public async Task<IReadOnlyList<ReachingWay>> FindAsync(
        IReadOnlyList<string> permissions, IReadOnlyList<MemberPlace> members, IReadOnlyDictionary<Guid, string> paths, CancellationToken cancellationToken)
    {
        if (members.Count == 0)
            return [];
        Guid[] organizations = [.. members.Select(member => member.OrganizationId).OfType<Guid>().Distinct()];
        string[] above = [.. organizations.Select(organization => paths.GetValueOrDefault(organization)).OfType<string>().SelectMany(Above).Distinct()];
        Guid[] people = [.. members.Select(member => member.Id)];
        await using var command = Command(WaysSql, permissions.ToArray(), clock.Today(), organizations, above, people, clock.GetUtcNow());
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var ways = new List<ReachingWay>();
        while (await reader.ReadAsync(cancellationToken))
            ways.Add(WayAt(reader));
        return ways;
    }

    /// <summary>The paths of an organization and of all above it.</summary>
    private static IEnumerable<string> Above(string path)
    {
        for (var end = path.IndexOf('.', StringComparison.Ordinal); end >= 0; end = path.IndexOf('.', end + 1))
            yield return path[..(end + 1)];
    }

    private NpgsqlCommand Command(string sql, params object[] values)
    {
        var command = databases.Of(province.Province.Id).CreateCommand(sql);
        command.Parameters.Add(new NpgsqlParameter<short> { TypedValue = province.Province.Id.Value });
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        return command;
    }

    private static ReachingWay WayAt(NpgsqlDataReader reader)
    {
        var way = new AccessWay(
            Optional<Guid>(reader, 5),
            reader.IsDBNull(6) ? null : reader.GetString(6),
            reader.GetString(7),
            reader.GetString(8),
            EnumText.Read<Reach>(reader.GetString(9)),
            Optional<Guid>(reader, 10),
            reader.GetFieldValue<DateOnly>(11),
            Optional<DateOnly>(reader, 12),
            reader.IsDBNull(13) ? null : reader.GetString(13),
            reader.GetBoolean(14));
        return new ReachingWay(
            reader.GetString(0), reader.GetBoolean(1), Optional<Guid>(reader, 2), reader.IsDBNull(3) ? null : reader.GetString(3),
            reader.GetFieldValue<string[]>(4), way);
    }

    private static T? Optional<T>(NpgsqlDataReader reader, int column)
        where T : struct => reader.IsDBNull(column) ? null : reader.GetFieldValue<T>(column);
}
