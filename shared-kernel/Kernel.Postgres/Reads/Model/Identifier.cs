namespace Modular.Kernel.Postgres.Reads;

/// <summary>Names of tables and columns in SQL.</summary>
internal static class Identifier
{
    /// <summary>The name in quotes, so that it is never read as a keyword.</summary>
    public static string Quote(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
