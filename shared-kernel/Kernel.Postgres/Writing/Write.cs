using System.Data;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Modular.Kernel.Events;
using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Postgres.Events;
using Modular.Kernel.Postgres.Scopes;
using Modular.Kernel.Results;

namespace Modular.Kernel.Postgres.Writing;

/// <inheritdoc />
internal sealed class Write<TContext>(
    ModuleContextFactory<TContext> contexts,
    ScopeTransaction current,
    CurrentScope scope,
    RequestIdempotency idempotency,
    OutboxAnnouncements announcements,
    TimeProvider clock,
    ILogger<Write<TContext>> log) : IWrite<TContext>
    where TContext : ModuleDbContext
{
    private const int Attempts = 6;

    private readonly Dictionary<string, Func<Problem>> constraints = [];
    private string? reason;
    private string? document;
    private bool mayConcernOneself;
    private IsolationLevel isolation = IsolationLevel.Serializable;

    public IWrite<TContext> Because(string? reason, string? document = null)
    {
        this.reason = reason;
        this.document = document;
        return this;
    }

    public IWrite<TContext> AlsoAboutOneself()
    {
        mayConcernOneself = true;
        return this;
    }

    public IWrite<TContext> GuardedByVersions()
    {
        isolation = IsolationLevel.RepeatableRead;
        return this;
    }

    public IWrite<TContext> When(string constraint, Func<Problem> problem)
    {
        constraints[constraint] = problem;
        return this;
    }

    public void Raise<TEvent>(TEvent happened)
        where TEvent : IModuleEvent => current.Require().Pending.Events.Add(new PendingEvent(
            Guid.CreateVersion7(clock.GetUtcNow()), TEvent.EventName, JsonSerializer.Serialize(happened, EventJson.Options)));

    public async Task<Result<T>> RunAsync<T>(
        Func<TContext, CancellationToken, Task<Result<T>>> change, CancellationToken cancellationToken)
    {
        if (current.Unit is { } running)
            return await change(Joined(running), cancellationToken);

        var claim = idempotency.Claim();
        return await RepeatedAsync(() => TryAsync(change, claim, cancellationToken), cancellationToken);
    }

    public Task<Result<T>> TryOutAsync<T>(
        Func<TContext, CancellationToken, Task<Result<T>>> change, CancellationToken cancellationToken) => current.Unit is null
        ? RepeatedAsync(
            () => TransactAsync(change, (unit, _, cancellation) => unit.TryOutAsync(cancellation), cancellationToken), cancellationToken)
        : throw new InvalidOperationException("A change is running in this scope; trying another one out would take both back.");

    private async Task<Result<T>> RepeatedAsync<T>(Func<Task<Result<T>>> run, CancellationToken cancellationToken)
    {
        var cameSecond = false;
        try
        {
            for (var attempt = 1; ; attempt++)
            {
                try
                {
                    return await run();
                }
                catch (Exception failure) when (IsWorthAnother(failure, attempt, cameSecond))
                {
                    cameSecond |= DatabaseFailures.MayBeOfAnotherAtOnce(failure);
                    log.LogDebug("A concurrent transaction interfered; the change runs again (attempt {Attempt}).", attempt + 1);
                    await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(5 << attempt)), clock, cancellationToken);
                }
            }
        }
        finally
        {
            Forget();
        }
    }

    // A constraint that nothing answers for is broken by whoever comes second of two; where it is broken again, by the change itself.
    private static bool IsWorthAnother(Exception failure, int attempt, bool cameSecond) =>
        attempt < Attempts && (DatabaseFailures.IsWorthRepeating(failure) || (!cameSecond && DatabaseFailures.MayBeOfAnotherAtOnce(failure)));

    private async Task<Result<T>> TryAsync<T>(
        Func<TContext, CancellationToken, Task<Result<T>>> change, IdempotencyClaim? claim, CancellationToken cancellationToken)
    {
        if (claim is null)
            return await TransactAsync(change, (unit, _, cancellation) => unit.CommitAsync(Author, [], cancellation), cancellationToken);
        try
        {
            var result = await TransactAsync(
                change,
                (unit, value, cancellation) => unit.CommitAsync(
                    Author, [new IdempotencyRecord<TContext>((TContext)unit.Context, claim).Keep(value)], cancellation),
                cancellationToken);
            return result.Succeeded ? result : await FindEarlierAsync<T>(claim, cancellationToken) ?? result;
        }
        catch (Exception failure) when (!DatabaseFailures.IsWorthRepeating(failure) && !DatabaseFailures.IsUnreachable(failure))
        {
            if (await FindEarlierAsync<T>(claim, cancellationToken) is { } earlier)
                return earlier;
            throw;
        }
    }

    private async Task<Result<T>> TransactAsync<T>(
        Func<TContext, CancellationToken, Task<Result<T>>> change,
        Func<UnitOfWork, T, CancellationToken, Task<bool>> finish,
        CancellationToken cancellationToken)
    {
        var context = contexts.Create(scope.Province.Id, scope.Access);
        await using var unit = await UnitOfWork.BeginAsync(context, isolation, announcements, cancellationToken);
        current.Unit = unit;
        try
        {
            var result = await change(context, cancellationToken);
            if (!result.Succeeded)
                return result;
            return await finish(unit, result.Value, cancellationToken) ? result : new NobodyActsOnTheirOwnCase();
        }
        catch (DbUpdateConcurrencyException failure)
        {
            await unit.RollBackAsync(cancellationToken);
            if (await DatabaseFailures.FindStaleVersionAsync(failure, cancellationToken) is { } stale)
                return stale;
            throw;
        }
        catch (Exception failure) when (ProblemOf(failure) is { } problem)
        {
            return problem;
        }
        finally
        {
            current.Unit = null;
        }
    }

    /// <summary>What an earlier request with the key came to; null where there was none, so that this request's own outcome stands.</summary>
    private async Task<Result<T>?> FindEarlierAsync<T>(IdempotencyClaim claim, CancellationToken cancellationToken)
    {
        await using var context = contexts.CreateForReading(scope.Province.Id, scope.Access);
        return await new IdempotencyRecord<TContext>(context, claim).ReplayAsync<T>(cancellationToken);
    }

    private EditAuthor Author => new(
        scope.Access.UserId, scope.Access.UserName, reason, document, mayConcernOneself ? null : scope.Access.MemberId);

    private Problem? ProblemOf(Exception failure) =>
        DatabaseFailures.BrokenConstraint(failure) is { } name && constraints.TryGetValue(name, out var problem) ? problem() : null;

    private static TContext Joined(UnitOfWork running) => running.Context as TContext
        ?? throw new InvalidOperationException(
            $"A change of {running.Context.GetType().Name} is running; a change of {typeof(TContext).Name} can't join it. Publish an event instead.");

    private void Forget()
    {
        reason = null;
        document = null;
        mayConcernOneself = false;
        isolation = IsolationLevel.Serializable;
        constraints.Clear();
    }
}
