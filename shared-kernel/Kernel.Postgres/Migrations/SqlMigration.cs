using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Modular.Kernel.Postgres.Migrations;

/// <summary>One file <c>NNNN_what.sql</c>.</summary>
/// <param name="Number">Its place in the order, from 1.</param>
/// <param name="Name">The file's name.</param>
/// <param name="Sql">Its text, with line feeds alone.</param>
internal sealed partial record SqlMigration(int Number, string Name, string Sql)
{
    private const string ResourceFolder = "Migrations/";

    /// <summary>The SHA-256 of the text in hexadecimal; it does not depend on how a checkout ends its lines.</summary>
    public string Checksum { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql)));

    /// <summary>The migrations that an assembly carries, in order.</summary>
    /// <exception cref="MigrationException">A file has no number, or numbers repeat or leave a gap.</exception>
    public static IReadOnlyList<SqlMigration> In(DatabaseSchema schema)
    {
        var migrations = new List<SqlMigration>();
        foreach (var resource in schema.Assembly.GetManifestResourceNames().Order(StringComparer.Ordinal))
        {
            if (!resource.StartsWith(ResourceFolder, StringComparison.Ordinal))
                continue;
            var migration = Read(schema, resource);
            if (migration.Number != migrations.Count + 1)
                throw MigrationException.WrongNumber(schema.Schema, migration.Name, migrations.Count + 1);
            migrations.Add(migration);
        }

        return migrations;
    }

    private static SqlMigration Read(DatabaseSchema schema, string resource)
    {
        var name = resource[ResourceFolder.Length..];
        if (!FileName().IsMatch(name))
            throw MigrationException.WrongName(schema.Schema, name);
        using var reader = new StreamReader(schema.Assembly.GetManifestResourceStream(resource)!, Encoding.UTF8);
        var sql = reader.ReadToEnd().ReplaceLineEndings("\n");
        return new SqlMigration(int.Parse(name.AsSpan(0, 4), CultureInfo.InvariantCulture), name, sql);
    }

    [GeneratedRegex(@"^\d{4}_[a-z0-9_]+\.sql$")]
    private static partial Regex FileName();
}
