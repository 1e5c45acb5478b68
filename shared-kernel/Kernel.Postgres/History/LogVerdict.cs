namespace Modular.Kernel.Postgres.History;

/// <summary>What the look at a sealed log of a province came to.</summary>
/// <param name="Verified">How many rows, from the first one that is there, are as they were when they were sealed.</param>
/// <param name="Unsealed">How many rows are not sealed yet.</param>
/// <param name="Head">The last seal; null before the first one.</param>
/// <param name="Breach">The first place where the log is not what was sealed; null when it is whole.</param>
public sealed record LogVerdict(long Verified, long Unsealed, LogSeal? Head, LogBreach? Breach)
{
    /// <summary>How many rows at the beginning were removed when their time was over; their seals are there.</summary>
    public long Removed { get; init; }
}

/// <summary>The first place at which a log is not what was sealed. Values are not repeated: they may be personal data.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Position">The place in the chain.</param>
/// <param name="Row">The row that stands there, or null where it is gone.</param>
public sealed record LogBreach(LogBreachKind Kind, long Position, SealedRow? Row);

/// <summary>Which row a place in the chain is about.</summary>
/// <param name="Module">The module.</param>
/// <param name="Entity">The entity that was changed, or the type of the objects that were read.</param>
/// <param name="EntityId">The identifier of the entity, where it has one, or of the read.</param>
/// <param name="MadeAt">When the row says that it was made.</param>
public sealed record SealedRow(string Module, string Entity, Guid? EntityId, DateTimeOffset MadeAt);

/// <summary>In which way a log is not what was sealed.</summary>
public enum LogBreachKind
{
    /// <summary>The row, or its seal, says something else than when it was sealed.</summary>
    Altered,

    /// <summary>The row of a seal is gone.</summary>
    Removed,

    /// <summary>A row stands among sealed ones and has no seal: it was put there later.</summary>
    Added,

    /// <summary>A seal is missing in the chain.</summary>
    SealRemoved,

    /// <summary>The chain is consistent in itself, yet not the one of which a seal was noted.</summary>
    NotTheNotedChain,
}
