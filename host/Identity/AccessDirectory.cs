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
/// account changes , and at midnight, because grants are dated.
/// </summary>
internal sealed class AccessDirectory(ProvinceDataSources databases, EntranceChanges changes, TimeProvider clock)
{
    private const int MostRemembered = 10_000;
    private static readonly TimeSpan RememberedFor = TimeSpan.FromSeconds(30);

    private static readonly Dictionary<string, Reach> Reaches = Enum.GetValues<Reach>().ToDictionary(EnumText.Of);

    private readonly ConcurrentDictionary<(ProvinceId Province, Guid User), Remembered> remembered = new();
    private readonly ConcurrentDictionary<ProvinceId, int> generations = new();
    private int generation;

    /// <summary>The user's rights, or null for somebody who has no place in the province.</summary>
    public async ValueTask<UserAccess?> FindAsync(ProvinceId province, Guid userId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        // Taken before the reading: what was read while a change was announced is kept with the old number, and not used again.
        var age = (generation, generations.GetValueOrDefault(province));
        if (remembered.TryGetValue((province, userId), out var known) && known.Age == age && now < known.Until)
            return known.Access;
        var today = clock.Today();
        var access = await ReadAsync(province, userId, today, cancellationToken);
        if (remembered.Count >= MostRemembered)
            remembered.Clear();
        remembered[(province, userId)] = new Remembered(access, age, Earlier(now + RememberedFor, VietnamTime.EndOf(today)));
        return access;
    }

    /// <summary>The rights of whoever a token names.</summary>
    public async ValueTask<TokenAccess> OfAsync(TokenOwner owner, ProvinceId province, CancellationToken cancellationToken)
    {
        if (owner.UserId is not { } userId)
            return TokenAccess.Void;
        if (await FindAsync(province, userId, cancellationToken) is not { } access)
            return TokenAccess.Nowhere;
        return access.SecurityStamp == owner.SecurityStamp ? new TokenAccess(access, IsVoid: false) : TokenAccess.Void;
    }

    /// <summary>Forgets what is known of one province.</summary>
    public void Forget(ProvinceId province)
    {
        generations.AddOrUpdate(province, 1, (_, number) => number + 1);
        changes.Announce(province);
    }

    /// <summary>Forgets everything.</summary>
    public void Forget()
    {
        Interlocked.Increment(ref generation);
        changes.Announce();
    }

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;

    private async Task<UserAccess?> ReadAsync(ProvinceId province, Guid userId, DateOnly today, CancellationToken cancellationToken)
    {
        await using var connection = await databases.Of(province).OpenConnectionAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new("""
                    select u.user_name, u.security_stamp, p.member_id
                    from identity.users u join identity.province_users p on p.id = u.id
                    where u.id = $1 and p.province_id = $2 and u.disabled_at is null
                    """)
                {
                    Parameters = { new() { Value = userId }, new() { Value = province.Value } },
                },
                new("""
                    select distinct r.permission, g.reach, g.organization_id, t.path, r.may_use, r.may_give
                    from identity.grants g
                    join identity.role_permissions r on r.province_id = g.province_id and r.role_id = g.role_id
                    left join kernel.organization_tree t
                        on t.province_id = g.province_id and t.organization_id = g.organization_id and t.valid @> $3
                    where g.user_id = $1 and g.province_id = $2 and g.valid @> $3 and g.ended_at is null
                        and (g.delegated_from is null or exists (
                            select from identity.grants d
                            where d.province_id = g.province_id and d.id = g.delegated_from and d.valid @> $3 and d.ended_at is null))
                    """)
                {
                    Parameters = { new() { Value = userId }, new() { Value = province.Value }, new() { Value = today } },
                },
            },
        };
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken))
            return null;
        var (userName, stamp) = (reader.GetString(0), reader.GetString(1));
        var memberId = reader.IsDBNull(2) ? (Guid?)null : reader.GetGuid(2);

        await reader.NextResultAsync(cancellationToken);
        List<GrantedReach> used = [];
        List<GrantedReach> given = [];
        while (await reader.ReadAsync(cancellationToken))
        {
            var reach = new GrantedReach(
                reader.GetString(0),
                Reaches[reader.GetString(1)],
                reader.IsDBNull(2) ? null : reader.GetGuid(2),
                reader.IsDBNull(3) ? null : reader.GetString(3));
            if (reader.GetBoolean(4))
                used.Add(reach);
            if (reader.GetBoolean(5))
                given.Add(reach);
        }

        return new UserAccess(userId, userName, stamp, memberId, GrantedReach.Compile(used, memberId), GrantedReach.Compile(given, memberId));
    }

    private sealed record Remembered(UserAccess? Access, (int All, int Province) Age, DateTimeOffset Until);
}

/// <summary>What a token is good for in a province.</summary>
/// <param name="Access">The rights of its owner, or null where the owner has no place in the province.</param>
/// <param name="IsVoid">Whether the token itself is void, because the account's sessions were ended.</param>
internal readonly record struct TokenAccess(UserAccess? Access, bool IsVoid)
{
    public static readonly TokenAccess Nowhere;

    public static readonly TokenAccess Void = new(null, IsVoid: true);
}
