using System.Text.Json;
using Modular.Kernel.Events;
using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Postgres.Scopes;

namespace Modular.Kernel.Postgres.Writing;

/// <inheritdoc />
internal sealed class JoinedWrite<TContext>(
    ModuleContextFactory<TContext> contexts, ScopeTransaction current, CurrentScope scope, TimeProvider clock) : IJoinedWrite<TContext>
    where TContext : ModuleDbContext
{
    public bool IsRunning => current.Unit is not null;

    public TContext Context => current.Require().Join(contexts, scope.Access);

    public void Raise<TEvent>(TEvent happened)
        where TEvent : IModuleEvent => Context.Pending!.Events.Add(new PendingEvent(
            Guid.CreateVersion7(clock.GetUtcNow()), TEvent.EventName, JsonSerializer.Serialize(happened, EventJson.Options)));
}
