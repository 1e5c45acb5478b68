using Modular.Kernel.Provinces;

namespace Modular.Kernel.Events;

/// <summary>Acts on an event of another module.</summary>
public interface IEventHandler<in TEvent>
    where TEvent : IModuleEvent
{
    /// <summary>
    /// Handles the event inside the consuming module's own transaction, which commits together with the module's position:
    /// what the handler writes through its module's database context happens exactly once. An exception rolls back and is tried again;
    /// an event that fails every time is parked and shown to an administrator.
    /// </summary>
    Task HandleAsync(TEvent happened, EventContext context, CancellationToken cancellationToken);
}

/// <summary>Where and when an event happened.</summary>
/// <param name="EventId">The identifier of this one event.</param>
/// <param name="Province">The province in whose data it happened.</param>
/// <param name="OccurredAt">The time of the publishing transaction.</param>
public sealed record EventContext(Guid EventId, ProvinceId Province, DateTimeOffset OccurredAt);
