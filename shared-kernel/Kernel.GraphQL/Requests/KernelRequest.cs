using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Modular.GraphQL.Execution;
using Modular.Kernel.Access;
using Modular.Kernel.Postgres.Connections;
using Modular.Kernel.Postgres.Reads;
using Modular.Kernel.Postgres.Scopes;
using Modular.Kernel.Provinces;
using Modular.Kernel.Time;
using Npgsql;

namespace Modular.Kernel.GraphQL;

/// <summary>
/// What the kernel's resolvers need of one request: who asks, in which province, on which connection, and the lanes of the modules. Made by
/// whoever receives requests, in a scope that was entered (<see cref="CurrentScope"/>), and disposed with it.
/// </summary>
public sealed class KernelRequest : IAsyncDisposable
{
    private readonly Lock gate = new();
    private readonly ILogger log;
    private readonly ReadSession session;
    private readonly short province;
    private readonly DateOnly today;
    private List<SensitiveRead>? sensitiveReads;
    private ModuleLanes? lanes;

    /// <summary>Begins a request.</summary>
    /// <param name="services">The services of an entered scope.</param>
    public KernelRequest(IServiceProvider services)
        : this(services, services.GetRequiredService<CurrentScope>(), services.GetRequiredService<ProvinceDataSources>())
    {
    }

    internal KernelRequest(Province province, ICurrentAccess access, IServiceProvider services, NpgsqlDataSource database, DateOnly today, ILogger log)
    {
        Services = services;
        Access = access;
        this.province = province.Id.Value;
        this.today = today;
        this.log = log;
        session = new ReadSession(database);
    }

    private KernelRequest(IServiceProvider services, CurrentScope scope, ProvinceDataSources databases)
        : this(
            scope.Province, scope.Access, services, databases.Of(scope.Province.Id), services.GetRequiredService<TimeProvider>().Today(),
            services.GetRequiredService<ILoggerFactory>().CreateLogger<KernelRequest>())
    {
    }

    /// <summary>Who asks.</summary>
    public ICurrentAccess Access { get; }

    /// <summary>What the request has read so far.</summary>
    public ReadStatistics Statistics => session.Statistics;

    /// <summary>What the client sent as <c>Idempotency-Key</c>; null where it sent none.</summary>
    public string? IdempotencyKey { get; init; }

    /// <summary>The sensitive personal data that the request was shown; it is logged at the end of the request, by keys and never by values.</summary>
    public IReadOnlyCollection<SensitiveRead> SensitiveReads => sensitiveReads ?? [];

    internal IServiceProvider Services { get; }

    internal ModuleLanes Lanes
    {
        get
        {
            lock (gate)
                return lanes ??= new ModuleLanes();
        }
    }

    internal ReadSession Session => session;

    /// <summary>Makes the engine's context of the request.</summary>
    public RequestContext ToContext(CancellationToken cancellationToken)
    {
        var context = new RequestContext { Services = Services, CancellationToken = cancellationToken };
        context.Features.Set(this).Set<ILevelBarrier>(new ReadBarrier(session));
        return context;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        foreach (var read in SensitiveReads)
        {
            log.LogInformation(
                "{User} of province {Province} was shown {Type}.{Field} of {Count}: {Keys}",
                Access.UserName, province, read.TypeName, read.FieldName, read.Keys.Count, read.Keys);
        }

        await session.DisposeAsync();
        lanes?.Dispose();
    }

    internal void Showed(SensitiveRead read)
    {
        lock (gate)
            (sensitiveReads ??= []).Add(read);
    }

    internal ReadValues Values(Guid[]? keys = null) => new(province, today, Access) { Keys = keys ?? [] };

    internal ReadValues Values(Guid[] keys, int limit, IReadOnlyList<object?> slots) =>
        new(province, today, Access) { Keys = keys, Limit = limit, Slots = slots };

    internal ReadValues Values(Guid[] keys, IReadOnlyDictionary<string, object?> arguments) =>
        new(province, today, Access) { Keys = keys, Arguments = arguments };

    /// <summary>Sends a level's statements as one batch.</summary>
    private sealed class ReadBarrier(ReadSession session) : ILevelBarrier
    {
        public ValueTask ReleaseAsync(CancellationToken cancellationToken) => session.FlushAsync(cancellationToken);
    }
}
