using System.Reflection;
using System.Text;

namespace Modular.Kernel.Postgres.Tests.Migrations;

/// <summary>An assembly that carries the migrations that a test writes.</summary>
internal sealed class MigrationFolder(string schema) : Assembly
{
    private readonly Dictionary<string, string> files = [];

    public DatabaseSchema Schema => new(schema, this);

    public MigrationFolder With(string name, string sql)
    {
        files["Migrations/" + name] = sql;
        return this;
    }

    public override string[] GetManifestResourceNames() => [.. files.Keys];

    public override Stream? GetManifestResourceStream(string name) => new MemoryStream(Encoding.UTF8.GetBytes(files[name]));
}
