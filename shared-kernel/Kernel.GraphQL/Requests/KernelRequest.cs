using Microsoft.Extensions.DependencyInjection;
using Modular.GraphQL.Execution;
using Modular.Kernel.Access;
using Modular.Kernel.Postgres.AccessLog;
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
    private readonly ReadSession session;
    private readonly short province;
    private readonly DateOnly today;
    private readonly TimeProvider clock;
    private SensitiveReadLog? log;
    private ModuleLanes? lanes;

    /// <summary>Begins a request.</summary>
    /// <param name="services">The services of an entered scope.</param>
    public KernelRequest(IServiceProvider services)
        : this(services, services.GetRequiredService<CurrentScope>(), services.GetRequiredService<ProvinceDataSources>())
    {
    }

    internal KernelRequest(Province province, ICurrentAccess access, IServiceProvider services, NpgsqlDataSource database, TimeProvider clock)
    {
        Services = services;
        Access = access;
        this.province = province.Id.Value;
        this.clock = clock;
        today = clock.Today();
        session = new ReadSession(database);
    }

    private KernelRequest(IServiceProvider services, CurrentScope scope, ProvinceDataSources databases)
        : this(
            scope.Province, scope.Access, services, databases.Of(scope.Province.Id), services.GetRequiredService<TimeProvider>())
    {
    }

    /// <summary>Who asks.</summary>
    public ICurrentAccess Access { get; }

    /// <summary>What the request has read so far.</summary>
    public ReadStatistics Statistics => session.Statistics;

    /// <summary>What the client sent as <c>Idempotency-Key</c>; null where it sent none.</summary>
    public string? IdempotencyKey { get; init; }

    /// <summary>Finds out what the log of sensitive reads tells of the request beside whose data it was; asked by requests that read such data only.</summary>
    public Func<ReadCircumstances> Circumstances { get; init; } = static () => ReadCircumstances.None;

    /// <summary>The sensitive personal data that the request was shown, as the log has it.</summary>
    public IReadOnlyCollection<SensitiveRead> SensitiveReads => log?.Written ?? [];

    internal SensitiveReadLog Log
    {
        get
        {
            lock (gate)
                return log ??= new SensitiveReadLog(
                    Services.GetRequiredService<SensitiveReadWriter>(), new ProvinceId(province), Access, Circumstances(), clock);
        }
    }

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
        context.Features.Set(this).Set<ILevelBarrier>(new ReadBarrier(this, context));
        return context;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await session.DisposeAsync();
        lanes?.Dispose();
    }

    internal ReadValues Values(Guid[]? keys = null) => new(province, today, Access) { Keys = keys ?? [] };

    internal ReadValues Values(Guid[] keys, int limit, IReadOnlyList<object?> slots) =>
        new(province, today, Access) { Keys = keys, Limit = limit, Slots = slots };

    internal ReadValues Values(Guid[] keys, IReadOnlyDictionary<string, object?> arguments) =>
        new(province, today, Access) { Keys = keys, Arguments = arguments };

    /// <summary>Sends a level's statements as one batch, and beside them what the level shows of sensitive data.</summary>
    private sealed class ReadBarrier(KernelRequest request, RequestContext context) : ILevelBarrier
    {
        public ValueTask ReleaseAsync(CancellationToken cancellationToken)
        {
            request.log?.Write(context.OperationName);
            return request.session.FlushAsync(cancellationToken);
        }
    }
}
