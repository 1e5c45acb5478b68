using Modular.Kernel.Postgres.Imports.Columns;
using Modular.Kernel.Texts;

namespace Modular.Kernel.Postgres.Imports.Files;

/// <summary>The headers by which a format's columns are known, without diacritics, letter case and punctuation.</summary>
internal static class ColumnNames
{
    /// <exception cref="InvalidOperationException">Two columns answer to the same header.</exception>
    public static Dictionary<string, int> Of(IReadOnlyList<ImportColumn> columns)
    {
        var names = new Dictionary<string, int>();
        for (var index = 0; index < columns.Count; index++)
        {
            var column = columns[index];
            foreach (var header in (string[])[column.Name, column.Header.Vietnamese, column.Header.English, .. column.OtherHeaders])
            {
                var key = VietnameseText.SearchKey(header);
                if (names.TryGetValue(key, out var other) && other != index)
                    throw new InvalidOperationException($"The header '{header}' means both '{columns[other].Name}' and '{column.Name}'.");
                names[key] = index;
            }
        }

        return names;
    }

    /// <summary>The column of a header; what stands in brackets behind it, such as the unit or the form, does not matter.</summary>
    public static int? Find(Dictionary<string, int> names, string header)
    {
        if (names.TryGetValue(VietnameseText.SearchKey(header), out var exact))
            return exact;
        var bracket = header.IndexOf('(', StringComparison.Ordinal);
        if (bracket > 0 && names.TryGetValue(VietnameseText.SearchKey(header[..bracket]), out var withoutBracket))
            return withoutBracket;
        return null;
    }
}
