using Modular.Kernel.Postgres.Provinces.Merging;

namespace Modular.Host.Identity;

/// <summary>
/// Users and their grants come along when a province becomes part of another, with no more reach than they had: what held for the whole province holds from its own Party organization down.
/// Where both provinces have a role of one name, the receiving one says what it gives.
/// </summary>
internal sealed class AccessOfMergedProvinces : IProvinceMergerStep
{
    private const string RootSql = "select organization_id from kernel.organization_tree where province_id = $1 and depth = 0 and valid @> $3";

    private const string DifferentRolesSql =
        """
        select one.id from identity.roles as one join identity.roles as other on other.province_id = $2 and other.id = one.id
        where one.province_id = $1 and exists (select from identity.grants as held where held.province_id = $1 and held.role_id = one.id)
          and (select array_agg(p.permission order by p.permission) from identity.role_permissions as p where p.province_id = $1 and p.role_id = one.id and p.may_use)
              is distinct from
              (select array_agg(p.permission order by p.permission) from identity.role_permissions as p where p.province_id = $2 and p.role_id = one.id and p.may_use)
        order by 1
        """;

    /// <inheritdoc />
    public async Task RunAsync(ProvinceMergerWork work, CancellationToken cancellationToken)
    {
        await NarrowAsync(work, cancellationToken);
        foreach (var role in await work.TextsAsync(DifferentRolesSql, cancellationToken))
            work.Note($"The role {role} gives what it gives in {work.Order.Into.Slug}.");
        await work.ExecuteAsync(
            "delete from identity.role_permissions as one where one.province_id = $1 and exists (select from identity.roles as other where other.province_id = $2 and other.id = one.role_id)",
            cancellationToken);
        await work.ExecuteAsync("delete from identity.offered_permissions where province_id = $1", cancellationToken);
        await JoinUsersAsync(work, cancellationToken);
    }

    private static async Task NarrowAsync(ProvinceMergerWork work, CancellationToken cancellationToken)
    {
        var root = await work.ScalarAsync<Guid>(RootSql, cancellationToken);
        foreach (var table in new[] { "identity.grants", "identity.service_keys" })
        {
            if (root == Guid.Empty)
            {
                await work.ExecuteAsync($"delete from {table} where province_id = $1 and reach = 'PROVINCE'", cancellationToken);
                continue;
            }

            var narrowed = await work.ExecuteAsync(
                $"update {table} set reach = 'ORGANIZATION_AND_BELOW', organization_id = $4 where province_id = $1 and reach = 'PROVINCE' and $2 <> $1 and $3 is not null",
                cancellationToken,
                root);
            if (narrowed > 0)
                work.Note($"{table}: {narrowed} that held for the whole province hold for its Party organization and all below it.");
        }
    }

    // Whoever works in both provinces has one place in the list of users.
    private static async Task JoinUsersAsync(ProvinceMergerWork work, CancellationToken cancellationToken)
    {
        const string Both = "one.province_id = $1 and other.province_id = $2 and other.id = one.id";
        var differing = await work.ScalarAsync<long>(
            $"select count(*) from identity.province_users as one, identity.province_users as other where {Both} and one.member_id <> other.member_id", cancellationToken);
        if (differing > 0)
            work.Object($"{differing} accounts belong to one member in the one province and to another member in the other.");
        await work.ExecuteAsync(
            $"update identity.province_users as other set member_id = coalesce(other.member_id, one.member_id) from identity.province_users as one where {Both}", cancellationToken);
        await work.ExecuteAsync($"delete from identity.province_users as one using identity.province_users as other where {Both}", cancellationToken);
        await work.ExecuteAsync(
            "delete from identity.user_provinces as one where one.province_id = $1 "
            + "and exists (select from identity.user_provinces as other where other.province_id = $2 and other.user_id = one.user_id)",
            cancellationToken);
    }
}
