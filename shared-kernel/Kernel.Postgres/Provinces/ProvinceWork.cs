using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Modular.Kernel.Access;
using Modular.Kernel.Postgres.Connections;
using Modular.Kernel.Postgres.Scopes;
using Modular.Kernel.Provinces;

namespace Modular.Kernel.Postgres.Provinces;

/// <summary>
/// What a module does by itself because a day has come, in each province that has enabled it: when a host starts and every five minutes, so soon after each midnight in Vietnam. Every host does it, so that
/// doing it again, or at once with another, must change nothing. A province in which it fails is reported in the log, keeps no other from it, and is tried again the next time.
/// </summary>
/// <param name="scopes">Opens the scopes in which the work is done.</param>
/// <param name="clock">Tells when it is time to look again.</param>
/// <param name="log">Where failures are reported; it names provinces and no person.</param>
public abstract class ProvinceWork(IServiceScopeFactory scopes, TimeProvider clock, ILogger log) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromMinutes(5);

    /// <summary>Tells what day it is.</summary>
    protected TimeProvider Clock { get; } = clock;

    /// <summary>Where the work says what it did; it names provinces and no person.</summary>
    protected ILogger Log { get; } = log;

    /// <summary>The module whose work it is.</summary>
    protected abstract string ModuleId { get; }

    /// <summary>Who is said to have done it, in the history of edits.</summary>
    protected abstract string Actor { get; }

    /// <summary>Does what is due in all provinces that have the module, one after the other.</summary>
    /// <returns>How much was done; what is counted, the work says.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var done = 0;
        foreach (var province in await ProvincesAsync(cancellationToken))
            done += await RunOnItsOwnAsync(province, cancellationToken);
        return done;
    }

    /// <summary>Does what is due in one province.</summary>
    /// <returns>How much was done.</returns>
    public abstract Task<int> RunAsync(Province province, CancellationToken cancellationToken);

    /// <summary>Opens a scope in a province with the rights of the system; the caller disposes of it.</summary>
    protected AsyncServiceScope Enter(Province province)
    {
        var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentScope>().Enter(province, new SystemAccess(Actor));
        return scope;
    }

    /// <inheritdoc />
    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Look, Clock);
        do
        {
            try
            {
                await RunAsync(stoppingToken);
            }
            catch (Exception interrupted) when (!stoppingToken.IsCancellationRequested)
            {
                Log.LogWarning(interrupted, "What is due in {Module} ({Work}) could not be looked for; it is tried again in some minutes.", ModuleId, Actor);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task<IReadOnlyList<Province>> ProvincesAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var modules = await scope.ServiceProvider.GetRequiredService<ProvinceModules>().ReadAsync(cancellationToken);
        var provinces = await ProvinceStore.ReadAsync(scope.ServiceProvider.GetRequiredService<ProvinceDataSources>().Neutral, cancellationToken);
        return [.. provinces.Where(province => modules.TryGetValue(province.Id, out var enabled) && enabled.Contains(ModuleId))];
    }

    private async Task<int> RunOnItsOwnAsync(Province province, CancellationToken cancellationToken)
    {
        try
        {
            return await RunAsync(province, cancellationToken);
        }
        catch (Exception interrupted) when (!cancellationToken.IsCancellationRequested)
        {
            Log.LogWarning(interrupted, "What is due in {Module} ({Work}) of {Province} was interrupted; it goes on in some minutes.", ModuleId, Actor, province.Slug);
            return 0;
        }
    }
}
