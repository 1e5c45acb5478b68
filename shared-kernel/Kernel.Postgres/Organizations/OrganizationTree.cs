using Modular.Kernel.Organizations;
using Npgsql;
using NpgsqlTypes;

namespace Modular.Kernel.Postgres.Organizations;

/// <inheritdoc />
internal sealed class OrganizationTree(TreeConnection connection) : IOrganizationTree
{
    private const string FindSql =
        $"""
        select {TreeRow.Columns} from kernel.organization_tree
        where province_id = $1 and organization_id = any($2) and valid @> $3
        """;

    public async Task<OrganizationTreeNode?> FindAsync(Guid organizationId, DateOnly day, CancellationToken cancellationToken) =>
        (await FindAsync([organizationId], day, cancellationToken)).GetValueOrDefault(organizationId);

    public async Task<IReadOnlyDictionary<Guid, OrganizationTreeNode>> FindAsync(
        IReadOnlyCollection<Guid> organizationIds, DateOnly day, CancellationToken cancellationToken)
    {
        if (organizationIds.Count == 0)
            return new Dictionary<Guid, OrganizationTreeNode>();
        return await connection.ReadAsync(
            open => QueryAsync(open, FindSql, organizationIds, day, cancellationToken), cancellationToken);
    }

    public async Task<OrganizationTreeNode?> HoldAsync(Guid organizationId, DateOnly day, CancellationToken cancellationToken) =>
        await LockedAsync(organizationId, day, " for share", cancellationToken);

    /// <summary>The place on a day, with the lock that the clause asks for.</summary>
    public async Task<OrganizationTreeNode?> LockedAsync(
        Guid organizationId, DateOnly day, string lockClause, CancellationToken cancellationToken)
    {
        var found = await QueryAsync(connection.OfChange, FindSql + lockClause, [organizationId], day, cancellationToken);
        return found.GetValueOrDefault(organizationId);
    }

    private async Task<Dictionary<Guid, OrganizationTreeNode>> QueryAsync(
        NpgsqlConnection open, string sql, IReadOnlyCollection<Guid> organizationIds, DateOnly day, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, open)
        {
            Parameters =
            {
                new() { Value = connection.Province },
                new() { Value = organizationIds.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid },
                new() { Value = day },
            },
        };
        var found = new Dictionary<Guid, OrganizationTreeNode>(organizationIds.Count);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            var node = TreeRow.Read(reader).Node;
            found.Add(node.OrganizationId, node);
        }

        return found;
    }
}
