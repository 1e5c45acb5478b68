using Modular.Kernel.Postgres.Connections;
using Modular.Kernel.Postgres.Scopes;
using Modular.Kernel.Postgres.Writing;
using Npgsql;

namespace Modular.Kernel.Postgres.Organizations;

/// <summary>The connection on which the tree is read: that of the running change, or one of its own.</summary>
internal sealed class TreeConnection(ScopeTransaction transaction, CurrentScope scope, ProvinceDataSources dataSources)
{
    /// <summary>The key of the scope's province.</summary>
    public short Province => scope.Province.Id.Value;

    /// <summary>The connection of the running change.</summary>
    /// <exception cref="InvalidOperationException">No change is running.</exception>
    public NpgsqlConnection OfChange => transaction.Require().Connection;

    /// <summary>Reads on the connection of the running change, so that its own writes are seen, or else on a short one.</summary>
    public async Task<T> ReadAsync<T>(Func<NpgsqlConnection, Task<T>> read, CancellationToken cancellationToken)
    {
        if (transaction.Unit is { } running)
            return await read(running.Connection);
        await using var connection = await dataSources.Of(scope.Province.Id).OpenConnectionAsync(cancellationToken);
        return await read(connection);
    }
}
