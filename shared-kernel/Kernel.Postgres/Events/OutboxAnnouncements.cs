using Microsoft.Extensions.Logging;
using Modular.Kernel.Postgres.Connections;
using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Provinces;
using Npgsql;
using NpgsqlTypes;

namespace Modular.Kernel.Postgres.Events;

/// <summary>
/// Tells all hosts that events were committed, so that nobody waits for the slow clock. It is told after the commit and not within: transactions
/// that announce something are committed one at a time by PostgreSQL, each with its own flush of the log. What happens while one announcement
/// is on its way is told together by the next.
/// </summary>
internal sealed class OutboxAnnouncements(ProvinceDataSources dataSources, TimeProvider clock, ILogger<OutboxAnnouncements> log)
    : IAsyncDisposable
{
    private const string NotifySql = "select pg_notify($1, province) from unnest($2) as province";

    // A busy host wakes the dispatchers fifty times a second, not with each change.
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(20);

    private readonly Lock gate = new();
    private HashSet<ProvinceId> untold = [];
    private bool isTelling;
    private Task telling = Task.CompletedTask;

    /// <summary>Has it told soon that the province has new events.</summary>
    public void Announce(ProvinceId province)
    {
        lock (gate)
        {
            untold.Add(province);
            if (isTelling)
                return;
            isTelling = true;
            // What a request carries along, its trace for instance, does not belong to what is told for many.
            using (ExecutionContext.SuppressFlow())
                telling = Task.Run(TellAsync);
        }
    }

    /// <summary>Waits until everything is told.</summary>
    public async ValueTask DisposeAsync() => await telling;

    private async Task TellAsync()
    {
        while (Take() is { Count: > 0 } provinces)
        {
            try
            {
                await using var command = dataSources.Neutral.CreateCommand(NotifySql);
                command.Parameters.Add(CommitStatements.Typed(CommitStatements.OutboxChannel, NpgsqlDbType.Text));
                command.Parameters.Add(CommitStatements.Typed(
                    provinces.Select(province => province.ToString()).ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Text));
                await command.ExecuteNonQueryAsync();
            }
            catch (NpgsqlException failure)
            {
                log.LogWarning("New events could not be announced ({Failure}); they are found at the next look.", failure.GetType().Name);
            }

            await Task.Delay(Rest, clock);
        }
    }

    private HashSet<ProvinceId> Take()
    {
        lock (gate)
        {
            var taken = untold;
            untold = [];
            isTelling = taken.Count > 0;
            return taken;
        }
    }
}
