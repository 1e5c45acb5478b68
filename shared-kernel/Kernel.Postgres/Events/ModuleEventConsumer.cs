using System.Numerics;
using System.Runtime.ExceptionServices;
using Microsoft.Extensions.Logging;
using Modular.Kernel.Postgres.Connections;
using Modular.Kernel.Postgres.Telemetry;
using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Provinces;
using Npgsql;

namespace Modular.Kernel.Postgres.Events;

/// <summary>
/// Hands a module the events of a province, one after the other, and parks those that fail every time. Events for a module whose handlers were left behind, because they do not end, wait until they do.
/// </summary>
internal sealed class ModuleEventConsumer(
    string moduleId,
    string[] eventNames,
    Func<Province, EventTransaction> transactions,
    OutboxReader outbox,
    ProvinceDataSources dataSources,
    EventDispatchOptions options,
    ModuleWork work,
    IModuleFaultLog? faults,
    TimeProvider clock,
    ILogger log)
{
    // What so many events at most write does not change how tables are best read.
    private const int FewEvents = 8;

    private readonly Dictionary<ProvinceId, FailedAttempts> failing = [];

    /// <summary>When the next attempt at an event that failed is due, or null where none failed.</summary>
    public DateTimeOffset? NextAttempt => failing.Count == 0 ? null : failing.Values.Min(failed => failed.NextAt);

    /// <summary>Handles a batch of a province's events, as far as none fails.</summary>
    public async Task<ConsumedBatch> ConsumeAsync(Province province, CancellationToken cancellationToken)
    {
        if (work.IsStuck(moduleId) || (failing.TryGetValue(province.Id, out var waiting) && waiting.NextAt > clock.GetUtcNow()))
            return ConsumedBatch.Waiting;
        await RetryParkedAsync(province, cancellationToken);

        var batch = await outbox.ReadAsync(province.Id, moduleId, eventNames, options.BatchSize, cancellationToken);
        for (var index = 0; index < batch.Events.Count; index++)
        {
            if (work.IsStuck(moduleId) || !await TryAsync(province, batch.Events[index], cancellationToken))
                return ConsumedBatch.Waiting;
            if (index >= FewEvents && BitOperations.IsPow2(index))
                await AnalyzeAsync(province.Id, cancellationToken);
        }

        var last = batch.Events is [.., var handled] ? handled.Position : batch.From;
        if (batch.To.CompareTo(last) > 0)
            await ExecuteAsync(province.Id, [OutboxStatements.Move(province.Id, moduleId, batch.To)], cancellationToken);
        return new ConsumedBatch(batch.HasMore, batch.HasUnsettled);
    }

    /// <returns>Whether the event is done with: handled, or parked.</returns>
    private async Task<bool> TryAsync(Province province, OutboxEvent happened, CancellationToken cancellationToken)
    {
        for (var repeats = 0; ; repeats++)
        {
            try
            {
                await transactions(province).HandleAsync(
                    happened, OutboxStatements.Move(province.Id, moduleId, happened.Position), cancellationToken);
                failing.Remove(province.Id);
                return true;
            }
            catch (Exception failure) when (repeats < options.Attempts && DatabaseFailures.IsWorthRepeating(failure))
            {
                log.LogDebug("A concurrent transaction interfered with an event for {Module}; it is handled again.", moduleId);
            }
            catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
            {
                return await HandleFailureAsync(province, happened, failure, cancellationToken);
            }
        }
    }

    private async Task<bool> HandleFailureAsync(
        Province province, OutboxEvent happened, Exception failure, CancellationToken cancellationToken)
    {
        if (DatabaseFailures.IsUnreachable(failure))
            ExceptionDispatchInfo.Throw(failure);
        faults?.Note(moduleId, province.Id, happened.Name, failure);
        var attempts = failing.TryGetValue(province.Id, out var earlier) && earlier.EventId == happened.Id ? earlier.Attempts + 1 : 1;
        if (attempts < options.Attempts)
        {
            failing[province.Id] = new FailedAttempts(happened.Id, attempts, clock.GetUtcNow() + options.FirstPause * Math.Pow(2, attempts - 1));
            return false;
        }

        // The text of the failure may hold personal data: it goes into the province's table, not into the log.
        log.LogError(
            "Module {Module} failed {Attempts} times at {Event} {EventId} of {Province} ({Failure}); the event is parked.",
            moduleId, attempts, happened.Name, happened.Id, province.Slug, failure.GetType().Name);
        failing.Remove(province.Id);
        await ExecuteAsync(
            province.Id,
            [
                OutboxStatements.Park(province.Id, moduleId, happened, attempts, failure),
                OutboxStatements.Move(province.Id, moduleId, happened.Position),
            ],
            cancellationToken);
        return true;
    }

    private async Task RetryParkedAsync(Province province, CancellationToken cancellationToken)
    {
        foreach (var happened in await ReadAskedAgainAsync(province.Id, cancellationToken))
        {
            try
            {
                await transactions(province).HandleAsync(
                    happened, OutboxStatements.Unpark(province.Id, moduleId, happened.Id), cancellationToken);
            }
            catch (Exception failure) when (!cancellationToken.IsCancellationRequested && !DatabaseFailures.IsUnreachable(failure))
            {
                await ExecuteAsync(
                    province.Id, [OutboxStatements.Park(province.Id, moduleId, happened, 1, failure)], cancellationToken);
            }
        }
    }

    private async Task<IReadOnlyList<OutboxEvent>> ReadAskedAgainAsync(ProvinceId province, CancellationToken cancellationToken)
    {
        await using var batch = dataSources.Of(province).CreateBatch();
        batch.BatchCommands.Add(OutboxStatements.AskedAgain(province, moduleId));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var events = new List<OutboxEvent>();
        while (await reader.ReadAsync(cancellationToken))
            events.Add(OutboxReader.EventOf(reader));
        return events;
    }

    // Many events, of an import for instance, make the tables of a module much larger, and those that follow would be handled by plans for small ones.
    private async Task AnalyzeAsync(ProvinceId province, CancellationToken cancellationToken)
    {
        await using var connection = await dataSources.Of(province).OpenConnectionAsync(cancellationToken);
        await GrownTables.AnalyzeAsync(connection, log, cancellationToken);
    }

    private async Task ExecuteAsync(ProvinceId province, NpgsqlBatchCommand[] commands, CancellationToken cancellationToken)
    {
        await using var connection = await dataSources.Of(province).OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(connection, transaction);
        foreach (var command in commands)
            batch.BatchCommands.Add(command);
        await batch.ExecuteNonQueryAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private sealed record FailedAttempts(Guid EventId, int Attempts, DateTimeOffset NextAt);
}

/// <summary>What a turn of a province left to do.</summary>
/// <param name="HasMore">More events are settled.</param>
/// <param name="HasUnsettled">Events are written whose order is not settled.</param>
internal sealed record ConsumedBatch(bool HasMore, bool HasUnsettled)
{
    /// <summary>An event failed and waits for its next attempt.</summary>
    public static readonly ConsumedBatch Waiting = new(HasMore: false, HasUnsettled: false);
}
