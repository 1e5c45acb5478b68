using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Modular.Organizations.Reorganizing.Due;

/// <summary>Looks for reorganizations whose day has come when the host starts and every five minutes, so soon after each midnight in Vietnam.</summary>
internal sealed class ReorganizationsDueService(ReorganizationsDue due, TimeProvider clock, ILogger<ReorganizationsDueService> log) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromMinutes(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Look, clock);
        do
        {
            try
            {
                await due.RunAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception interrupted)
            {
                log.LogWarning(interrupted, "Looking for reorganizations whose day has come was interrupted; it goes on in some minutes.");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
