using System.Globalization;
using Modular.Host.Identity;
using Modular.Kernel.Postgres.Connections;
using Modular.Kernel.Postgres.Provinces;
using Modular.Kernel.Provinces;
using Npgsql;

namespace Modular.Host.Provinces;

/// <summary>
/// Hears of changes that other hosts (or this one) made: modules enabled or disabled, grants given or taken. Whatever may have been
/// missed while the connection was down is read again when it is back, and once in a while in any case.
/// </summary>
internal sealed class DatabaseNotifications(
    ProvinceDataSources databases, ProvinceDirectory provinces, AccessDirectory access, TimeProvider clock, ILogger<DatabaseNotifications> log)
    : BackgroundService
{
    private const string AccessChannel = "modular_access";
    private static readonly TimeSpan RereadAfter = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(1);

    private readonly TaskCompletionSource listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when changes are first heard of; before that, one could be missed.</summary>
    public Task Listening => listening.Task;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception) when (exception is NpgsqlException or IOException or TimeoutException)
            {
                log.LogWarning("The database connection for notifications was lost ({Reason}); connecting again.", exception.Message);
                await Task.Delay(RetryAfter, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task ListenAsync(CancellationToken stoppingToken)
    {
        await using var connection = await databases.Neutral.OpenConnectionAsync(stoppingToken);
        var modulesChanged = false;
        connection.Notification += (_, notification) => modulesChanged |= Hear(notification);
        while (!stoppingToken.IsCancellationRequested)
        {
            // Listening again is a sign of life of the connection, and then everything is read that nobody announced, or that was
            // announced before this connection listened.
            await ExecuteAsync(connection, $"listen {ProvinceModules.Channel}; listen {AccessChannel}", stoppingToken);
            access.Forget();
            await provinces.ReloadAsync(stoppingToken);
            listening.TrySetResult();
            var until = clock.GetUtcNow() + RereadAfter;
            while (until - clock.GetUtcNow() is { Ticks: > 0 } left && await connection.WaitAsync(left, stoppingToken))
            {
                if (!modulesChanged)
                    continue;
                modulesChanged = false;
                await provinces.ReloadAsync(stoppingToken);
            }
        }
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken stoppingToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(stoppingToken);
    }

    // Runs while the connection waits, so it only notes what is to be read.
    private bool Hear(NpgsqlNotificationEventArgs notification)
    {
        if (notification.Channel == ProvinceModules.Channel)
            return true;
        if (short.TryParse(notification.Payload, NumberStyles.None, CultureInfo.InvariantCulture, out var province))
            access.Forget(new ProvinceId(province));
        else
            access.Forget();
        return false;
    }
}
