using System.Globalization;
using System.Threading.Channels;
using Modular.Host.Identity;
using Modular.Kernel.Postgres.Notifications;
using Modular.Kernel.Postgres.Provinces;
using Modular.Kernel.Provinces;
using Npgsql;

namespace Modular.Host.Provinces;

/// <summary>
/// Keeps this host up to date with what any host changed: modules enabled or disabled, grants given or taken. After an interruption,
/// and once in a while in any case, everything is read again.
/// </summary>
internal sealed class ProvinceWatch(
    DatabaseNotifications notifications,
    ProvinceDirectory provinces,
    AccessDirectory access,
    TimeProvider clock,
    ILogger<ProvinceWatch> log)
    : BackgroundService
{
    private const string AccessChannel = "modular_access";
    private const string UserPrefix = "user:";
    private static readonly TimeSpan RereadAfter = TimeSpan.FromMinutes(1);

    private readonly Channel<bool> bell = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly TaskCompletionSource watching = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when changes are first listened for; what changed before that has been read.</summary>
    public Task Watching => watching.Task;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        notifications.Subscribe(AccessChannel, ForgetAccess);
        notifications.Subscribe(ProvinceModules.Channel, _ => bell.Writer.TryWrite(true));
        await using var clockwork = clock.CreateTimer(_ => bell.Writer.TryWrite(true), null, RereadAfter, RereadAfter);
        await foreach (var _ in bell.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                await provinces.ReloadAsync(stoppingToken);
                watching.TrySetResult();
            }
            catch (NpgsqlException interrupted)
            {
                log.LogWarning("The provinces could not be read again ({Reason}); what was read before holds.", interrupted.GetType().Name);
            }
        }
    }

    private void ForgetAccess(string? changed)
    {
        if (short.TryParse(changed, NumberStyles.None, CultureInfo.InvariantCulture, out var code))
            access.Forget(new ProvinceId(code));
        else if (changed?.StartsWith(UserPrefix, StringComparison.Ordinal) == true)
            access.Forget(Guid.Parse(changed.AsSpan(UserPrefix.Length), CultureInfo.InvariantCulture));
        else
            access.Forget();
    }
}
