using Modular.GraphQL.Execution;
using Modular.GraphQL.TypeSystem;

namespace Modular.GraphQL;

/// <summary>Makes what belongs to a single event of a subscription, and tells when the client may no longer have any.</summary>
public interface ISubscriptionEvents
{
    /// <summary>An event has come in, or something has changed: looks whether the client may still have the subscription.</summary>
    /// <exception cref="GraphQLException">The client may not; the error is the last response.</exception>
    ValueTask<SubscriptionEvent> BeginAsync(CancellationToken cancellationToken);

    /// <summary>The event has been answered, well or not.</summary>
    ValueTask EndAsync(SubscriptionEvent ended);

    /// <summary>
    /// Completes when something has changed since the last call of <see cref="BeginAsync"/> on which its answer may depend, so that a subscription without
    /// events ends too when it must.
    /// </summary>
    Task WhenChangedAsync(CancellationToken cancellationToken) => Task.Delay(Timeout.Infinite, cancellationToken);
}

/// <summary>What belongs to a single event of a subscription.</summary>
/// <param name="Schema">
/// The schema as it is served now. If it is another than that of the last event, the operation is validated and planned anew, and the subscription ends
/// with the errors where that fails, for instance because a module was disabled.
/// </param>
/// <param name="Request">For the resolvers of the event's response.</param>
public readonly record struct SubscriptionEvent(Schema Schema, RequestContext Request);
