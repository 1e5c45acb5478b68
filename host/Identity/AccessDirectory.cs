using System.Collections.Concurrent;
using Modular.Kernel.Access;
using Modular.Kernel.Postgres.Connections;
using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Provinces;
using Modular.Kernel.Time;
using Npgsql;

namespace Modular.Host.Identity;

/// <summary>
/// Tells what a user may do in a province. Remembered for a short while; forgotten at once, on every host, when a grant, a role or an
/// account changes or a root of the tree does, and at midnight, because grants are dated.
/// </summary>
internal sealed class AccessDirectory(ProvinceDataSources databases, EntranceChanges changes, TimeProvider clock)
{
    private const int MostRemembered = 10_000;
    private static readonly TimeSpan RememberedFor = TimeSpan.FromSeconds(30);

    // The place in today's tree of the organization that a grant or key names, how many stand there and below, up to one more than is narrow, and whether that is the whole tree:
    // an organization that ended below a former root stays there, although that root stands below another one today.
    private static readonly string PlaceOfGrant =
        $"""

        left join lateral (
            select t.path, (
                select count(*)::integer from (
                    select from kernel.organization_tree b
                    where b.province_id = t.province_id and b.path >= t.path and b.path < t.path_end and b.standing @> $3
                    limit {PermissionScope.NarrowOrganizations + 1}) as counted) as below,
                t.parent_id is null and not exists (
                    select from kernel.organization_tree before where before.province_id = t.province_id and before.path < t.path and before.standing @> $3) and not exists (
                    select from kernel.organization_tree after where after.province_id = t.province_id and after.path >= t.path_end and after.standing @> $3) as is_whole_tree
            from kernel.organization_tree t
            where t.province_id = g.province_id and t.organization_id = g.organization_id and t.valid @> $3) place on true

        """;

    private readonly ConcurrentDictionary<(ProvinceId Province, Guid User), Remembered> remembered = new();
    private readonly ConcurrentDictionary<ProvinceId, int> generations = new();
    private readonly ConcurrentDictionary<Guid, int> users = new();
    private int generation;

    /// <summary>The user's rights, or null for somebody who has no place in the province.</summary>
    public async ValueTask<KnownUser?> FindAsync(ProvinceId province, Guid userId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        // Taken before the reading: what was read while a change was announced is kept with the old number, and not used again.
        var age = (generation, generations.GetValueOrDefault(province), users.GetValueOrDefault(userId));
        if (remembered.TryGetValue((province, userId), out var known) && known.Age == age && now < known.Until)
            return known.User;
        var today = clock.Today();
        var user = await ReadAsync(province, userId, now, today, cancellationToken);
        if (remembered.Count >= MostRemembered)
            remembered.Clear();
        remembered[(province, userId)] = new Remembered(user, age, Earlier(now + RememberedFor, VietnamTime.EndOf(today)));
        return user;
    }

    /// <summary>The rights of whoever a token names.</summary>
    public async ValueTask<TokenAccess> OfAsync(TokenOwner owner, ProvinceId province, CancellationToken cancellationToken)
    {
        if (owner.UserId is not { } userId)
            return TokenAccess.Void;
        if (await FindAsync(province, userId, cancellationToken) is not { } user)
            return TokenAccess.Nowhere;
        if (user.AccessOf(owner) is { } access)
            return new TokenAccess(access, IsVoid: false);
        // The session may have begun at another host after the user was read here.
        user = await ReadAsync(province, userId, clock.GetUtcNow(), clock.Today(), cancellationToken);
        return user?.AccessOf(owner) is { } fresh ? new TokenAccess(fresh, IsVoid: false) : TokenAccess.Void;
    }

    /// <summary>Forgets what is known of one province.</summary>
    public void Forget(ProvinceId province)
    {
        generations.AddOrUpdate(province, 1, (_, number) => number + 1);
        changes.Announce(province);
    }

    /// <summary>Forgets what is known of one user, in all provinces.</summary>
    public void Forget(Guid userId)
    {
        if (users.Count >= MostRemembered)
        {
            Interlocked.Increment(ref generation);
            users.Clear();
        }

        users.AddOrUpdate(userId, 1, (_, number) => number + 1);
        changes.Announce();
    }

    /// <summary>Forgets everything.</summary>
    public void Forget()
    {
        Interlocked.Increment(ref generation);
        changes.Announce();
    }

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;

