namespace Modular.Kernel.Postgres.History;

/// <summary>Goes along a chain, seal by seal, until one does not follow from those before.</summary>
/// <param name="start">What stands before the first seal.</param>
/// <param name="noted">A seal that was written down earlier; the chain must go through it.</param>
/// <param name="keptSince">Since when all that was sealed must be there.</param>
internal sealed class ChainWalk(byte[] start, NotedSeal? noted, DateTimeOffset keptSince)
{
    private byte[] hash = start;
    private LogBreach? breach;
    private bool anyIsThere;

    /// <summary>The last seal that was found right.</summary>
    public LogSeal? Head { get; private set; }

    /// <summary>How many rows at the beginning are gone since their time was over.</summary>
    public long Removed { get; private set; }

    /// <summary>The place of <see cref="Head"/>.</summary>
    public long Position => Head?.Position ?? 0;

    /// <summary>Looks at the next seal.</summary>
    /// <param name="seal">The seal.</param>
    /// <param name="digest">The digest of its row as it is now; null where the row is gone.</param>
    /// <param name="row">Tells which row it is, where it is there.</param>
    /// <returns>Whether it is right, so that the walk goes on.</returns>
    public bool Step(LogSeal seal, byte[]? digest, Func<SealedRow> row)
    {
        var expected = Position + 1;
        if (seal.Position != expected)
            return Break(LogBreachKind.SealRemoved, expected, null);
        // What is gone cannot be looked at; the seal that was made of it stands for it.
        var isOver = digest is null && !anyIsThere && seal.SealedAt < keptSince;
        if (digest is null && !isOver)
            return Break(LogBreachKind.Removed, expected, null);
        hash = digest is null ? Convert.FromHexString(seal.Hash) : SealChain.Next(hash, digest);
        if (Convert.ToHexStringLower(hash) != seal.Hash)
            return Break(LogBreachKind.Altered, expected, row());
        if (noted?.Position == expected && noted.Hash != seal.Hash)
            return Break(LogBreachKind.NotTheNotedChain, expected, isOver ? null : row());
        anyIsThere |= !isOver;
        Removed += isOver ? 1 : 0;
        Head = seal;
        return true;
    }

    /// <summary>Where the chain breaks; null where it is whole.</summary>
    public LogBreach? End() => breach is null && noted is not null && noted.Position > Position
        ? new LogBreach(LogBreachKind.SealRemoved, Position + 1, null)
        : breach;

    private bool Break(LogBreachKind kind, long position, SealedRow? row)
    {
        breach = new LogBreach(kind, position, row);
        return false;
    }
}
