using System.IO.Compression;
using System.Text.RegularExpressions;
using System.Xml;

namespace Modular.Kernel.Postgres.Imports.Files.Workbooks;

/// <summary>What a workbook says beside its cells, where stamps stand as well: printed heads and feet, boxes of text, comments.</summary>
internal static partial class WorkbookMargins
{
    /// <summary>Whether an element of a sheet is a printed head or foot.</summary>
    public static bool IsHeadOrFoot(string element) => element is "oddHeader" or "oddFooter" or "evenHeader" or "evenFooter" or "firstHeader" or "firstFooter";

    /// <summary>Looks at a printed head or foot; what says where and in which type it is printed counts as a break.</summary>
    /// <exception cref="UnreadableFileException">It bears a stamp of a state secret.</exception>
    public static void CheckHeadOrFoot(string content) => StampWatch.Check(PrintCode().Replace(content, "\n"), row: null);

    /// <summary>Looks at boxes of text and comments.</summary>
    /// <exception cref="UnreadableFileException">One bears a stamp of a state secret.</exception>
    public static void Check(ZipArchive archive)
    {
        foreach (var part in archive.Entries.Where(HoldsText))
        {
            using var content = part.Open();
            using var reader = WorkbookParts.Read(content);
            while (reader.Read())
            {
                // A paragraph of a box, or a comment: a word may be cut into runs of different type.
                if (reader.NodeType == XmlNodeType.Element && reader.LocalName is "p" or "comment")
                    StampWatch.Check(SharedTexts.ReadText(reader), row: null);
            }
        }
    }

    private static bool HoldsText(ZipArchiveEntry part) =>
        part.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)
        && (part.FullName.StartsWith("xl/drawings/", StringComparison.OrdinalIgnoreCase)
            || part.FullName.StartsWith("xl/comments", StringComparison.OrdinalIgnoreCase));

    // ECMA-376 part 1, 18.3.1.46: &C, &"Times New Roman,Bold", &14, &K000000.
    [GeneratedRegex(@"&(?:""[^""]*""|K[0-9A-Fa-f]{6}|\d+|.)")]
    private static partial Regex PrintCode();
}