    private async Task<KnownUser?> ReadAsync(ProvinceId province, Guid userId, DateTimeOffset now, DateOnly today, CancellationToken cancellationToken)
    {
        await using var connection = await databases.Of(province).OpenConnectionAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new("""
                    select u.user_name, u.security_stamp, p.member_id
                    from identity.users u join identity.province_users p on p.id = u.id
                    where u.id = $1 and p.province_id = $2 and u.disabled_at is null and p.deactivated_at is null
                    """)
                {
                    Parameters = { new() { Value = userId }, new() { Value = province.Value } },
                },
                new("""
                    select id, has_second_factor from identity.sessions
                    where user_id = $1 and ended_at is null and idle_at > $2 and expires_at > $2
                    """)
                {
                    Parameters = { new() { Value = userId }, new() { Value = now } },
                },
                new("""
                    select distinct r.permission, g.reach, g.organization_id, g.path, g.below, r.may_use, r.may_give, role.requires_second_factor, coalesce(g.is_whole_tree, false)
                    from (
                        select g.province_id, g.role_id, g.reach, g.organization_id, place.path, place.below, place.is_whole_tree
                        from identity.grants g
                    """ + PlaceOfGrant + """
                        where g.user_id = $1 and g.province_id = $2 and g.valid @> $3 and g.ended_at is null
                            and (g.delegated_from is null or exists (
                                select from identity.grants d
                                join identity.province_users away on away.province_id = d.province_id and away.id = d.user_id and away.deactivated_at is null
                                join identity.users account on account.id = d.user_id and account.disabled_at is null
                                where d.province_id = g.province_id and d.id = g.delegated_from and d.valid @> $3 and d.ended_at is null))
                        offset 0) g
                    join identity.roles role on role.province_id = g.province_id and role.id = g.role_id and role.ended_at is null
                    join identity.role_permissions r on r.province_id = g.province_id and r.role_id = g.role_id
                    """)
                {
                    Parameters = { new() { Value = userId }, new() { Value = province.Value }, new() { Value = today } },
                },
                new("""
                    select g.id, unnest(g.permissions), g.reach, g.organization_id, place.path, place.below, coalesce(place.is_whole_tree, false)
                    from identity.service_keys g
                    """ + PlaceOfGrant + """
                    where g.user_id = $1 and g.province_id = $2 and g.ended_at is null and g.expires_at > $4
                    """)
                {
                    Parameters = { new() { Value = userId }, new() { Value = province.Value }, new() { Value = today }, new() { Value = now } },
                },
            },
        };
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken))
            return null;
        var account = new AccountInProvince(userId, reader.GetString(0), reader.IsDBNull(2) ? null : reader.GetGuid(2));
        var stamp = reader.GetString(1);

        await reader.NextResultAsync(cancellationToken);
        Dictionary<Guid, bool> sessions = [];
        while (await reader.ReadAsync(cancellationToken))
            sessions.Add(reader.GetGuid(0), reader.GetBoolean(1));

        await reader.NextResultAsync(cancellationToken);
        List<GrantedReach> reaches = [];
        while (await reader.ReadAsync(cancellationToken))
        {
            reaches.Add(new GrantedReach(
                reader.GetString(0),
                EnumText.Read<Reach>(reader.GetString(1)),
                reader.IsDBNull(2) ? null : reader.GetGuid(2),
                reader.IsDBNull(3) ? null : reader.GetString(3),
                reader.IsDBNull(4) ? 0 : reader.GetInt32(4),
                reader.GetBoolean(5),
                reader.GetBoolean(6),
                reader.GetBoolean(7))
            {
                IsWholeTree = reader.GetBoolean(8),
            });
        }

        await reader.NextResultAsync(cancellationToken);
        List<(Guid Key, GrantedReach Reach)> keys = [];
        while (await reader.ReadAsync(cancellationToken))
        {
            keys.Add((reader.GetGuid(0), new GrantedReach(
                reader.GetString(1),
                EnumText.Read<Reach>(reader.GetString(2)),
                reader.IsDBNull(3) ? null : reader.GetGuid(3),
                reader.IsDBNull(4) ? null : reader.GetString(4),
                reader.IsDBNull(5) ? 0 : reader.GetInt32(5))
            {
                IsWholeTree = reader.GetBoolean(6),
            }));
        }

        return KnownUser.Of(account, stamp, reaches, sessions, keys.ToLookup(key => key.Key, key => key.Reach));
    }

    private sealed record Remembered(KnownUser? User, (int All, int Province, int User) Age, DateTimeOffset Until);
}

/// <summary>What a token is good for in a province.</summary>
/// <param name="Access">The rights of its owner, or null where the owner has no place in the province.</param>
/// <param name="IsVoid">Whether the token itself is void, because the account's sessions were ended.</param>
internal readonly record struct TokenAccess(UserAccess? Access, bool IsVoid)
{
    public static readonly TokenAccess Nowhere;

    public static readonly TokenAccess Void = new(null, IsVoid: true);
}
