using Modular.Host.Identity.Data;
using Modular.Host.Identity.Sessions;
using Npgsql;

namespace Modular.Host.Identity;

/// <summary>Forgets once an hour what nobody needs any more: sessions that ended long ago, wrong tries that no longer count, codes that were not used.</summary>
internal sealed class IdentityTidying(SessionStore sessions, AccountStatements database, TimeProvider clock, ILogger<IdentityTidying> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    public async Task TidyAsync(CancellationToken cancellationToken)
    {
        await sessions.ForgetOldAsync(cancellationToken);
        await database.ExecuteAsync("delete from identity.sign_in_attempts where forgotten_at <= $1", cancellationToken, clock.GetUtcNow());
        await database.ExecuteAsync("delete from identity.one_time_codes where expires_at <= $1", cancellationToken, clock.GetUtcNow());
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await TidyAsync(stoppingToken);
            }
            catch (NpgsqlException interrupted)
            {
                log.LogWarning("Ended sessions could not be removed ({Reason}); in an hour they can.", interrupted.GetType().Name);
            }
        }
    }
}
