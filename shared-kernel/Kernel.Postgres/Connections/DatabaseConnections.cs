using Npgsql;

namespace Modular.Kernel.Postgres.Connections;

/// <summary>The two ways into a database.</summary>
/// <param name="Owner">The connection string of the role that owns schemas and tables and runs migrations.</param>
/// <param name="Application">The connection string of the role that serves requests: no superuser, no bypass of row security, owner of nothing.</param>
public sealed record DatabaseConnections(string Owner, string Application)
{
    /// <summary>The name of the application role.</summary>
    public string ApplicationRole => new NpgsqlConnectionStringBuilder(Application).Username
        ?? throw new ArgumentException("The application's connection string names no user (Username=…).");
}
