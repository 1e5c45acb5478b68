using System.Globalization;
using System.Xml;

namespace Modular.Kernel.Postgres.Imports.Files.Workbooks;

/// <summary>Which styles of a workbook show a number as a day. A spreadsheet keeps days as numbers; the style alone tells them apart.</summary>
internal sealed class CellStyles
{
    private readonly List<bool> showsDay = [];

    /// <summary>No style shows a day.</summary>
    public static CellStyles None { get; } = new();

    public bool ShowsDay(string? style) =>
        int.TryParse(style, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < showsDay.Count && showsDay[index];

    public static CellStyles Read(XmlReader part)
    {
        var styles = new CellStyles();
        var dayFormats = new HashSet<int>();
        var insideCellFormats = false;
        while (part.Read())
        {
            if (part.LocalName == "cellXfs")
                insideCellFormats = part.NodeType == XmlNodeType.Element;
            if (part.NodeType != XmlNodeType.Element)
                continue;
            if (part.LocalName == "numFmt" && IsOfDay(part.GetAttribute("formatCode") ?? ""))
                dayFormats.Add(Number(part.GetAttribute("numFmtId")));
            else if (part.LocalName == "xf" && insideCellFormats)
                styles.showsDay.Add(IsOfDay(Number(part.GetAttribute("numFmtId")), dayFormats));
        }

        return styles;
    }

    // The formats that every spreadsheet knows by number (ECMA-376 part 1, 18.8.30), with those of East Asian editions.
    private static bool IsOfDay(int format, HashSet<int> dayFormats) =>
        format is (>= 14 and <= 17) or 22 or (>= 27 and <= 36) or (>= 50 and <= 58) || dayFormats.Contains(format);

    /// <summary>Whether a format written out shows the year or the day; what is quoted, escaped or in brackets is no part of it.</summary>
    private static bool IsOfDay(string format)
    {
        for (var index = 0; index < format.Length; index++)
        {
            var character = format[index];
            if (character is '\\' or '_' or '*')
                index++;
            else if (character is '"' or '[')
                index = EndOf(format, index, character == '[' ? ']' : '"');
            else if (character is 'y' or 'Y' or 'd' or 'D')
                return true;
        }

        return false;
    }

    private static int EndOf(string format, int start, char end)
    {
        var found = format.IndexOf(end, start + 1);
        return found < 0 ? format.Length : found;
    }

    private static int Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
