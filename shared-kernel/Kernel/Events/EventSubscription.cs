using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;

namespace Modular.Kernel.Events;

/// <summary>The tie between an event's stored name and the handler that a module registered for it.</summary>
public sealed class EventSubscription
{
    private readonly Func<IServiceProvider, string, EventContext, CancellationToken, Task> handle;

    private EventSubscription(string eventName, Func<IServiceProvider, string, EventContext, CancellationToken, Task> handle)
    {
        EventName = eventName;
        this.handle = handle;
    }

    /// <summary>The stored name of the event.</summary>
    public string EventName { get; }

    /// <summary>Reads the stored event and hands it to the handler, made in the scope of the consuming transaction.</summary>
    public Task HandleAsync(IServiceProvider scope, string payload, EventContext context, CancellationToken cancellationToken) =>
        handle(scope, payload, context, cancellationToken);

    internal static EventSubscription For<TEvent, THandler>()
        where TEvent : IModuleEvent
        where THandler : class, IEventHandler<TEvent> => new(
            TEvent.EventName,
            static (scope, payload, context, cancellationToken) =>
            {
                var happened = JsonSerializer.Deserialize<TEvent>(payload, EventJson.Options)
                    ?? throw new JsonException($"The stored event {TEvent.EventName} is null.");
                return scope.GetRequiredService<THandler>().HandleAsync(happened, context, cancellationToken);
            });
}
