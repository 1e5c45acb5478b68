using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Modular.Kernel.Modules;
using Modular.Kernel.Postgres.Connections;
using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Postgres.Telemetry;
using Modular.Kernel.Provinces;

namespace Modular.Kernel.Postgres.Events;

/// <summary>
/// Hands the events of the outbox to the modules that listen to them, in each province in which the module is enabled. Those of a
/// disabled module wait.
/// </summary>
public sealed class EventDispatcher
{
    private const string EnabledSql =
        """
        select p.id, p.slug, p.name, p.vietnamese_name
        from kernel.provinces p join kernel.province_modules m on m.province_id = p.id
        where m.module = $1 and m.enabled order by p.id
        """;

    private readonly Dictionary<string, ModuleEventConsumer> consumers;
    private readonly ProvinceDataSources dataSources;
    private readonly EventDispatchOptions options;
    private readonly TimeProvider clock;

    /// <summary>Prepares a consumer for each module that listens to events.</summary>
    /// <exception cref="InvalidOperationException">A module listens to events and has no database in which its handlers could work.</exception>
    public EventDispatcher(
        InstalledModules modules,
        IServiceScopeFactory scopes,
        IServiceProvider services,
        ProvinceDataSources dataSources,
        EventDispatchOptions options,
        TimeProvider clock,
        ILogger<EventDispatcher> log)
    {
        this.dataSources = dataSources;
        this.options = options;
        this.clock = clock;
        var work = services.GetRequiredService<ModuleWork>();
        var factories = services.GetServices<IModuleContextFactory>().ToDictionary(factory => factory.ModuleId);
        var outbox = new OutboxReader(dataSources);
        consumers = modules.All
            .Where(module => module.Registration.Subscriptions.Count > 0)
            .ToDictionary(module => module.Id, ConsumerOf);

        ModuleEventConsumer ConsumerOf(InstalledModule module)
        {
            var contexts = factories.GetValueOrDefault(module.Id)
                ?? throw new InvalidOperationException($"Module '{module.Id}' handles events but has no database: call module.Database first.");
            return new ModuleEventConsumer(
                module.Id,
                [.. module.Registration.Subscriptions.Select(subscription => subscription.EventName).Distinct()],
                province => new EventTransaction(scopes, contexts, module, province, work, options.HandlerTime),
                outbox,
                dataSources,
                options,
                work,
                services.GetService<IModuleFaultLog>(),
                clock,
                log);
        }
    }

    /// <summary>The modules that listen to events.</summary>
    public IReadOnlyCollection<string> Modules => consumers.Keys;

    /// <summary>Hands out everything that there is, also what the handlers publish in turn, except what waits for another attempt.</summary>
    public async Task DrainAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var again = false;
            foreach (var module in consumers.Keys)
                again |= await TurnAsync(module, cancellationToken) != DispatchTurn.Idle;
            if (!again)
                return;
            await Task.Delay(options.PauseWhileUnsettled, clock, cancellationToken);
        }
    }

    /// <summary>Gives each province in which the module is enabled one turn.</summary>
    internal async Task<DispatchTurn> TurnAsync(string module, CancellationToken cancellationToken)
    {
        var turn = DispatchTurn.Idle;
        foreach (var province in await EnabledProvincesAsync(module, cancellationToken))
        {
            var consumed = await consumers[module].ConsumeAsync(province, cancellationToken);
            if (consumed.HasMore)
                turn = DispatchTurn.HasMore;
            else if (consumed.HasUnsettled && turn == DispatchTurn.Idle)
                turn = DispatchTurn.HasUnsettled;
        }

        return turn;
    }

    /// <summary>How long the module may rest when nothing is heard.</summary>
    internal TimeSpan RestOf(string module)
    {
        if (consumers[module].NextAttempt is not { } next)
            return options.Poll;
        var untilNext = next - clock.GetUtcNow();
        return untilNext < options.Poll ? TimeSpan.FromTicks(Math.Max(untilNext.Ticks, TimeSpan.TicksPerMillisecond)) : options.Poll;
    }

    private async Task<IReadOnlyList<Province>> EnabledProvincesAsync(string module, CancellationToken cancellationToken)
    {
        await using var command = dataSources.Neutral.CreateCommand(EnabledSql);
        command.Parameters.Add(new() { Value = module });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var provinces = new List<Province>();
        while (await reader.ReadAsync(cancellationToken))
            provinces.Add(new Province(new ProvinceId(reader.GetInt16(0)), reader.GetString(1), reader.GetString(2), reader.GetString(3)));
        return provinces;
    }
}

/// <summary>What a round over all provinces left to do.</summary>
internal enum DispatchTurn
{
    /// <summary>Nothing that could be done now.</summary>
    Idle,

    /// <summary>Events whose order settles soon.</summary>
    HasUnsettled,

    /// <summary>More events.</summary>
    HasMore,
}
