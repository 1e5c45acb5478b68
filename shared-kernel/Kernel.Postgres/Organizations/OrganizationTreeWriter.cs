using Modular.Kernel.Access;
using Modular.Kernel.Organizations;
using Npgsql;

namespace Modular.Kernel.Postgres.Organizations;

/// <inheritdoc />
/// <remarks>
/// A change touches the rows of the changed subtree from its day on: they are cut there, and the later half takes the new place. Labels
/// never change, so paths never collide.
/// </remarks>
internal sealed class OrganizationTreeWriter(TreeConnection connection, OrganizationTree tree) : IOrganizationTreeWriter
{
    // One change of a tree at a time: a serializable one that waited for another here runs again and sees what that one did, and one that reads
    // what is committed sees it anyway. The value stays the same; the new version of the row is what the others notice.
    private const string LockTreeSql =
        "update kernel.organization_tree set kind = kind where province_id = $1 and parent_id is null and upper_inf(valid)";

    private const string CutSql =
        """
        with cut as (
            select organization_id, parent_id, path, depth, kind, valid, standing from kernel.organization_tree
            where province_id = $1 and path >= $3 and path < $4 and valid @> $2 and valid @> $2 - 1
        ), kept as (
            update kernel.organization_tree as place
            set valid = cut.valid * daterange(null, $2), standing = cut.standing * daterange(null, $2)
            from cut
            where place.province_id = $1 and place.organization_id = cut.organization_id and place.valid = cut.valid
        )
        insert into kernel.organization_tree (province_id, organization_id, parent_id, path, depth, kind, valid, standing)
        select $1, organization_id, parent_id, path, depth, kind, valid * daterange($2, null), standing * daterange($2, null) from cut
        """;

    private const string ReplantSql =
        """
        update kernel.organization_tree
        set path = $7 || substr(path, length($3) + 1), depth = depth + $8,
            parent_id = case organization_id when $5 then $6 else parent_id end
        where province_id = $1 and path >= $3 and path < $4 and lower(valid) >= $2
        """;

    private const string ChangeKindSql =
        "update kernel.organization_tree set kind = $4 where province_id = $1 and organization_id = $3 and lower(valid) >= $2";

    private const string HasPlacesBelowSql =
        """
        select exists (
            select from kernel.organization_tree where province_id = $1 and parent_id = $3 and valid && daterange($2, null))
        """;

    private const string EndSql =
        """
        update kernel.organization_tree set valid = valid * daterange(null, $2)
        where province_id = $1 and organization_id = $3 and valid @> $2 and lower(valid) < $2
        """;

    public Task PlaceAsync(Guid organizationId, Guid? parentId, string kind, DateOnly from, CancellationToken cancellationToken) =>
        PlaceAsync([new OrganizationPlacement(organizationId, parentId, kind, from)], cancellationToken);

    public async Task PlaceAsync(IReadOnlyCollection<OrganizationPlacement> placements, CancellationToken cancellationToken)
    {
        await LockTreeAsync(cancellationToken);
        await new TreePlanting(connection).PlantAsync(placements, cancellationToken);
    }

    public async Task MoveAsync(Guid organizationId, Guid newParentId, DateOnly from, CancellationToken cancellationToken)
    {
        await LockTreeAsync(cancellationToken);
        var places = await tree.FindAsync([organizationId, newParentId], from, cancellationToken);
        var moved = places.GetValueOrDefault(organizationId) ?? throw TreeErrors.NoPlace(organizationId, from);
        var parent = places.GetValueOrDefault(newParentId) ?? throw TreeErrors.NoPlace(newParentId, from);
        var subtree = PathRange.Below(moved.Path);
        if (subtree.Contains(parent.Path))
            throw TreeErrors.BelowItself(organizationId, newParentId);

        var label = moved.Path[(moved.Path.TrimEnd('.').LastIndexOf('.') + 1)..];
        await CutAsync(subtree, from, cancellationToken);
        await ExecuteAsync(
            ReplantSql,
            cancellationToken,
            from,
            subtree.From,
            subtree.To,
            organizationId,
            newParentId,
            parent.Path + label,
            parent.Depth + 1 - moved.Depth);
    }

    public async Task ChangeKindAsync(Guid organizationId, string kind, DateOnly from, CancellationToken cancellationToken)
    {
        await LockTreeAsync(cancellationToken);
        var place = await tree.FindAsync(organizationId, from, cancellationToken) ?? throw TreeErrors.NoPlace(organizationId, from);

        // No label is empty, so nothing but the organization itself lies before the path with a second dot.
        await CutAsync(new PathRange(place.Path, place.Path + "."), from, cancellationToken);
        await ExecuteAsync(ChangeKindSql, cancellationToken, from, organizationId, kind);
    }

    public async Task EndAsync(Guid organizationId, DateOnly from, CancellationToken cancellationToken)
    {
        await LockTreeAsync(cancellationToken);
        await using var below = Command(HasPlacesBelowSql, from, organizationId);
        if (await below.ExecuteScalarAsync(cancellationToken) is true)
            throw TreeErrors.OthersBelow(organizationId, from);
        if (await ExecuteAsync(EndSql, cancellationToken, from, organizationId) != 1)
            throw TreeErrors.NoPlace(organizationId, from);
    }

    public Task LockTreeAsync(CancellationToken cancellationToken) => ExecuteAsync(LockTreeSql, cancellationToken);

    public Task<OrganizationTreeNode?> LockAsync(Guid organizationId, DateOnly day, CancellationToken cancellationToken) =>
        tree.LockedAsync(organizationId, day, " for update", cancellationToken);

    private Task<int> CutAsync(PathRange paths, DateOnly from, CancellationToken cancellationToken) =>
        ExecuteAsync(CutSql, cancellationToken, from, paths.From, paths.To);

    private async Task<int> ExecuteAsync(string sql, CancellationToken cancellationToken, params object[] values)
    {
        await using var command = Command(sql, values);
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private NpgsqlCommand Command(string sql, params object[] values)
    {
        var command = new NpgsqlCommand(sql, connection.OfChange);
        command.Parameters.Add(new NpgsqlParameter { Value = connection.Province });
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        return command;
    }
}
