using System.Text;
using System.Xml;

namespace Modular.Kernel.Postgres.Imports.Files.Workbooks;

/// <summary>Reads texts of a workbook: the table that cells refer to by number, and text inside a cell.</summary>
internal static class SharedTexts
{
    public static List<string> Read(XmlReader part)
    {
        var texts = new List<string>();
        while (part.Read())
        {
            if (part.NodeType == XmlNodeType.Element && part.LocalName == "si")
                texts.Add(ReadText(part));
        }

        return texts;
    }

    /// <summary>The text of the element on which the reader stands: its runs, without the hints on pronunciation.</summary>
    public static string ReadText(XmlReader element)
    {
        if (element.IsEmptyElement)
            return "";
        var depth = element.Depth;
        var text = new StringBuilder();
        while (element.Read() && element.Depth > depth)
        {
            if (element.NodeType != XmlNodeType.Element)
                continue;
            if (element.LocalName == "rPh")
                Skip(element);
            else if (element.LocalName == "t")
                text.Append(ReadContent(element));
        }

        return text.ToString();
    }

    /// <summary>The characters of the element on which the reader stands; it then stands on its end.</summary>
    public static string ReadContent(XmlReader element)
    {
        if (element.IsEmptyElement)
            return "";
        var depth = element.Depth;
        var content = "";
        while (element.Read() && element.Depth > depth)
        {
            if (element.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace)
                content += element.Value;
        }

        return content;
    }

    private static void Skip(XmlReader element)
    {
        if (element.IsEmptyElement)
            return;
        var depth = element.Depth;
        while (element.Read() && element.Depth > depth)
        {
        }
    }
}
