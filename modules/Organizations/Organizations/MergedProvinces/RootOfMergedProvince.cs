using System.Text.Json;
using Modular.Kernel.Postgres.Provinces.Merging;
using Modular.Organizations.Contracts;

namespace Modular.Organizations.MergedProvinces;

/// <summary>
/// The provincial Party organization of a province that becomes part of another stands below that of the receiving one from the day on, with all below it; up to the day before it stands by
/// itself, and figures of those days with it. Its organizations and what is left of it are then brought under the receiving one by a reorganization (ORG-22, ORG-23).
/// </summary>
internal sealed class RootOfMergedProvince : IProvinceMergerStep
{
    private const string RootSql =
        "select organization_id from kernel.organization_tree where province_id = {0} and depth = 0 and valid @> $3 order by kind <> $4, path limit 1";

    private const string OthersSql = "select count(*) from kernel.organization_tree where province_id = $1 and depth = 0 and valid @> $3 and organization_id <> $4";

    private const string CutSql =
        """
        with cut as (
            select organization_id, parent_id, path, depth, kind, valid, standing from kernel.organization_tree
            where province_id = $1 and valid @> $3 and valid @> $3 - 1
        ), kept as (
            update kernel.organization_tree as place
            set valid = cut.valid * daterange(null, $3), standing = cut.standing * daterange(null, $3)
            from cut
            where place.province_id = $1 and place.organization_id = cut.organization_id and place.valid = cut.valid
        )
        insert into kernel.organization_tree (province_id, organization_id, parent_id, path, depth, kind, valid, standing)
        select $1, organization_id, parent_id, path, depth, kind, valid * daterange($3, null), standing * daterange($3, null) from cut
        """;

    private const string ReplantSql =
        """
        update kernel.organization_tree as place
        set path = above.path || place.path, depth = place.depth + above.depth + 1, parent_id = case place.organization_id when $4 then $5 else place.parent_id end
        from kernel.organization_tree as above
        where above.province_id = $2 and above.organization_id = $5 and above.valid @> $3 and place.province_id = $1 and lower(place.valid) >= $3
        """;

    private const string DecideSql =
        """
        insert into organizations.decision_document (province_id, id, number, decided_on, authority, excerpt)
        select $1, $4, $5, $6, $7, null where $2 <> $1 and $3 is not null
        """;

    private const string MoveSql =
        """
        with moved as (
            update organizations.organization set parent_id = $5, version = version + 1 where province_id = $1 and id = $4 and $2 <> $1 returning id
        )
        insert into organizations.organization_event (province_id, id, organization_id, type, effective_on, recorded_at, decision_id, parent_id)
        select $1, kernel.time_ordered_uuid(), id, 'MOVE_PARENT', $3, now(), $6, $5 from moved
        """;

    private const string HistorySql =
        """
        insert into kernel.edits (province_id, generation, module, entity, entity_id, organization_id, action, changes, made_at, user_name, document)
        select $2, (select generation from kernel.outbox_generation), 'organizations', 'Organization', $4, $4, 'CHANGED', $5::jsonb, now(), $6, $7 where $2 <> $1 and $3 is not null
        """;

    /// <inheritdoc />
    public async Task RunAsync(ProvinceMergerWork work, CancellationToken cancellationToken)
    {
        var root = await RootAsync(work, "$1", cancellationToken);
        var into = await RootAsync(work, "$2", cancellationToken);
        if (root == Guid.Empty)
            return;
        if (into == Guid.Empty || await work.ScalarAsync<long>(OthersSql, cancellationToken, root) > 0)
        {
            work.Object("Each province needs exactly one Party organization at the top of its tree on the day.");
            return;
        }

        await work.ExecuteAsync(CutSql, cancellationToken);
        await work.ExecuteAsync(ReplantSql, cancellationToken, root, into);
        var decision = Guid.CreateVersion7();
        await work.ExecuteAsync(DecideSql, cancellationToken, decision, work.Order.Decision, work.Order.DecidedOn, work.Order.Authority);
        await work.ExecuteAsync(MoveSql, cancellationToken, root, into, decision);
        await work.ExecuteAsync(
            HistorySql, cancellationToken, root, JsonSerializer.Serialize(new { parentId = new { after = into } }), work.Order.By, work.Order.Decision);
    }

    private static Task<Guid> RootAsync(ProvinceMergerWork work, string province, CancellationToken cancellationToken) =>
        work.ScalarAsync<Guid>(RootSql.Replace("{0}", province, StringComparison.Ordinal), cancellationToken, OrganizationKinds.Provincial);
}
