namespace Modular.Kernel.GraphQL;

/// <summary>Descriptions are English, with the Vietnamese term in brackets: <c>Birth date (ngày sinh)</c>.</summary>
internal static class VietnameseTerms
{
    /// <summary>The last text in brackets that is no ASCII, with a capital; null where there is none.</summary>
    public static string? Find(string? description)
    {
        if (description is null)
            return null;
        for (var end = description.LastIndexOf(')'); end > 0; end = description.LastIndexOf(')', end - 1))
        {
            var start = description.LastIndexOf('(', end);
            if (start < 0)
                return null;
            var term = description[(start + 1)..end].Trim();
            if (term.Length > 0 && !term.All(char.IsAscii))
                return string.Concat(char.ToUpperInvariant(term[0]).ToString(), term.AsSpan(1));
        }

        return null;
    }
}
