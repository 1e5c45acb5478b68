namespace Modular.Kernel.Postgres.Embedded;

/// <summary>The configuration of a private cluster.</summary>
internal static class ClusterFiles
{
    public const string Database = "modular";
    public const string OwnerRole = "modular_owner";
    public const string ApplicationRole = "modular_app";
    public const string Superuser = "modular_superuser";

    /// <summary>Written once, when the cluster is made, so that an operator may change it. Statements and values never reach the log: they hold personal data.</summary>
    public const string Settings =
        """

        # Modular: sized for a machine with two cores.
        cluster_name = 'modular'
        max_connections = 150
        shared_buffers = 256MB
        effective_cache_size = 1GB
        work_mem = 16MB
        maintenance_work_mem = 128MB
        max_wal_size = 2GB
        wal_compression = on
        random_page_cost = 1.1
        jit = off
        max_parallel_workers_per_gather = 1
        timezone = 'UTC'
        log_timezone = 'UTC'
        log_line_prefix = '%m [%p] '
        log_min_messages = log
        log_min_error_statement = panic
        log_error_verbosity = terse
        log_parameter_max_length = 0
        log_checkpoints = off
        idle_in_transaction_session_timeout = 5min

        """;

    /// <summary>Written at every start: the two roles come in, by password, from this machine, and nobody else.</summary>
    public const string Access =
        $"""
        # Written by Modular at every start.
        local all {OwnerRole},{ApplicationRole} scram-sha-256
        host  all {OwnerRole},{ApplicationRole} 127.0.0.1/32 scram-sha-256

        """;

    /// <summary>The options of a start that differ from place to place.</summary>
    public static IEnumerable<string> StartOptions(ClusterAddress address, bool isDurable)
    {
        string[] listen = address.Port is { } port
            ? ["-c", "listen_addresses=127.0.0.1", "-c", $"port={port}", "-c", "unix_socket_directories="]
            : ["-c", "listen_addresses=", "-c", "port=5432", "-c", $"unix_socket_directories={address.Host}"];
        string[] speed = isDurable
            ? []
            : ["-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off", "-c", "shared_buffers=128MB"];
        return [.. listen, .. speed];
    }

    /// <summary>What the superuser does, once, in single-user mode: no superuser ever signs in over a connection.</summary>
    public static string Roles(ClusterCredentials credentials, bool ownerMakesDatabases) =>
        $"""
        create role {OwnerRole} login nosuperuser nobypassrls {(ownerMakesDatabases ? "createdb" : "nocreatedb")} password '{credentials.OwnerPassword}'
        create role {ApplicationRole} login nosuperuser nobypassrls password '{credentials.ApplicationPassword}'
        create database {Database} owner {OwnerRole}
        revoke all on database {Database} from public
        grant connect, temporary on database {Database} to {ApplicationRole}
        {(ownerMakesDatabases ? $"grant pg_signal_backend to {OwnerRole}" : "")}
        """;

    /// <summary>New passwords for the roles of an existing cluster.</summary>
    public static string Passwords(ClusterCredentials credentials) =>
        $"""
        alter role {OwnerRole} password '{credentials.OwnerPassword}'
        alter role {ApplicationRole} password '{credentials.ApplicationPassword}'

        """;
}

/// <summary>Where a server listens: a folder with its socket, or this machine and a port.</summary>
internal sealed record ClusterAddress(string Host, int? Port);
