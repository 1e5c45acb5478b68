using System.Xml;

namespace Modular.Kernel.Documents.Workbooks;

/// <summary>Texts as XML can hold them.</summary>
internal static class XmlText
{
    private const char Replacement = '\uFFFD';

    /// <summary>The text with what XML has no place for, control characters and halves of characters, replaced.</summary>
    public static string Clean(string text)
    {
        for (var place = 0; place < text.Length; place++)
        {
            if (XmlConvert.IsXmlChar(text[place]))
                continue;
            if (place + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[place + 1], text[place]))
                place++;
            else
                return Replace(text);
        }

        return text;
    }

    private static string Replace(string text)
    {
        var letters = text.ToCharArray();
        for (var place = 0; place < letters.Length; place++)
        {
            if (XmlConvert.IsXmlChar(letters[place]))
                continue;
            if (place + 1 < letters.Length && XmlConvert.IsXmlSurrogatePair(letters[place + 1], letters[place]))
                place++;
            else
                letters[place] = Replacement;
        }

        return new string(letters);
    }
}
