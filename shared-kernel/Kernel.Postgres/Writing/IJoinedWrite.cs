using Modular.Kernel.Events;
using Modular.Kernel.Postgres.Entities;

namespace Modular.Kernel.Postgres.Writing;

/// <summary>
/// Lets a module take part in the change that another module is making in the same scope: rows, history, events and work items of both become durable
/// together. It is for the ports that the other module's contract declares, where no day may pass between the two halves, as when a
/// reorganization moves members from one cell to another; everything else follows by an event.
/// </summary>
/// <typeparam name="TContext">The joining module's database context.</typeparam>
public interface IJoinedWrite<out TContext>
    where TContext : ModuleDbContext
{
    /// <summary>Whether a change is running in this scope.</summary>
    bool IsRunning { get; }

    /// <summary>The module's context in the transaction of the change that runs.</summary>
    /// <exception cref="InvalidOperationException">No change is running.</exception>
    TContext Context { get; }

    /// <summary>Publishes an event of the joining module with the change that is running.</summary>
    /// <exception cref="InvalidOperationException">No change is running.</exception>
    void Raise<TEvent>(TEvent happened)
        where TEvent : IModuleEvent;
}
