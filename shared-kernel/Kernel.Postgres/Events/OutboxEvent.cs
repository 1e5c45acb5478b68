namespace Modular.Kernel.Postgres.Events;

/// <summary>A place in the order in which events were committed.</summary>
internal readonly record struct OutboxPosition(int Generation, ulong TransactionId, long Sequence) : IComparable<OutboxPosition>
{
    public int CompareTo(OutboxPosition other) =>
        (Generation, TransactionId, Sequence).CompareTo((other.Generation, other.TransactionId, other.Sequence));
}

/// <summary>An event as it stands in the outbox.</summary>
internal sealed record OutboxEvent(OutboxPosition Position, Guid Id, string Name, string Payload, DateTimeOffset OccurredAt);

/// <summary>What a module has to do in a province.</summary>
/// <param name="From">Where it stands.</param>
/// <param name="To">Up to where all events are settled and were looked through.</param>
/// <param name="Events">Those up to there that the module listens to.</param>
/// <param name="HasMore">Whether more are settled than fit into this batch.</param>
/// <param name="HasUnsettled">Whether events are written whose order is not settled yet.</param>
internal sealed record OutboxBatch(
    OutboxPosition From, OutboxPosition To, IReadOnlyList<OutboxEvent> Events, bool HasMore, bool HasUnsettled);
