using System.Text.RegularExpressions;

namespace Modular.Architecture.Tests.Rules;

/// <summary>Finds where a source steps around the scope of entities: filters that it ignores, SQL that it writes itself, connections that it opens.</summary>
internal static partial class ScopeBypasses
{
    /// <summary>What does so, each kind once, in the order of the alphabet. Remarks do nothing.</summary>
    public static IReadOnlyList<string> In(string source) =>
        [.. Way().Matches(Remark().Replace(source, "")).Select(match => match.Value.Trim('.', '(', '<')).Distinct().Order(StringComparer.Ordinal)];

    [GeneratedRegex(
        """\.IgnoreQueryFilters\(|\bSqlQuery(?:Raw)?\b|\bFromSql\w*\(|\bExecuteSql\w*\(|\bNpgsqlCommand\(|\bNpgsqlBatch\(|\bNpgsqlConnection\(|\.CreateCommand\(|\bNpgsqlDataSource\w*\b|\bGetDbConnection\b""")]
    private static partial Regex Way();

    [GeneratedRegex("//[^\n]*")]
    private static partial Regex Remark();
}
