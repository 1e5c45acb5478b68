namespace Modular.Kernel.Postgres.History;

/// <summary>What the look at the history of a province came to.</summary>
/// <param name="Verified">How many edits, from the first one, are as they were when they were sealed.</param>
/// <param name="Unsealed">How many edits are not sealed yet.</param>
/// <param name="Head">The last seal; null before the first one.</param>
/// <param name="Breach">The first place where the history is not what was sealed; null when it is whole.</param>
public sealed record HistoryVerdict(long Verified, long Unsealed, HistorySeal? Head, HistoryBreach? Breach);

/// <summary>The first place at which the history of a province is not what was sealed. Values are not repeated: they may be personal data.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Position">The place in the chain.</param>
/// <param name="Edit">The edit that stands there, or null where it is gone.</param>
public sealed record HistoryBreach(HistoryBreachKind Kind, long Position, SealedEdit? Edit);

/// <summary>Which edit a place in the chain is about.</summary>
/// <param name="Module">The module.</param>
/// <param name="Entity">The entity.</param>
/// <param name="EntityId">Its identifier, where it has one.</param>
/// <param name="MadeAt">When the edit says that it was made.</param>
public sealed record SealedEdit(string Module, string Entity, Guid? EntityId, DateTimeOffset MadeAt);

/// <summary>In which way the history is not what was sealed.</summary>
public enum HistoryBreachKind
{
    /// <summary>The edit, or its seal, says something else than when it was sealed.</summary>
    Altered,

    /// <summary>The edit of a seal is gone.</summary>
    Removed,

    /// <summary>An edit stands among sealed ones and has no seal: it was put there later.</summary>
    Added,

    /// <summary>A seal is missing in the chain.</summary>
    SealRemoved,

    /// <summary>The chain is consistent in itself, yet not the one of which a seal was noted.</summary>
    NotTheNotedChain,
}
