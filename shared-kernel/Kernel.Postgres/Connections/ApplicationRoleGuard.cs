using Npgsql;

namespace Modular.Kernel.Postgres.Connections;

/// <summary>
/// Refuses to serve with an application role that could step around row-level security, be it by a right of its own or through a
/// role whose member it is.
/// </summary>
public static class ApplicationRoleGuard
{
    private const string Sql =
        """
        select
            (select string_agg(r.rolname, ', ' order by r.rolname) from pg_roles r
             where r.rolsuper and pg_has_role(current_user, r.oid, 'member')),
            (select string_agg(r.rolname, ', ' order by r.rolname) from pg_roles r
             where r.rolbypassrls and not r.rolsuper and pg_has_role(current_user, r.oid, 'member')),
            (select min(c.oid::regclass::text) from pg_class c
             join pg_namespace n on n.oid = c.relnamespace
             where c.relkind in ('r', 'p', 'v', 'm') and n.nspname not like 'pg\_%' and n.nspname <> 'information_schema'
               and pg_has_role(current_user, c.relowner, 'member')),
            (select min(n.nspname) from pg_namespace n
             where n.nspname not like 'pg\_%' and n.nspname <> 'information_schema'
               and pg_has_role(current_user, n.nspowner, 'member')),
            current_user::text
        """;

    /// <summary>Checks the role over a connection of its own.</summary>
    /// <exception cref="ApplicationRoleException">The role may do more than it should; the message says what and how to mend it.</exception>
    public static async Task CheckAsync(DatabaseConnections connections, CancellationToken cancellationToken)
    {
        await using var source = NpgsqlDataSource.Create(
            new NpgsqlConnectionStringBuilder(connections.Application) { Pooling = false, ApplicationName = "modular/check" });
        await using var command = source.CreateCommand(Sql);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        var role = reader.GetString(4);
        if (Text(reader, 0) is { } superusers)
            throw ApplicationRoleException.IsSuperuser(role, superusers);
        if (Text(reader, 1) is { } bypassers)
            throw ApplicationRoleException.BypassesRowSecurity(role, bypassers);
        if (Text(reader, 2) is { } table)
            throw ApplicationRoleException.OwnsTable(role, table);
        if (Text(reader, 3) is { } schema)
            throw ApplicationRoleException.OwnsSchema(role, schema);
    }

    private static string? Text(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
}
