using Modular.Kernel.Provinces;
using Npgsql;

namespace Modular.Kernel.Postgres.Connections;

/// <summary>How the application role connects, and how many connections it may hold.</summary>
/// <param name="Application">The application role's connection string.</param>
public sealed record ConnectionSettings(string Application)
{
    /// <summary>The most connections that one host opens for one province at a time. All pools together must fit into the server's <c>max_connections</c>.</summary>
    public int PoolSizePerProvince { get; init; } = 20;

    /// <summary>The most connections that one host opens for no province.</summary>
    public int NeutralPoolSize { get; init; } = 10;

    /// <summary>How many statements stay prepared on a connection; the composed reads of all modules should fit.</summary>
    public int PreparedStatements { get; init; } = 256;

    internal NpgsqlDataSource BuildNeutral() => Build(NeutralPoolSize, "modular", options: null);

    internal NpgsqlDataSource BuildFor(ProvinceId province) =>
        Build(PoolSizePerProvince, $"modular/{province}", $"-c app.province={province}");

    /// <summary>
    /// Opens a connection that belongs to no pool, for what a session holds and a pool would hand on: locks and subscriptions. It
    /// notices when the server is gone.
    /// </summary>
    internal async Task<NpgsqlConnection> OpenUnpooledAsync(string name, CancellationToken cancellationToken)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Application)
        {
            ApplicationName = name,
            Pooling = false,
            Enlist = false,
            KeepAlive = 15,
        }.ConnectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private NpgsqlDataSource Build(int poolSize, string name, string? options)
    {
        var connection = new NpgsqlConnectionStringBuilder(Application)
        {
            ApplicationName = name,
            Multiplexing = false,
            Enlist = false,
            NoResetOnClose = true,
            MaxAutoPrepare = PreparedStatements,
            AutoPrepareMinUsages = 2,
            MaxPoolSize = poolSize,
            ConnectionIdleLifetime = 120,
            Timezone = "UTC",
            IncludeErrorDetail = false,
        };
        connection.Options = string.Join(' ', new[] { connection.Options, options }.Where(part => !string.IsNullOrEmpty(part)));
        return new NpgsqlDataSourceBuilder(connection.ConnectionString).Build();
    }
}
