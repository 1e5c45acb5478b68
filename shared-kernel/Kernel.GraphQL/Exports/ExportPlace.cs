using Modular.Kernel.Access;
using Modular.Kernel.Organizations;
using Modular.Kernel.Postgres.Connections;
using Modular.Kernel.Provinces;
using Modular.Kernel.Time;
using Npgsql;

namespace Modular.Kernel.GraphQL.Exports;

/// <summary>Tells which organization an export is about, so that those decide who answer for it.</summary>
internal sealed class ExportPlace(ProvinceDataSources databases, ICurrentProvince province, ICurrentAccess access, IOrganizationTree tree, TimeProvider clock)
{
    private const string Sql =
        "select organization_id from kernel.organization_tree where province_id = $1 and path = any($2) and valid @> $3";

    /// <summary>The one organization at or below which the user's rights end; null where they reach the province, or several places.</summary>
    public async Task<Guid?> OfAsync(IEnumerable<string> permissions, CancellationToken cancellationToken)
    {
        var scopes = permissions.Select(access.ScopeOf).ToArray();
        if (scopes.Length == 0 || scopes.Any(scope => scope.CoversProvince || scope.IsEmpty || scope.Self is not null))
            return null;
        var organizations = scopes.SelectMany(scope => scope.Organizations).ToHashSet();
        var paths = scopes.SelectMany(scope => scope.Subtrees).Select(subtree => subtree.From).Distinct().ToArray();
        if (paths.Length > 0)
            organizations.UnionWith(await FindAsync(paths, cancellationToken));
        return organizations.Count == 1 ? organizations.Single() : null;
    }

    /// <summary>Whether the user may do something about an export of an organization; of the whole province where it is null.</summary>
    public async Task<bool> IsReachedAsync(string permission, Guid? organization, CancellationToken cancellationToken)
    {
        var scope = access.ScopeOf(permission);
        if (scope.CoversProvince || organization is not { } id)
            return scope.CoversProvince;
        return scope.Covers(id, (await tree.FindAsync(id, clock.Today(), cancellationToken))?.Path ?? "");
    }

    private async Task<List<Guid>> FindAsync(string[] paths, CancellationToken cancellationToken)
    {
        var id = province.Province.Id;
        await using var command = databases.Of(id).CreateCommand(Sql);
        command.Parameters.Add(new NpgsqlParameter<short> { TypedValue = id.Value });
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = paths });
        command.Parameters.Add(new NpgsqlParameter<DateOnly> { TypedValue = clock.Today() });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var found = new List<Guid>();
        while (await reader.ReadAsync(cancellationToken))
            found.Add(reader.GetGuid(0));
        return found;
    }
}
