using Modular.Kernel.Events;
using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Results;

namespace Modular.Kernel.Postgres.Writing;

/// <summary>
/// A module's unit of work: change, history, events and the memory of the request's idempotency key become durable together or not at all.
/// </summary>
/// <typeparam name="TContext">The module's database context.</typeparam>
public interface IWrite<out TContext>
    where TContext : ModuleDbContext
{
    /// <summary>
    /// Runs the change in one serializable transaction (but see <see cref="GuardedByVersions"/>) and commits when it succeeds. A problem rolls everything back, and so does a version
    /// that is no longer current (<see cref="StaleVersion"/>). When PostgreSQL finds that a concurrent transaction would make the
    /// outcome depend on chance, the change runs again on a fresh context, so it must not have effects outside of the database. So it does, once, when it breaks a unique or exclusion constraint that
    /// <see cref="When"/> does not name: who comes second of two finds then what the first has written.
    /// Inside another change of the same scope it joins that transaction.
    /// </summary>
    Task<Result<T>> RunAsync<T>(Func<TContext, CancellationToken, Task<Result<T>>> change, CancellationToken cancellationToken);

    /// <summary>
    /// Tries the change out: runs it as <see cref="RunAsync{T}"/> does, has every constraint checked, and takes everything back in any case. The answer is what the
    /// change would come to now; nothing is remembered for the request's idempotency key.
    /// </summary>
    /// <exception cref="InvalidOperationException">Another change is running, which would be taken back too.</exception>
    Task<Result<T>> TryOutAsync<T>(Func<TContext, CancellationToken, Task<Result<T>>> change, CancellationToken cancellationToken);

    /// <summary>Publishes an event with the change that is running; other modules hear of it after the commit.</summary>
    /// <exception cref="InvalidOperationException">No change is running.</exception>
    void Raise<TEvent>(TEvent happened)
        where TEvent : IModuleEvent;

    /// <summary>Says why the change is made, and on which document it rests; both stand in the history of edits.</summary>
    IWrite<TContext> Because(string? reason, string? document = null);

    /// <summary>
    /// Says that the next change may be about the user's own record, as a request that they file or their own telephone number: its rules tell what of it may. Without this
    /// a change that touches the record of the user's own member is refused (<see cref="NobodyActsOnTheirOwnCase"/>), whatever module makes it.
    /// </summary>
    IWrite<TContext> AlsoAboutOneself();

    /// <summary>
    /// Says that what the next change's rules read cannot be changed behind its back: it is the rows that the change writes (whose versions are
    /// compared), what constraints guard, and what no other change decides by looking at those rows. The change then runs at repeatable read instead
    /// of serializable, so that changes of neighbouring rows don't repeat each other. The proof stands where this is called.
    /// </summary>
    IWrite<TContext> GuardedByVersions();

    /// <summary>Answers a broken constraint (unique, exclusion, check, foreign key) of this name with a problem instead of an error.</summary>
    IWrite<TContext> When(string constraint, Func<Problem> problem);
}
