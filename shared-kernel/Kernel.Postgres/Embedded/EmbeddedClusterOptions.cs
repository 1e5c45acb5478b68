namespace Modular.Kernel.Postgres.Embedded;

/// <summary>Where and how the host's own PostgreSQL lives.</summary>
/// <param name="DataFolder">The host's data folder; the cluster is its folder <c>postgres</c>.</param>
public sealed record EmbeddedClusterOptions(string DataFolder)
{
    /// <summary>The folder with <c>initdb</c> and <c>postgres</c>, or null to look for one.</summary>
    public string? BinariesFolder { get; init; }

    /// <summary>Whether a commit survives a power failure. Only throw-away databases say no, and start faster for it.</summary>
    public bool IsDurable { get; init; } = true;

    /// <summary>Whether the owner's role may make further databases, as tests do.</summary>
    public bool OwnerMakesDatabases { get; init; }
}
