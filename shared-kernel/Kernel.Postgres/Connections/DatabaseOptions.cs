namespace Modular.Kernel.Postgres.Connections;

/// <summary>The section <c>Database</c> of the configuration.</summary>
public sealed class DatabaseOptions
{
    // Up to six modules hand on events at a time, and work is looked for beside; a province that has fewer than four waits for its own background work.
    private const int AdvisedPerProvince = 7;
    private const int FewestPerProvince = 4;

    /// <summary>
    /// The connection string of the role that owns schemas and tables (<c>Database:Owner</c>). Without it the host starts a
    /// PostgreSQL of its own in its data folder.
    /// </summary>
    public string? Owner { get; set; }

    /// <summary>The connection string of the role that serves requests (<c>Database:Application</c>); needed together with <see cref="Owner"/>.</summary>
    public string? Application { get; set; }

    /// <summary>The folder with PostgreSQL's programs (<c>Database:Binaries</c>), where the newest one found on the machine is not meant.</summary>
    public string? Binaries { get; set; }

    /// <summary>The most connections that this host opens in all (<c>Database:MaxConnections</c>); hosts that share a server share its <c>max_connections</c>.</summary>
    public int MaxConnections { get; set; } = 100;

    /// <summary>How many statements stay prepared on a connection (<c>Database:PreparedStatements</c>).</summary>
    public int PreparedStatements { get; set; } = 256;

    /// <summary>
    /// Says what is wrong with the number of connections for these provinces: with few for each, requests wait for what is done in the background, and fail. Null when there are enough.
    /// </summary>
    public string? ConnectionShortage(int provinces)
    {
        var each = (MaxConnections - Neutral) / Math.Max(1, provinces);
        return each >= FewestPerProvince
            ? null
            : $"Database:MaxConnections is {MaxConnections}, which leaves {each} for each of {provinces} provinces: requests will wait for background work and fail. "
                + $"Give {(provinces * AdvisedPerProvince * 10 + 8) / 9}, and let the server take as many (max_connections).";
    }

    private int Neutral => Math.Max(4, MaxConnections / 10);

    /// <summary>Divides the connections over the provinces; a tenth, at least four, is kept for what belongs to no province.</summary>
    /// <exception cref="InvalidOperationException">There are too few for the number of provinces.</exception>
    public ConnectionSettings Divide(DatabaseConnections connections, int provinces)
    {
        var neutral = Neutral;
        var each = (MaxConnections - neutral) / Math.Max(1, provinces);
        if (each < 1)
            throw new InvalidOperationException(
                $"Database:MaxConnections is {MaxConnections}, too few for {provinces} provinces: each needs one at least, and {neutral} are kept beside.");
        return new ConnectionSettings(connections.Application)
        {
            NeutralPoolSize = neutral,
            PoolSizePerProvince = each,
            PreparedStatements = PreparedStatements,
        };
    }
}
