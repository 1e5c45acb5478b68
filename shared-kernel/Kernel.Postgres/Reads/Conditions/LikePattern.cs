namespace Modular.Kernel.Postgres.Reads;

/// <summary>Patterns of SQL's <c>like</c>.</summary>
internal static class LikePattern
{
    /// <summary>A text that stands for itself in a pattern.</summary>
    public static string Escape(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("%", "\\%", StringComparison.Ordinal)
        .Replace("_", "\\_", StringComparison.Ordinal);
}
