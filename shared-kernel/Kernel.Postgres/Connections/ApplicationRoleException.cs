namespace Modular.Kernel.Postgres.Connections;

/// <summary>The role with which the host would serve requests has rights that undo the isolation of provinces.</summary>
public sealed class ApplicationRoleException : Exception
{
    private ApplicationRoleException(string role, string reason)
        : base($"The host does not start with the application role '{role}': {reason} Give it a role made by: "
            + $"create role {role} login nosuperuser nobypassrls; and let another role own the schemas.")
    {
    }

    internal static ApplicationRoleException IsSuperuser(string role, string through) => new(
        role, $"it is a superuser or a member of one ({through}), whom row-level security does not hold.");

    internal static ApplicationRoleException BypassesRowSecurity(string role, string through) => new(
        role, $"it may bypass row-level security by itself or as a member of {through}.");

    internal static ApplicationRoleException OwnsTable(string role, string table) => new(
        role, $"it owns the table {table}, or is a member of the role that does, and could lift its protection.");

    internal static ApplicationRoleException OwnsSchema(string role, string schema) => new(
        role, $"it owns the schema {schema}, or is a member of the role that does.");
}
