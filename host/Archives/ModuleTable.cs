using System.Globalization;

namespace Modular.Host.Archives;

/// <summary>A table with rows of a module in a province.</summary>
/// <param name="Schema">The schema.</param>
/// <param name="Name">The name.</param>
/// <param name="Columns">Its columns but those that PostgreSQL computes.</param>
/// <param name="Key">The columns of its primary key.</param>
/// <param name="Identities">The columns that are numbered by a sequence.</param>
/// <param name="References">The tables of the same schema that it refers to.</param>
internal sealed record ModuleTable(
    string Schema, string Name, IReadOnlyList<string> Columns, IReadOnlyList<string> Key, IReadOnlyList<string> Identities, IReadOnlyList<string> References)
{
    /// <summary>What becomes of its rows.</summary>
    public KeptRows Kept { get; init; } = KeptRows.WithTheModule;

    /// <summary>Which of its rows are the module's, in SQL; all of the province where it is empty.</summary>
    public string Condition { get; init; } = "";

    /// <summary>Schema and name, as a manifest names it.</summary>
    public string FullName => $"{Schema}.{Name}";

    /// <summary>Schema and name in SQL.</summary>
    public string Sql => $"{Quote(Schema)}.{Quote(Name)}";

    /// <summary>Its columns in SQL.</summary>
    public string ColumnSql => string.Join(", ", Columns.Select(Quote));

    /// <summary>Reads its rows in the order of its key, so that the same rows make the same file.</summary>
    public string CopyOutSql => string.Create(
        CultureInfo.InvariantCulture,
        $"copy (select {ColumnSql} from {Sql}{Condition} order by {string.Join(", ", Key.Select(Quote))}) to stdout (format csv, header)");

    /// <summary>Counts its rows.</summary>
    public string CountSql => $"select count(*) from {Sql}{Condition}";

    /// <summary>Removes its rows.</summary>
    public string DeleteSql => $"delete from {Sql}{Condition}";

    public static string Quote(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
