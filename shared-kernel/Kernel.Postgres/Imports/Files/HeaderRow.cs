using Modular.Kernel.Postgres.Imports.Columns;
using Modular.Kernel.Results;

namespace Modular.Kernel.Postgres.Imports.Files;

/// <summary>Finds the row of headers and says which column of the file is which column of the format.</summary>
internal sealed class HeaderRow
{
    // Registers carry a title, the unit's name and a date above the table.
    private const int RowsLookedAt = 20;

    private readonly int?[] placeOf;

    private HeaderRow(int?[] placeOf, IReadOnlyList<string> unknown)
    {
        this.placeOf = placeOf;
        Unknown = unknown;
    }

    /// <summary>Headers of the file that no column answers to; their cells are left out.</summary>
    public IReadOnlyList<string> Unknown { get; }

    /// <summary>The place in the file of the format's column, or null where the file does not have it.</summary>
    public int? PlaceOf(int column) => placeOf[column];

    /// <summary>Reads up to and including the row of headers.</summary>
    /// <exception cref="UnreadableFileException">There is none, or it names a column twice.</exception>
    public static HeaderRow Find(TableReader table, IReadOnlyList<ImportColumn> columns)
    {
        var names = ColumnNames.Of(columns);
        var best = new HeaderRow(new int?[columns.Count], []);
        do
        {
            for (var row = 0; row < RowsLookedAt && table.Read(); row++)
            {
                var candidate = Read(table, columns, names);
                if (candidate.Misses(columns).Count == 0)
                    return candidate;
                if (candidate.Found > best.Found)
                    best = candidate;
            }
        }
        while (table.NextSheet());

        var missing = best.Misses(columns);
        throw new UnreadableFileException(new ImportColumnsAreMissing(new LocalizedText(
            string.Join(", ", missing.Select(column => column.Header.Vietnamese)),
            string.Join(", ", missing.Select(column => column.Header.English)))));
    }

    private int Found => placeOf.Count(place => place is not null);

    private static HeaderRow Read(TableReader table, IReadOnlyList<ImportColumn> columns, Dictionary<string, int> names)
    {
        var placeOf = new int?[columns.Count];
        var unknown = new List<string>();
        for (var place = 0; place < table.Width; place++)
        {
            var header = table.Cell(place).Text;
            if (header.Length == 0)
                continue;
            if (ColumnNames.Find(names, header) is not { } column)
                unknown.Add(header);
            else if (placeOf[column] is { } earlier)
                throw new UnreadableFileException(new ImportColumnAppearsTwice(table.Cell(earlier).Text, header));
            else
                placeOf[column] = place;
        }

        return new HeaderRow(placeOf, unknown);
    }

    private List<ImportColumn> Misses(IReadOnlyList<ImportColumn> columns) =>
        [.. columns.Where((column, index) => column.IsRequired && placeOf[index] is null)];
}
