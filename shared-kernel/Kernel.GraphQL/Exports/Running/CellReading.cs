using System.Globalization;
using System.Text.Json;
using Modular.Kernel.Documents;
using Modular.Kernel.GraphQL.Exports.Planning;
using Modular.Kernel.Results;

namespace Modular.Kernel.GraphQL.Exports.Running;

/// <summary>Turns the values of a row into cells. Several values of one column, those of a list that belongs to the row, stand in one cell.</summary>
internal sealed class CellReading(IReadOnlyList<ExportColumn> columns, Language language)
{
    private const string Between = "; ";

    private static readonly LocalizedText Yes = new("Có", "Yes");
    private static readonly LocalizedText No = new("Không", "No");

    /// <summary>Reads a row.</summary>
    public void Read(JsonElement row, Span<CellValue> cells)
    {
        for (var index = 0; index < columns.Count; index++)
        {
            var values = new List<JsonElement>();
            Collect(row, columns[index].Keys, 0, values);
            cells[index] = values switch
            {
                [] => CellValue.Empty,
                [var only] => CellOf(columns[index], only),
                _ => CellValue.Of(string.Join(Between, values.Select(value => CellOf(columns[index], value).Shown))),
            };
        }
    }

    private static void Collect(JsonElement value, IReadOnlyList<string> keys, int depth, List<JsonElement> values)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Array:
                foreach (var item in value.EnumerateArray())
                    Collect(item, keys, depth, values);
                break;
            case JsonValueKind.Object when depth < keys.Count:
                if (value.TryGetProperty(keys[depth], out var inner))
                    Collect(inner, keys, depth + 1, values);
                break;
            case JsonValueKind.Null or JsonValueKind.Undefined:
                break;
            default:
                values.Add(value);
                break;
        }
    }

    private CellValue CellOf(ExportColumn column, JsonElement value) => column.Form switch
    {
        ColumnForm.Number when Number(value) is { } number => CellValue.Of(number),
        ColumnForm.Date when DateOnly.TryParseExact(value.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => CellValue.Of(day),
        ColumnForm.Moment when value.TryGetDateTimeOffset(out var moment) => CellValue.Of(moment),
        ColumnForm.YesNo => CellValue.Of((value.ValueKind == JsonValueKind.True ? Yes : No).In(language)),
        ColumnForm.Choice => CellValue.Of(column.Choices.GetValueOrDefault(value.GetString()!, value.GetString()!)),
        _ => CellValue.Of(value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText()),
    };

    // Long and Decimal come as texts, so that no client rounds them.
    private static decimal? Number(JsonElement value) => decimal.TryParse(
        value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
