namespace Modular.Kernel.Postgres.Embedded;

/// <summary>The private PostgreSQL can't be started; the message says why and what to do.</summary>
public sealed class EmbeddedClusterException : Exception
{
    private EmbeddedClusterException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }

    internal static EmbeddedClusterException NoBinaries() => new(
        "No PostgreSQL was found (looked at the setting, pg_config, PATH and /usr/lib/postgresql). Install it, for instance by "
        + "'apt-get install postgresql', or give a connection string to an existing server.");

    internal static EmbeddedClusterException NoBinariesIn(string folder) => new(
        $"The folder '{folder}' has no initdb and postgres.");

    internal static EmbeddedClusterException OtherMajor(string folder, string major) => new(
        $"The data in '{folder}' was made by PostgreSQL {major}, which is not installed on this machine. Install that version, or dump the data with it and restore them.");

    internal static EmbeddedClusterException NotADatabase(string folder) => new(
        $"The folder '{folder}' is not empty and holds no PostgreSQL database. Move its content away, or give another data folder.");

    internal static EmbeddedClusterException NoUser() => new(
        "PostgreSQL does not run as root, and this machine has neither a user 'postgres' nor 'nobody', or no setpriv or runuser to become one.");

    internal static EmbeddedClusterException InUse(string folder, string owner) => new(
        $"The data folder '{folder}' is in use by another host (process {owner}). Stop it, or start this one with another folder.");

    internal static EmbeddedClusterException CommandFailed(string command, int exitCode, string output) => new(
        $"{command} failed with exit code {exitCode}: {output.Trim()}");

    internal static EmbeddedClusterException DidNotStart(string logTail) => new(
        $"PostgreSQL ended while it was starting. The end of its log: {logTail.Trim()}");

    internal static EmbeddedClusterException KeepsEnding(string logFile) => new(
        $"PostgreSQL ended several times within a minute and is not started again. Its log: {logFile}");

    internal static EmbeddedClusterException NotOurs(string folder, Exception inner) => new(
        $"The data in '{folder}' belong to another user of this machine. Start the host as that user, or as root.", inner);
}
