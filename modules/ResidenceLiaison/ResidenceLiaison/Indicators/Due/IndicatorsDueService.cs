using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Modular.ResidenceLiaison.Indicators.Due;

/// <summary>Looks at cells when the host starts and every five minutes, where a day of the policy has come.</summary>
internal sealed class IndicatorsDueService(IndicatorsDue due, TimeProvider clock, ILogger<IndicatorsDueService> log) : BackgroundService
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
                log.LogWarning(interrupted, "Looking for indicators of residence liaison was interrupted; it goes on in some minutes.");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
