namespace Modular.Kernel.Postgres.Connections;

/// <summary>The section <c>Database</c> of the configuration.</summary>
public sealed class DatabaseOptions
{
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

    /// <summary>Divides the connections over the provinces; a tenth, at least four, is kept for what belongs to no province.</summary>
    /// <exception cref="InvalidOperationException">There are too few for the number of provinces.</exception>
    public ConnectionSettings Divide(DatabaseConnections connections, int provinces)
    {
        var neutral = Math.Max(4, MaxConnections / 10);
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
