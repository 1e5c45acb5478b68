using System.Data;
using Microsoft.Extensions.DependencyInjection;
using Modular.Kernel.Access;
using Modular.Kernel.Events;
using Modular.Kernel.Modules;
using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Postgres.Scopes;
using Modular.Kernel.Postgres.Telemetry;
using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Provinces;
using Npgsql;

namespace Modular.Kernel.Postgres.Events;

/// <summary>Handles an event in the consuming module's transaction, in the module's own scope.</summary>
internal sealed class EventTransaction(
    IServiceScopeFactory scopes, IModuleContextFactory contexts, InstalledModule module, Province province, ModuleWork work, TimeSpan handlerTime)
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(1);

    /// <summary>Handles one event.</summary>
    /// <param name="happened">The event.</param>
    /// <param name="mark">The statement that notes it as handled; when it touches no row, another host was faster.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns>Whether it was this call that handled the event.</returns>
    public async Task<bool> HandleAsync(OutboxEvent happened, NpgsqlBatchCommand mark, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var access = new SystemAccess(module.Id);
        scope.ServiceProvider.GetRequiredService<CurrentScope>().Enter(province, access);
        var context = contexts.CreateContext(province.Id, access);
        var announcements = scope.ServiceProvider.GetRequiredService<OutboxAnnouncements>();
        await using var unit = await UnitOfWork.BeginAsync(context, IsolationLevel.Serializable, announcements, cancellationToken);
        scope.ServiceProvider.GetRequiredService<ScopeTransaction>().Unit = unit;

        await using (var batch = new NpgsqlBatch(unit.Connection) { BatchCommands = { mark } })
        {
            if (await batch.ExecuteNonQueryAsync(cancellationToken) == 0)
                return false;
        }

        var circumstances = new EventContext(happened.Id, province.Id, happened.OccurredAt);
        using var attempt = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        attempt.CancelAfter(handlerTime);
        foreach (var subscription in module.Registration.Subscriptions.Where(subscription => subscription.EventName == happened.Name))
        {
            // Beside, since a handler may block; one that does not look at its cancellation either is left behind, and its transaction is taken back.
            var handling = work.RunAsync(module.Id, () => subscription.HandleAsync(scope.ServiceProvider, happened.Payload, circumstances, attempt.Token));
            await WaitAsync(handling, cancellationToken);
        }

        var author = new EditAuthor(UserId: null, access.UserName, happened.Name, Document: null);
        await unit.CommitAsync(author, [], cancellationToken);
        return true;
    }

    private async Task WaitAsync(Task handling, CancellationToken cancellationToken)
    {
        try
        {
            await handling.WaitAsync(handlerTime + Grace, TimeProvider.System, cancellationToken);
        }
        finally
        {
            if (!handling.IsCompleted)
                work.LeaveBehind(module.Id, handling);
        }
    }
}
