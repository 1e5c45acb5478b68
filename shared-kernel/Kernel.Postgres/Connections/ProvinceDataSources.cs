using System.Collections.Concurrent;
using Modular.Kernel.Provinces;
using Npgsql;

namespace Modular.Kernel.Postgres.Connections;

/// <summary>
/// The application role's connections. Those of a province carry <c>app.province</c> from their start, so that row-level
/// security holds before the first statement and without a round trip.
/// </summary>
public sealed class ProvinceDataSources : IAsyncDisposable
{
    private readonly ConcurrentDictionary<ProvinceId, Lazy<NpgsqlDataSource>> sources = new();
    private readonly ConnectionSettings settings;

    /// <summary>Prepares the data sources; connections are opened when they are first needed.</summary>
    public ProvinceDataSources(ConnectionSettings settings)
    {
        this.settings = settings;
        Neutral = settings.BuildNeutral();
    }

    /// <summary>
    /// Connections without a province, for the kernel's tables that belong to none (provinces, modules per province, holidays) and for
    /// notifications. Reading a province's table over it is an error, not an empty answer.
    /// </summary>
    public NpgsqlDataSource Neutral { get; }

    /// <summary>Connections that see one province.</summary>
    public NpgsqlDataSource Of(ProvinceId province) =>
        sources.GetOrAdd(province, id => new Lazy<NpgsqlDataSource>(() => settings.BuildFor(id))).Value;

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        foreach (var source in sources.Values)
        {
            if (source.IsValueCreated)
                await source.Value.DisposeAsync();
        }

        await Neutral.DisposeAsync();
    }
}
